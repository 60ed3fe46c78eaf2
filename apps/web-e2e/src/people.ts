/** The demo's people, by the first part of their address. */
export const leaders = [
  'marika',
  'ants',
  'liis',
  'toivo',
  'kersti',
  'rein',
  'jelena',
  'andres',
  'triin',
  'mihkel',
] as const;
export const others = ['helve', 'tiina', 'juri', 'kadri', 'maarja', 'haldur'] as const;

export type Person = (typeof leaders)[number] | (typeof others)[number];

export const password = 'opiring-demo-2023';
export const addressOf = (person: Person): string => `${person}@opiring.example`;
