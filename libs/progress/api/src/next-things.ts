import type { MeetingView } from '@opiring/contract/cohorts';
import type { JourneyActivityView, JourneyModuleView, NextThingView } from '@opiring/contract/progress';
import type { OwnRow } from './own.queries';

/** Few enough to choose from. */
const AT_MOST = 3;

interface Around {
  modules: readonly JourneyModuleView[];
  meetings: readonly MeetingView[];
  own: Pick<OwnRow, 'note' | 'practicum' | 'principlesWaiting'>;
  hasPartner: boolean;
  /** The cohort is over: what was begun may be finished, an answer read, and nothing more is asked. */
  over: boolean;
}

/**
 * What is next, the first being what the page offers: what was begun, an answer from the mentor, a practicum the partner
 * waits with, the principles, then what is open in its order, and last a meeting nobody has heard from this leader about.
 */
export function nextThings({ modules, meetings, own, hasPartner, over }: Around): NextThingView[] {
  const activities = modules.flatMap((module) => module.activities);
  const begun = activities.filter(({ state }) => state === 'begun').map(offer);
  const open = over ? [] : activities.filter((activity) => isToDo(activity, hasPartner));
  const [first, ...later] = open.map((activity) =>
    activity.kind === 'practicum' ? ({ kind: 'practicum', activity } as const) : offer(activity),
  );
  const note = own.note && !own.note.thanked ? own.note : null;
  const partnerWaits = own.practicum !== null && !own.practicum.mine && own.practicum.confirmed > 0;
  const meeting = meetings.find(({ state, myReply }) => state === 'planned' && myReply === null);
  const things: (NextThingView | false | undefined | null)[] = [
    begun[0],
    note && {
      kind: 'note',
      note: { entryId: note.entryId, by: note.by, at: new Date(note.at).toISOString() },
    },
    partnerWaits && { kind: 'practicum' },
    !over && own.principlesWaiting && { kind: 'principles' },
    first,
    meeting && { kind: 'meeting', meeting },
    ...begun.slice(1),
    ...later,
  ];
  const told = things.filter((thing): thing is NextThingView => Boolean(thing));
  const once = told.filter(
    (thing, at) => thing.kind !== 'practicum' || told.findIndex(({ kind }) => kind === 'practicum') === at,
  );
  return once.slice(0, AT_MOST);
}

const offer = (activity: JourneyActivityView): NextThingView => ({ kind: 'activity', activity });

/** Coming to a meeting is offered as the meeting; a practicum needs somebody to hold it with. */
function isToDo({ state, required, kind }: JourneyActivityView, hasPartner: boolean): boolean {
  if (state !== 'ahead' || !required || kind === 'attend') return false;
  return kind !== 'practicum' || hasPartner;
}
