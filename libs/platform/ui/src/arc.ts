/**
 * The geometry of the ring. Bearings are degrees clockwise from the top; the opening is centred on 180°, at the bottom.
 * Ten seats stand at 216° + 32°·n; a whole journey turns from 200° to 520° (= 160°).
 */
export const OPENING = 180;
export const FIRST_SEAT = 216;
export const LAST_SEAT = 504;
export const TURN_FROM = 200;
export const TURN_TO = 520;

export interface Point {
  x: number;
  y: number;
}

/** Two decimals are finer than any screen shows. */
export const round = (value: number): number => Math.round(value * 100) / 100;

export function pointAt(cx: number, cy: number, radius: number, bearing: number): Point {
  const angle = (bearing * Math.PI) / 180;
  return { x: round(cx + radius * Math.sin(angle)), y: round(cy - radius * Math.cos(angle)) };
}

/** An arc's path from one bearing to another; clockwise when the second is larger. */
export function arc(cx: number, cy: number, radius: number, from: number, to: number): string {
  const start = pointAt(cx, cy, radius, from);
  const end = pointAt(cx, cy, radius, to);
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  const sweep = to > from ? 1 : 0;
  return `M${start.x} ${start.y}A${round(radius)} ${round(radius)} 0 ${large} ${sweep} ${end.x} ${end.y}`;
}

/** The bearing of seat 1…n of n. Ten are 32° apart; other numbers share the same span. */
export function seatBearing(seat: number, seats = 10): number {
  if (seats <= 1) return 360;
  return FIRST_SEAT + ((LAST_SEAT - FIRST_SEAT) / (seats - 1)) * (seat - 1);
}

/** Each seat's path. */
export function seatPaths(cx: number, cy: number, radius: number, half: number, seats = 10): string[] {
  const width = seats > 10 ? (half * 9) / (seats - 1) : half;
  return Array.from({ length: seats }, (_, n) => {
    const bearing = seatBearing(n + 1, seats);
    return arc(cx, cy, radius, bearing - width, bearing + width);
  });
}
