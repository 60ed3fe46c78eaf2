import type { PublicProgrammeView } from '@opiring/contract/library';
import type { LocalText } from '@opiring/contract/text';
import type { RingJourney } from '@opiring/platform/ui';

const DAY = 86_400_000;
/** Where in the journey the four questions are asked: soon after its beginning, half way, towards its end. */
const MOMENTS = [0.106, 0.455, 0.911];

/** The programme's course as a ring, without anybody's today. Null while its modules have no days. */
export function ringOf(programme: PublicProgrammeView, say: (text: LocalText) => string): RingJourney | null {
  const dated = programme.modules.flatMap(({ title, startsOn, endsOn, alongside }) =>
    !alongside && startsOn && endsOn ? [{ title: say(title), startsOn, endsOn }] : [],
  );
  const days = dated.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).sort();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const from = Date.parse(first);
  const span = Date.parse(last) - from;
  const moments = MOMENTS.map((share) => ({
    on: new Date(from + Math.round((share * span) / DAY) * DAY).toISOString().slice(0, 10),
    state: 'open' as const,
  }));
  return {
    startsOn: first,
    endsOn: last,
    today: null,
    modules: dated,
    questions: programme.questions.slice(0, 4).map(() => ({ moments })),
    meetings: programme.meetings.map(({ startsAt }) => ({ on: startsAt.slice(0, 10) })),
  };
}
