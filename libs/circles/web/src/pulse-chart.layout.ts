import type { PulseMeetingView } from '@opiring/contract/pulse';
import { PULSE_ANSWERS, type PulseAnswer } from '@opiring/contract/pulse.values';

const LINES = { fully: 30, mostly: 82, little: 134, not: 186 } as const;
const FIRST = 104;
const WIDTH = 316;
const STEP = 16;
/** More answers than this stand as a bar with its number. */
const MOST_DOTS = 20;

export interface PulseDot {
  x: number;
  y: number;
  r: number;
}
export interface PulseBar {
  y: number;
  from: number;
  to: number;
  people: number;
}
export interface PulseColumn {
  meetingId: string;
  heldOn: string;
  /** The column's middle, where its day stands. */
  x: number;
  few: boolean;
  dots: PulseDot[];
  bars: PulseBar[];
}

/** Rows of the drawing, from the safest down. */
export const pulseRows = PULSE_ANSWERS.map((answer) => ({ answer, y: LINES[answer] }));

/** The latest three meetings side by side: a dot an answer, closer together where there are many. */
export function pulseColumns(meetings: readonly PulseMeetingView[]): PulseColumn[] {
  const latest = meetings.slice(-3);
  const wide = WIDTH / Math.max(latest.length, 1);
  const most = Math.max(1, ...latest.flatMap(({ totals }) => (totals ? Object.values(totals) : [])));
  return latest.map(({ meetingId, heldOn, totals }, index) => {
    const left = FIRST + index * wide + 12;
    const column = { meetingId, heldOn, x: FIRST + (index + 0.5) * wide, few: totals === null };
    const answers = PULSE_ANSWERS.map((answer): [PulseAnswer, number] => [answer, totals?.[answer] ?? 0]);
    if (most > MOST_DOTS) return { ...column, dots: [], bars: barsOf(answers, left, wide - 56, most) };
    const step = Math.min(STEP, (wide - 28) / Math.max(most - 1, 1));
    const r = Math.min(6.2, step * 0.4);
    const dots = answers.flatMap(([answer, people]) =>
      Array.from({ length: people }, (_, at) => ({ x: left + at * step, y: LINES[answer], r })),
    );
    return { ...column, dots, bars: [] };
  });
}

function barsOf(answers: [PulseAnswer, number][], from: number, room: number, most: number): PulseBar[] {
  return answers
    .filter(([, people]) => people > 0)
    .map(([answer, people]) => ({ y: LINES[answer], from, to: from + (room * people) / most, people }));
}
