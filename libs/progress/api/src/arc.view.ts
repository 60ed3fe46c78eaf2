import type { CohortOverview } from '@opiring/cohorts/api';
import type { CurriculumOverview } from '@opiring/curriculum/api';
import type { ArcAnswerView, ArcFactView, ArcPlaceView } from '@opiring/contract/arc';
import type { ProgressState } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { MOMENTS } from '@opiring/contract/values';
import type { HeldCircleRow } from './arc.queries';
import { attended } from './facts';
import { openingDay, openingRule } from './release';
import type { Standing } from './standing';

/** What an arc is made of beside its answers. */
export interface ArcParts {
  readonly overview: CohortOverview;
  readonly curriculum: CurriculumOverview;
  readonly standing: Standing;
  readonly circles: readonly HeldCircleRow[];
  readonly dayOf: (instant: string) => Day;
}

/** Which of several activities for one moment speaks for it: the furthest. */
const FURTHEST: readonly ProgressState[] = ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'];

/** The three places with what opens each, and the answer that stands there. */
export function placesOf(
  { curriculum, standing }: ArcParts,
  questionId: string,
  answers: readonly (ArcAnswerView | null)[],
): ArcPlaceView[] {
  const asked = curriculum.modules
    .flatMap((module, index) => {
      const around = { ...module, closed: standing.progress.modules[index] === 'closed' };
      return module.activities.map((activity) => ({
        ...activity,
        opensOn: openingDay(activity, module),
        release: openingRule(activity, around),
      }));
    })
    .map((activity, ordinal) => ({ ...activity, state: standing.progress.activities[ordinal] ?? 'ahead' }))
    .filter((activity) => activity.questionId === questionId)
    .sort((one, other) => FURTHEST.indexOf(one.state) - FURTHEST.indexOf(other.state));
  return MOMENTS.map((moment, index) => {
    const activity = asked.find((told) => told.moment === moment);
    const answer = answers[index] ?? null;
    return {
      moment,
      state: activity?.state ?? (answer ? (answer.doneAt ? 'done' : 'begun') : 'closed'),
      opensOn: activity?.opensOn ?? null,
      ...(activity?.state === 'closed' && activity.release && { release: activity.release }),
      activityId: activity?.id ?? null,
      answer,
    };
  });
}

/** Meetings one was at, circles one held, modules one finished: by day, and nothing that is still ahead. */
export function factsBetween(parts: ArcParts): ArcFactView[] {
  const { overview, standing, circles } = parts;
  const meetings = overview.meetings.flatMap((meeting, index): ArcFactView[] =>
    attended(standing.facts.attendance[index])
      ? [
          {
            kind: 'meeting',
            id: meeting.id,
            day: parts.dayOf(meeting.startsAt),
            title: meeting.title,
            place: meeting.place,
          },
        ]
      : [],
  );
  const held = circles.map(({ id, heldOn, topic, place, people }): ArcFactView => ({
    kind: 'circle',
    id,
    day: heldOn,
    topic,
    place,
    people,
  }));
  const facts = [...meetings, ...held, ...finished(parts)];
  return facts.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** A module is finished on the day of the last thing done in it; one that nothing dates is not told. */
function finished({ curriculum, standing, dayOf }: ArcParts): ArcFactView[] {
  return curriculum.modules.flatMap(({ id, title, activities }, index): ArcFactView[] => {
    if (standing.progress.modules[index] !== 'done') return [];
    const last = activities
      .map((activity) => standing.doneAt(activity.id) ?? '')
      .sort()
      .at(-1);
    return last ? [{ kind: 'module', id, day: dayOf(last), title }] : [];
  });
}
