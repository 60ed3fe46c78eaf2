/** A body each writing route would take, so that the walk comes past validation to the question of who may. */
export const BODIES: [RegExp, object][] = [
  [/entries\/:id\/shares$/, { audience: 'cohort' }],
  [/entries\/:id\/versions$/, { body: 'Kaotanud tekst' }],
  [/entries\/:id\/resolutions$/, { take: 'both', version: 1 }],
  [/entries\/:id\/notes$/, { kind: 'asking', body: 'Mis edasi?' }],
  [/notes\/:\w+\/replies$/, { body: 'Vastus.' }],
  [/\/entries$/, { title: 'Minu', body: 'Tekst' }],
  [/\/entries\/:id$/, { title: 'Muudetud' }],
  [/\/attendance\/:\w+$/, { state: 'present' }],
  [/\/reply$/, { coming: true }],
  [/\/pulse$/, { answer: 'mostly' }],
  [/\/meetings$/, { title: 'Kohtumine', startsAt: '2031-01-01T08:00:00Z', endsAt: '2031-01-01T14:00:00Z' }],
  [/\/meetings\/:\w+$/, { reason: 'Muutus' }],
  [/\/modules$/, { title: 'Moodul' }],
  [/\/modules\/:\w+$/, { title: 'Moodul' }],
  [/\/modules\/:\w+\/activities$/, { kind: 'read', title: 'Loe' }],
  [/\/activities\/:\w+$/, { title: 'Loe' }],
  [/\/circles$/, { heldOn: '2023-12-02', place: 'Köök', topic: 'Buss', people: 7 }],
  [/\/circles\/:\w+$/, { people: 8 }],
  [/\/practicum$/, { heldOn: '2023-12-02' }],
  [/\/people$/, { email: 'keegi@walk.example', name: 'Keegi', role: 'participant' }],
  [/\/mentor$/, { mentorId: '00000000-0000-7000-8000-000000000000' }],
  [/\/pauses$/, { fromOn: '2031-01-01', untilOn: '2031-02-01' }],
  [/programmes\/:slug\/page$/, { lead: 'Juhile' }],
  [/\/interests$/, { email: 'keegi@walk.example', consent: true }],
];

export const bodyFor = (path: string): object => BODIES.find(([pattern]) => pattern.test(path))?.[1] ?? {};
