import type { APIRequestContext } from '@playwright/test';
import type { Person } from './people';
import { cohortOf, firstOf, rowsOf } from './server';

/** A screen that is looked at in every language, width and theme. */
export interface Screen {
  path: string;
  /** Who looks; nobody where the page is public. */
  as?: Person;
  /** For the `:id` of the path. */
  id?: (request: APIRequestContext, cohortId: string) => Promise<string>;
}

const oldestEntry = (request: APIRequestContext, cohortId: string) =>
  firstOf(request, `/api/cohorts/${cohortId}/entries`, (entry) => String(entry['id']));
const newestShared = (request: APIRequestContext, cohortId: string) =>
  firstOf(request, `/api/cohorts/${cohortId}/entries?shared=with-me`, (entry) => String(entry['id']));
const newestEdition = (request: APIRequestContext, cohortId: string) =>
  firstOf(request, `/api/cohorts/${cohortId}/editions`, (edition) => String(edition['id']));
const oneMeeting = (request: APIRequestContext, cohortId: string) =>
  firstOf(request, `/api/cohorts/${cohortId}/meetings`, (meeting) => String(meeting['id']));
const oneLeader = async (request: APIRequestContext, cohortId: string) => {
  const people = await rowsOf(request, `/api/cohorts/${cohortId}/people`);
  return String(people.find(({ name }) => String(name).startsWith('Marika'))?.['membershipId']);
};

const nobodys: Screen[] = [
  '/',
  '/sisene',
  '/sisene/link',
  '/andmekaitse',
  '/programm/dialoogid-kogukonnas',
  '/tunnistus/seda-koodi-ei-ole',
  '/seda-lehte-ei-ole',
].map((path) => ({ path }));

const leaders: Screen[] = [
  { path: '/teekond', as: 'marika' },
  { path: '/teekond/minust', as: 'marika' },
  { path: '/teekond/tunnistus', as: 'marika' },
  { path: '/teekond', as: 'jelena' },
  { path: '/motisklused', as: 'marika' },
  { path: '/motisklused/:id', as: 'marika', id: oldestEntry },
  { path: '/kirjuta', as: 'toivo' },
  { path: '/kirjuta/:id', as: 'jelena', id: oldestEntry },
  { path: '/kusimused', as: 'marika' },
  { path: '/kusimused/1', as: 'marika' },
  { path: '/kusimused/1/ring', as: 'marika' },
  { path: '/kusimused/4/ring', as: 'marika' },
  { path: '/otsing', as: 'marika' },
  { path: '/otsing?q=vald', as: 'marika' },
  { path: '/mida-teised-naevad', as: 'marika' },
  { path: '/andmekaitse', as: 'marika' },
  { path: '/minu-ringid', as: 'marika' },
  { path: '/opipartner', as: 'marika' },
  { path: '/inimesed', as: 'marika' },
  { path: '/kohtumised', as: 'ants' },
  { path: '/kohtumised/:id/paevakava', as: 'marika', id: oneMeeting },
  { path: '/materjalid', as: 'marika' },
  { path: '/kava', as: 'marika' },
  { path: '/seansid', as: 'marika' },
  { path: '/seda-lehte-ei-ole', as: 'marika' },
];

const team: Screen[] = [
  { path: '/laud', as: 'helve' },
  { path: '/juhid', as: 'helve' },
  { path: '/motisklused', as: 'helve' },
  { path: '/motisklused/:id', as: 'helve', id: newestShared },
  { path: '/otsing?q=ring', as: 'helve' },
  { path: '/kusimused/1/ring', as: 'helve' },
  { path: '/kava', as: 'kadri' },
  { path: '/kava/erandid', as: 'kadri' },
  { path: '/kava/vaata-nagu', as: 'kadri' },
  { path: '/kava/avaldatud', as: 'kadri' },
  { path: '/kava/uus-lend', as: 'kadri' },
  { path: '/kava/vordlus', as: 'kadri' },
  { path: '/kava/avaldatud/:id', as: 'kadri', id: newestEdition },
  { path: '/programm/dialoogid-kogukonnas/muuda', as: 'kadri' },
  { path: '/programm/dialoogid-kogukonnas/riiul', as: 'kadri' },
  { path: '/kohtumised', as: 'kadri' },
  { path: '/kohtumised/:id/kohalolek', as: 'kadri', id: oneMeeting },
  { path: '/kohtumised/:id/paevakava', as: 'kadri', id: oneMeeting },
  { path: '/kohtumised/:id/kood', as: 'maarja', id: oneMeeting },
  { path: '/teated', as: 'kadri' },
  { path: '/inimesed', as: 'kadri' },
  { path: '/ringid', as: 'maarja' },
  { path: '/materjalid', as: 'kadri' },
  { path: '/ulevaade', as: 'maarja' },
  { path: '/ulevaade/tunnistused', as: 'maarja' },
  { path: '/ulevaade?vaade=tegevused', as: 'maarja' },
  { path: '/ulevaade?otsi=sinisalu', as: 'maarja' },
  { path: '/ulevaade/lennud', as: 'maarja' },
  { path: '/ulevaade/aruanne', as: 'maarja' },
  { path: '/ulevaade/teised-susteemid', as: 'maarja' },
  { path: '/juhid', as: 'maarja' },
  { path: '/juhid/:id', as: 'maarja', id: oneLeader },
  { path: '/haldus', as: 'haldur' },
];

export const screens: readonly Screen[] = [...nobodys, ...leaders, ...team];

/** The address of a screen, its `:id` taken from what the demo holds. */
export async function addressOfScreen({ path, id }: Screen, request: APIRequestContext): Promise<string> {
  return id ? path.replace(':id', await id(request, await cohortOf(request))) : path;
}
