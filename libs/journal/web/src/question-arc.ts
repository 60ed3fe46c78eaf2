import type { CurriculumView, QuestionView } from '@opiring/contract/curriculum';
import type { EntrySummaryView } from '@opiring/contract/journal';
import type { Day } from '@opiring/contract/text';
import type { Moment } from '@opiring/contract/values';

/** Twelve answers are all the arcs hold; a page of a hundred leaves room for free entries between them. */
export const MAX_ANSWERS = 100;

/** One moment of a question: answered, begun, open to write, or not open yet. */
export interface ArcMoment {
  moment: Moment;
  state: 'done' | 'begun' | 'ahead' | 'closed';
  opensOn: Day | null;
  activityId: string | null;
  entry: EntrySummaryView | null;
}

/** The three moments of one question, from what is written and from the curriculum's activities that ask it. */
export function arcOf(
  question: QuestionView,
  curriculum: CurriculumView,
  entries: readonly EntrySummaryView[],
  today: Day,
): ArcMoment[] {
  const asking = curriculum.modules.flatMap((module) =>
    module.activities
      .filter(({ questionId }) => questionId === question.id)
      .map((activity) => ({ ...activity, opensOn: activity.opensOn ?? module.startsOn })),
  );
  return (['start', 'middle', 'end'] as const).map((moment) => {
    const activity = asking.find((each) => each.moment === moment);
    const written = entries.filter((each) => each.questionId === question.id && each.moment === moment);
    const entry = written.find(({ doneAt }) => doneAt !== null) ?? written[0] ?? null;
    const opensOn = activity?.opensOn ?? null;
    const closed = !activity || (opensOn !== null && opensOn > today);
    const state = entry ? (entry.doneAt ? 'done' : 'begun') : closed ? 'closed' : 'ahead';
    return { moment, state, opensOn, activityId: activity?.id ?? null, entry };
  });
}

/** What the server sends of a text's beginning, at most. */
const OPENING = 190;

/** The first words as a sentence shows them: cut off between words, with what follows hinted. */
export const openingWords = (opening: string): string =>
  opening.length < OPENING ? opening : `${opening.replace(/\s*\S*$/, '')} …`;
