import type { AudienceView } from '@opiring/contract/journal';
import type { Audience } from '@opiring/contract/journal.values';
import { personWords } from './person-words';

/** Nobody but me, or one of the audiences. */
export type Choice = 'me' | Audience;

export interface ReaderOption {
  audience: Choice;
  /** For the sentences: a single reader's name, or how many of whom. */
  words: {
    name: string;
    first: string;
    of: string;
    leaders: number;
    mentors: number;
    team: number;
    all: number;
  };
}

const order = ['partner', 'mentor', 'cohort', 'team'] as const;

/** The choices there are today. An audience that names nobody is no choice. */
export function readerOptions(audiences: readonly AudienceView[]): ReaderOption[] {
  const nobody = { name: '', first: '', of: '', leaders: 0, mentors: 0, team: 0, all: 0 };
  const found = order.flatMap((audience): ReaderOption[] => {
    const people = audiences.find((each) => each.audience === audience)?.people ?? [];
    if (!people[0]) return [];
    const { name, first, of } = personWords(people[0]);
    const count = (...roles: string[]) => people.filter(({ role }) => roles.includes(role)).length;
    return [
      {
        audience,
        words: {
          name,
          first,
          of,
          leaders: count('participant'),
          mentors: count('mentor'),
          team: count('organizer', 'program_leader'),
          all: people.length,
        },
      },
    ];
  });
  return [{ audience: 'me', words: nobody }, ...found];
}

/** In one word, who reads an entry now; `both` where it is the mentor and the learning partner. */
export function widestOf(open: readonly Audience[] = []): Choice | 'both' {
  if (open.length === 2 && open.includes('mentor') && open.includes('partner')) return 'both';
  return order.toReversed().find((each) => open.includes(each)) ?? 'me';
}
