import type { Dated, DateMove, ShiftedDate } from '@opiring/contract/reuse';
import { leavesOf, type ReleaseRule } from '@opiring/contract/release.values';
import type { Day, LocalText } from '@opiring/contract/text';
import { BadInput } from '@opiring/platform/api';
import type { EditionModule } from '../edition-content';
import { daysBetween, laterOf, plusDays } from './days';
import type { WorkingDays } from './working-days';

/** A meeting as the copy takes it: by the cohort's clock, whatever the clocks did then. */
export interface SourceMeeting {
  id: string;
  title: LocalText;
  day: Day;
  from: string;
  until: string;
  cancelled: boolean;
}
/** What is copied, out of the draft or of an edition. */
export interface Source {
  cohortId: string;
  name: string;
  startsOn: Day;
  endsOn: Day;
  modules: EditionModule[];
  meetings: SourceMeeting[];
}
export interface CopyPlan {
  shift: number;
  dates: ShiftedDate[];
  /** Where a thing's date comes to lie; undefined where it has none. */
  dayOf(what: Dated, id: string): Day | undefined;
}

/** From a first day of ten years ago to one of ten years ahead: beyond that somebody mistyped. */
const FARTHEST = 3_660;

/** Every date of the source with the day it comes to lie on: all by the same number of days, but for those set by hand. */
export function planOf(
  source: Source,
  { firstDay, moves = [] }: { firstDay: Day; moves?: readonly DateMove[] | undefined },
  calendar: Pick<WorkingDays, 'falls' | 'proposals'>,
): CopyPlan {
  const shift = shiftOf(source.startsOn, firstDay);
  const byHand = new Map(moves.map((move) => [`${move.what} ${move.id.toLowerCase()}`, move.to]));
  const planned = new Map<string, Day>();
  const place = (what: Dated, id: string, before: Day, notBefore?: Day): ShiftedDate => {
    const key = `${what} ${id}`;
    const wanted = byHand.get(key) ?? plusDays(before, shift);
    if (byHand.has(key)) shiftOf(firstDay, wanted, `moves.${what}`);
    byHand.delete(key);
    const after = notBefore && wanted < notBefore ? notBefore : wanted;
    planned.set(key, after);
    const moved = after !== plusDays(before, shift);
    const falls = what === 'module-ends' || what === 'cohort-ends' ? undefined : calendar.falls(after);
    return {
      what,
      id,
      title: {},
      before,
      after,
      ...(moved && { moved }),
      ...(falls && { falls }),
      proposals: falls ? calendar.proposals(after) : [],
    };
  };
  const meetings = source.meetings.map(({ id, title, day, from, until, cancelled }) => ({
    ...place('meeting', id, day),
    title,
    hours: { from, until },
    ...(cancelled && { cancelled }),
  }));
  const modules = source.modules.flatMap((module) => datesOf(module, place));
  // Whatever was set to a later day, the intake lasts until then.
  const last = [...meetings, ...modules].filter(({ moved }) => moved).map(({ after }) => after);
  const ends = place('cohort-ends', source.cohortId, source.endsOn, last.reduce(laterOf, firstDay));
  const [strange] = byHand.keys();
  if (strange) throw new BadInput({ moves: [`names no date of what is copied: ${strange}`] });
  return {
    shift,
    dates: [...meetings, ...modules, { ...ends, title: { et: source.name } }],
    dayOf: (what, id) => planned.get(`${what} ${id}`),
  };
}

function datesOf(
  { id, title, startsOn, endsOn, release, activities }: EditionModule,
  place: (what: Dated, id: string, before: Day, notBefore?: Day) => ShiftedDate,
): ShiftedDate[] {
  const starts = startsOn ? [{ ...place('module-starts', id, startsOn), title }] : [];
  // A module that begins later than it would end takes its end along.
  const ends = endsOn ? [{ ...place('module-ends', id, endsOn, starts[0]?.after), title }] : [];
  const opens = activities.flatMap((activity) =>
    activity.opensOn
      ? [{ ...place('activity-opens', activity.id, activity.opensOn), title: activity.title }]
      : [],
  );
  const rules = [{ id, title, release }, ...activities].flatMap((thing) => {
    const first = firstDayOf(thing.release);
    return first ? [{ ...place('rule-opens', thing.id, first), title: thing.title }] : [];
  });
  return [...starts, ...ends, ...opens, ...rules];
}

/** The earliest day a rule names; the others keep their distance from it. */
export function firstDayOf(release: ReleaseRule | undefined): Day | undefined {
  const days = release ? leavesOf(release).flatMap((leaf) => (leaf.when === 'date' ? [leaf.on] : [])) : [];
  return days.sort()[0];
}

function shiftOf(from: Day, to: Day, field = 'firstDay'): number {
  const days = daysBetween(from, to);
  if (!(Math.abs(days) <= FARTHEST)) throw new BadInput({ [field]: ['is more than ten years away'] });
  return days;
}

/** The nearest day that keeps every weekday: at most three days away. Null where the day asked for does. */
export function sameWeekday(startsOn: Day, firstDay: Day): Day | null {
  const days = daysBetween(startsOn, firstDay);
  const off = ((days % 7) + 7) % 7;
  if (off === 0) return null;
  return plusDays(firstDay, off <= 3 ? -off : 7 - off);
}
