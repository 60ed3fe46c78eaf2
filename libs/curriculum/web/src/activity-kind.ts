import type { ActivityKind } from '@opiring/contract/curriculum';

/** What an activity of each kind is drawn with: one path on a 24-unit square. */
export const KIND_PATHS: Readonly<Record<ActivityKind, string>> = {
  read: 'M12 6.5C10 5 7 4.7 4 5v13c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.500V5c-3-.3-6 0-8 1.5zM12 6.500v13',
  watch: 'M8 5.5l10.5 6.5L8 18.5z',
  reflect: 'M4.5 19.5l1-4L16 5a1.8 1.8 0 0 1 2.5 0l.5.5a1.8 1.8 0 0 1 0 2.500L8.5 18.5zM14 7l3 3',
  answer: 'M4 6.5h11v7H9l-3 3v-3H4zM17.5 9H20v7.5h-1.500v3l-3-3H11',
  attend:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 11.5a2.5 2.5 0 1 0-1-4.800M16.5 14a4.5 4.5 0 0 1 4 5',
  practicum:
    'M7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 18a4 4 0 0 1 8 0M13 18a4 4 0 0 1 8 0',
  circle: 'M8 19.2A8.3 8.3 0 1 1 16 19.2',
  talk: 'M4 5.5h16v10H11l-4 4v-4H4z',
  survey: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.500h.01',
};
