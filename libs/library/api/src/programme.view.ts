import type { PrinciplesView, ProgrammeTexts, PublicProgrammeView } from '@opiring/contract/library';
import type { Instant } from '@opiring/contract/text';
import type { ProgrammeRow } from './programme.queries';

/** Texts nobody has written yet are empty, so that the page need not ask. */
const UNWRITTEN: ProgrammeTexts = {
  lead: {},
  what: {},
  forWhom: {},
  when: {},
  howOneLearns: {},
  approach: {},
  effects: [],
  inclusive: {},
  organiser: {},
  plan: {},
};

export const withAllTexts = (texts: Partial<ProgrammeTexts>): ProgrammeTexts => ({ ...UNWRITTEN, ...texts });

export function programmeView(row: ProgrammeRow): PublicProgrammeView {
  return {
    slug: row.slug,
    title: row.title,
    language: row.language,
    texts: withAllTexts(row.texts),
    questions: row.questions,
    inclusiveQuestions: row.inclusiveQuestions,
    modules: row.modules,
    meetings: row.meetings.map((meeting) => ({
      ...meeting,
      startsAt: instant(meeting.startsAt),
      endsAt: instant(meeting.endsAt),
    })),
    intakes: row.intakes,
    resources: row.resources,
    stories: row.stories,
    partners: row.partners,
    principles: row.principles && principlesView(row.principles),
    publishedAt: row.publishedAt && instant(row.publishedAt),
    timeZone: row.timeZone ?? 'Europe/Tallinn',
  };
}

/** `acceptedAt` only where somebody was asked about. */
export function principlesView(row: PrinciplesView): PrinciplesView {
  const { id, version, text, publishedAt, acceptedAt } = row;
  return {
    id,
    version,
    text,
    publishedAt: instant(publishedAt),
    ...(acceptedAt !== undefined && { acceptedAt: acceptedAt === null ? null : instant(acceptedAt) }),
  };
}

const instant = (at: Instant | Date): Instant => new Date(at).toISOString();
