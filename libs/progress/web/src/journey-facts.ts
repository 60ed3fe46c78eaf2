import type { JourneyModuleView, JourneyView } from '@opiring/contract/progress';
import type { MeetingView } from '@opiring/contract/cohorts';
import { type RingJourney, beadOf } from '@opiring/platform/ui';

const bandOf = (journey: JourneyView): JourneyModuleView[] =>
  journey.modules.filter(({ alongside }) => !alongside);

/** Which module of the band runs today, counted from one; before and after the programme there is none. */
export function currentOf(journey: JourneyView): { module: JourneyModuleView; number: number } | null {
  const { today } = journey;
  if (today < journey.cohort.startsOn || today > journey.cohort.endsOn) return null;
  const band = bandOf(journey);
  const index = band.findLastIndex(({ startsOn }) => startsOn !== null && startsOn <= today);
  const module = band[index];
  return module ? { module, number: index + 1 } : null;
}

/** The nearest meeting still to come. */
export function nextMeeting(journey: JourneyView, now: string): MeetingView | null {
  const ahead = journey.meetings.filter(({ state, endsAt }) => state === 'planned' && endsAt > now);
  return ahead.sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0] ?? null;
}

const beadsOfRing = {
  done: 'done',
  half: 'half',
  open: 'open',
  shut: 'shut',
  pause: 'open',
  now: 'open',
  off: 'open',
} as const;

/** What the ring is drawn from. Moments without a day of their own stand at the start, the middle and the end. */
export function ringOf(
  journey: JourneyView,
  words: { title: (module: JourneyModuleView) => string; dayOf: (instant: string) => string; now: string },
): RingJourney {
  const { startsOn, endsOn } = journey.cohort;
  const next = nextMeeting(journey, words.now);
  return {
    startsOn,
    endsOn,
    today: journey.today >= startsOn && journey.today <= endsOn ? journey.today : null,
    modules: bandOf(journey).flatMap((module) =>
      module.startsOn && module.endsOn
        ? [{ title: words.title(module), startsOn: module.startsOn, endsOn: module.endsOn }]
        : [],
    ),
    questions: journey.questions
      .filter(({ strand }) => strand === 'main')
      .map(({ moments }) => ({
        moments: moments.map(({ moment, state, at, opensOn }) => ({
          on:
            (at && words.dayOf(at)) ??
            opensOn ??
            { start: startsOn, middle: middleDay(startsOn, endsOn), end: endsOn }[moment],
          state: beadsOfRing[beadOf(state)],
        })),
      })),
    meetings: journey.meetings
      .filter(({ state }) => state !== 'cancelled')
      .map((meeting) => ({
        on: words.dayOf(meeting.startsAt),
        state:
          meeting.id === next?.id
            ? 'next'
            : meeting.state === 'held' || meeting.endsAt < words.now
              ? 'been'
              : 'ahead',
      })),
  };
}

function middleDay(from: string, to: string): string {
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
}
