import { ATTENDANCE_STATES, type AttendanceState } from '@opiring/contract/cohorts';
import { exceptionsOf, type Held } from './exceptions';
import { BEGUN, DONE, type MemberFacts, UNTOUCHED } from './facts';
import { factAt, type GatheredRow } from './matrix.queries';
import type { Day } from '@opiring/contract/text';

/** How many of what stand in order, and to which module each retired activity belonged. */
export interface Orders {
  readonly activities: number;
  readonly meetings: number;
  readonly retiredModules: readonly number[];
}

/** One participant's part of what was gathered. */
export interface MemberRow {
  readonly membershipId: string;
  readonly name: string;
  readonly seat: number;
  readonly municipality: string;
  readonly marks: string;
  readonly attendance: string;
  readonly circles: readonly [count: number, people: number, lastOn: Day] | undefined;
  readonly practicum: { readonly confirmed: number; readonly heldOn: Day } | undefined;
  readonly pausedUntil: Day | null;
  readonly planRead: boolean;
  readonly held: readonly Held[] | undefined;

  readonly mentorId: string | null;
}

/** Brings together by member what was gathered by kind. */
export function memberRows({
  members,
  marks,
  attendance,
  circles,
  practicums,
  pauses,
  plans,
  exceptions,
}: GatheredRow): MemberRow[] {
  const read = new Set(plans);
  const practicumOf = furthestPracticums(practicums ?? []);
  return (members ?? []).map(([membershipId, name, seat, municipality, mentorId]) => ({
    membershipId,
    name,
    seat,
    municipality,
    marks: marks?.[membershipId] ?? '',
    attendance: attendance?.[membershipId] ?? '',
    circles: circles?.[membershipId],
    practicum: practicumOf.get(membershipId),
    pausedUntil: pauses?.[membershipId] ?? null,
    planRead: read.has(membershipId),
    held: exceptions?.[membershipId],

    mentorId,
  }));
}

/** Partners may change; of several practicums the one most confirmed stands, of two alike the later. */
function furthestPracticums(
  told: readonly [string, string, number, Day][],
): Map<string, { confirmed: number; heldOn: Day }> {
  const inOrder = told.toSorted((one, other) => one[2] - other[2] || (one[3] < other[3] ? -1 : 1));
  return new Map(
    inOrder.flatMap(([first, second, confirmed, heldOn]) => [
      [first, { confirmed, heldOn }],
      [second, { confirmed, heldOn }],
    ]),
  );
}

/** Reads a row's letters back into facts. */
export function factsOf(row: MemberRow, orders: Orders): MemberFacts {
  const marks = new Uint8Array(orders.activities).fill(UNTOUCHED);
  const retiredDone: number[] = [];
  for (let at = 0; at < row.marks.length; at++) {
    const code = factAt(row.marks, at);
    const ordinal = code >> 1;
    const done = (code & 1) === 1;
    if (ordinal < orders.activities) marks[ordinal] = done ? DONE : BEGUN;
    else if (done) retiredDone.push(orders.retiredModules[ordinal - orders.activities] ?? -1);
  }
  return {
    marks,
    retiredDone,
    attendance: attendanceOf(row.attendance, orders.meetings),
    practicum: row.practicum ?? { confirmed: 0, heldOn: null },
    circles: { held: row.circles?.[0] ?? 0, lastOn: row.circles?.[2] ?? null },
    paused: row.pausedUntil !== null,
    planRead: row.planRead,
    exceptions: exceptionsOf(row.held),
  };
}

function attendanceOf(letters: string, meetings: number): (AttendanceState | null)[] {
  const states = new Array<AttendanceState | null>(meetings).fill(null);
  for (let at = 0; at < letters.length; at++) {
    const code = factAt(letters, at);
    states[Math.floor(code / ATTENDANCE_STATES.length)] =
      ATTENDANCE_STATES[code % ATTENDANCE_STATES.length] ?? null;
  }
  return states;
}
