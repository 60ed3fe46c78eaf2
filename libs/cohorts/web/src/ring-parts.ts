/** A seat of a small ring, drawn as an arc. */
export interface RingPart {
  seat: number;
  path: string;
  filled: boolean;
}

const RADIUS = 26;
const CENTRE = 32;

/** The seats of a ring that stays open at the bottom, those of `filled` marked. */
export function ringParts(seats: number, filled: ReadonlySet<number>): RingPart[] {
  const step = 320 / Math.max(seats, 1);
  const gap = Math.min(5, step / 4);
  return Array.from({ length: seats }, (_, index) => {
    const from = 200 + index * step + gap;
    return { seat: index + 1, path: arc(from, from + step - 2 * gap), filled: filled.has(index + 1) };
  });
}

/** From one compass bearing to another, clockwise. */
function arc(from: number, to: number): string {
  const at = (bearing: number): string => {
    const angle = ((bearing - 90) * Math.PI) / 180;
    return `${round(CENTRE + RADIUS * Math.cos(angle))} ${round(CENTRE + RADIUS * Math.sin(angle))}`;
  };
  return `M${at(from)}A${RADIUS} ${RADIUS} 0 0 1 ${at(to)}`;
}

const round = (n: number): number => Math.round(n * 100) / 100;
