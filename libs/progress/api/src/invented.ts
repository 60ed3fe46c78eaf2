import type { CohortOverview, MeetingFacts, RosterMember } from '@opiring/cohorts/api';
import type { JourneyView } from '@opiring/contract/progress';
import type { Day, Instant } from '@opiring/contract/text';
import type { ViewAs } from '@opiring/contract/view-as';
import type { CurriculumOverview } from '@opiring/curriculum/api';
import { BadInput } from '@opiring/platform/api';
import { journeyView } from './journey.view';
import type { OwnRow } from './own.queries';
import { type Standing, standingOf } from './standing';

/** Ids no row can have. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
const PARTNER = '00000000-0000-0000-0000-000000000001';

/** What is the same for everybody; nothing in it is a person's. */
export interface Ground {
  readonly cohort: CohortOverview['cohort'];
  readonly meetings: readonly MeetingFacts[];
  readonly curriculum: CurriculumOverview;
  readonly dayOf: (instant: Instant) => Day;
}
type Done = ReadonlySet<string>;

const NOTHING: OwnRow = {
  ...{ retired: [], circles: [], practicum: null, planRead: false, exceptions: [] },
  ...{ entries: [], note: null, replies: {}, days: {}, principlesWaiting: false },
};

/** The fold and the view of a real journey, of facts that are invented here. */
export function inventedJourney(ground: Ground, asked: ViewAs): JourneyView {
  assertKnown(ground, asked);
  const chosen = new Set(asked.done?.map((id) => id.toLowerCase()));
  const done = asked.doneUntil ? doneBy(ground, asked, asked.doneUntil, chosen) : chosen;
  return journeyView(partsOn(ground, asked, asked.day, done));
}

/** What is elsewhere, or nowhere, does not exist here. */
function assertKnown({ meetings, curriculum }: Ground, { missed = [], done = [] }: ViewAs): void {
  const there = new Set(meetings.map(({ id }) => id));
  if (missed.some((id) => !there.has(id.toLowerCase())))
    throw new BadInput({ missed: ['must be meetings of this cohort'] });
  const known = new Set(curriculum.modules.flatMap((module) => module.activities.map(({ id }) => id)));
  if (done.some((id) => !known.has(id.toLowerCase())))
    throw new BadInput({ done: ['must be activities of what is looked at'] });
}

/** Everything open by a day is done, and what opens thereby too: until nothing more does. */
function doneBy(ground: Ground, asked: ViewAs, until: Day, chosen: Done): Done {
  const activities = ground.curriculum.modules.flatMap((module) => module.activities);
  const done = new Set(chosen);
  for (let before = -1; before < done.size;) {
    before = done.size;
    const { progress } = partsOn(ground, { ...asked, paused: false }, until, done).standing;
    activities.forEach(({ id, kind }, at) => {
      if (kind !== 'attend' && progress.activities[at] === 'ahead') done.add(id);
    });
  }
  return done;
}

function partsOn(ground: Ground, asked: ViewAs, day: Day, done: Done) {
  const { cohort, dayOf } = ground;
  const missed = new Set(asked.missed?.map((id) => id.toLowerCase()));
  const meetings = ground.meetings.map((meeting) => meetingOn(meeting, day, dayOf, missed));
  const member: RosterMember = {
    ...{ membershipId: NOBODY, accountId: NOBODY, name: '', role: 'participant', seat: 1 },
    ...{ municipality: '', occupation: '', mentorId: null, partnerId: PARTNER },
    pausedUntil: asked.paused ? day : null,
  };
  const overview = { cohort, roster: [member], meetings };
  const at = Date.parse(`${day}T12:00:00Z`);
  const facts = new Map([[NOBODY, Object.fromEntries([...done].map((id) => [id.toLowerCase(), at]))]]);
  const curriculum = { ...ground.curriculum, facts };
  const own = ownOn(ground, asked, day, done);
  const standing: Standing = standingOf({ today: day, dayOf }, member, overview, curriculum, own);
  return { member, overview, curriculum, own, standing };
}

/** As planned by now, seen from the end of the day: who did not miss what was held was there. */
function meetingOn(meeting: MeetingFacts, day: Day, dayOf: Ground['dayOf'], missed: Done): MeetingFacts {
  if (meeting.state === 'cancelled') return { ...meeting, attendance: {} };
  const held = dayOf(meeting.endsAt) <= day;
  const state = missed.has(meeting.id) ? ('absent' as const) : ('present' as const);
  return { ...meeting, state: held ? 'held' : 'planned', attendance: held ? { [NOBODY]: state } : {} };
}

/** The deeds that stand behind what is done: a practicum both confirmed, a circle at home. */
function ownOn({ curriculum }: Ground, { planRead = false }: ViewAs, day: Day, done: Done): OwnRow {
  const kinds = curriculum.modules.flatMap(({ activities }) =>
    activities.flatMap(({ id, kind }) => (done.has(id) ? [kind] : [])),
  );
  const circles = kinds.filter((kind) => kind === 'circle');
  return {
    ...NOTHING,
    planRead,
    practicum: kinds.includes('practicum')
      ? { confirmed: 2, heldOn: day, mine: true, topic: '', withId: PARTNER }
      : null,
    circles: circles.map(() => ({ heldOn: day, place: '', topic: '', people: 0 })),
  };
}
