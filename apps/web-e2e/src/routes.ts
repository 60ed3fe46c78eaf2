import type { Person } from './people';

/** A screen that is looked at in every language, width and theme. */
export interface Screen {
  path: string;
  /** Who looks; nobody where the page is public. */
  as?: Person;
}

export const screens: readonly Screen[] = [
  { path: '/' },
  { path: '/sisene' },
  { path: '/teekond', as: 'marika' },
  { path: '/motisklused', as: 'marika' },
  { path: '/kirjuta', as: 'toivo' },
  { path: '/laud', as: 'helve' },
  { path: '/kava', as: 'kadri' },
  { path: '/ulevaade', as: 'maarja' },
  { path: '/inimesed', as: 'marika' },
  { path: '/kohtumised', as: 'ants' },
  { path: '/seda-lehte-ei-ole', as: 'marika' },
];
