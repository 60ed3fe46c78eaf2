import { ATTENDANCE_STATES, type AttendanceState } from '@opiring/contract/cohorts';
import { BEGUN, DONE, type MemberFacts, UNTOUCHED } from './facts';
import { FIRST_LETTER, type MemberRow } from './matrix.queries';

/** How many of what stand in order, and to which module each retired activity belonged. */
export interface Orders {
  readonly activities: number;
  readonly meetings: number;
  readonly retiredModules: readonly number[];
}

/** Reads a row's letters back into facts. */
export function factsOf(row: MemberRow, orders: Orders): MemberFacts {
  const marks = new Uint8Array(orders.activities).fill(UNTOUCHED);
  const retiredDone: number[] = [];
  const letters = row.marks ?? '';
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at) - FIRST_LETTER;
    const ordinal = code >> 1;
    const done = (code & 1) === 1;
    if (ordinal < orders.activities) marks[ordinal] = done ? DONE : BEGUN;
    else if (done) retiredDone.push(orders.retiredModules[ordinal - orders.activities] ?? -1);
  }
  return {
    marks,
    retiredDone,
    attendance: attendanceOf(row.attendance ?? '', orders.meetings),
    practicum: { confirmed: row.confirmed ?? 0, heldOn: row.practicumOn },
    circles: { held: row.circles ?? 0, lastOn: row.lastCircleOn },
    paused: row.pausedUntil !== null,
  };
}

function attendanceOf(letters: string, meetings: number): (AttendanceState | null)[] {
  const states = new Array<AttendanceState | null>(meetings).fill(null);
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at) - FIRST_LETTER;
    states[Math.floor(code / ATTENDANCE_STATES.length)] =
      ATTENDANCE_STATES[code % ATTENDANCE_STATES.length] ?? null;
  }
  return states;
}
