import type { IconName } from '@opiring/platform/ui';
import type { CurrentRole } from '@opiring/platform/web';

/** One way through the product: its word, its address, its sign on a phone. */
export interface Way {
  word: string;
  to: string;
  icon: IconName;
}

const ways = {
  myJourney: { word: 'nav.myJourney', to: '/teekond', icon: 'journey' },
  entries: { word: 'nav.entries', to: '/motisklused', icon: 'talk' },
  questions: { word: 'nav.questions', to: '/kusimused', icon: 'info' },
  myCircles: { word: 'nav.myCircles', to: '/minu-ringid', icon: 'circle' },
  partner: { word: 'nav.partner', to: '/opipartner', icon: 'people' },
  library: { word: 'nav.library', to: '/materjalid', icon: 'book' },
  meetings: { word: 'nav.meetings', to: '/kohtumised', icon: 'calendar' },
  myDesk: { word: 'nav.myDesk', to: '/laud', icon: 'desk' },
  leaders: { word: 'nav.leaders', to: '/juhid', icon: 'people' },
  circles: { word: 'nav.circles', to: '/ringid', icon: 'circle' },
  curriculum: { word: 'nav.curriculum', to: '/kava', icon: 'calendar' },
  overview: { word: 'nav.overview', to: '/ulevaade', icon: 'overview' },
  people: { word: 'nav.people', to: '/inimesed', icon: 'people' },
  mirror: { word: 'nav.mirror', to: '/mida-teised-naevad', icon: 'eye' },
  search: { word: 'nav.search', to: '/otsing', icon: 'search' },
  announcements: { word: 'nav.announcements', to: '/teated', icon: 'letter' },
  admin: { word: 'nav.admin', to: '/haldus', icon: 'overview' },
} satisfies Record<string, Way>;

/** Only what exists. */
export const topBar: Readonly<Record<CurrentRole, readonly Way[]>> = {
  participant: [ways.myJourney, ways.entries, ways.questions, ways.myCircles, ways.library],
  mentor: [ways.myDesk, ways.leaders, ways.meetings, ways.library],
  organizer: [ways.curriculum, ways.meetings, ways.people, ways.library],
  program_leader: [ways.overview, ways.leaders, ways.circles, ways.meetings, ways.people],
  admin: [ways.admin],
};

/** What one also has, reached from the person menu. */
export const personMenu: Readonly<Partial<Record<CurrentRole, readonly Way[]>>> = {
  participant: [ways.announcements, ways.partner, ways.meetings, ways.people, ways.mirror],
  mentor: [ways.announcements, ways.search, ways.circles, ways.people],
  organizer: [ways.announcements],
  program_leader: [ways.announcements, ways.library],
};

const short = (way: Way, word: string): Way => ({ ...way, word });

export const bottomBar: Readonly<Record<CurrentRole, readonly Way[]>> = {
  participant: [
    short(ways.myJourney, 'nav.journey'),
    { word: 'nav.write', to: '/kirjuta', icon: 'pencil' },
    short(ways.myCircles, 'nav.circles'),
    ways.entries,
  ],
  mentor: [short(ways.myDesk, 'nav.desk'), ways.leaders, ways.meetings, ways.library],
  organizer: topBar.organizer,
  program_leader: [ways.overview, ways.leaders, ways.circles, ways.meetings],
  admin: [],
};
