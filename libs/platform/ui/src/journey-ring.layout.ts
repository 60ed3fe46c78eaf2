import { TURN_FROM, TURN_TO, arc, pointAt } from './arc';

/** What the ring is drawn from. Days are `YYYY-MM-DD`. */
export interface RingJourney {
  startsOn: string;
  endsOn: string;
  /** Absent on the public page: then nothing is past, current or ahead. */
  today?: string | null;
  modules: readonly { title: string; startsOn: string; endsOn: string }[];
  questions: readonly { moments: readonly { on: string; state: 'done' | 'half' | 'open' | 'shut' }[] }[];
  meetings: readonly { on: string; state?: 'been' | 'next' | 'ahead' }[];
}
export interface RingSizes {
  month: { below: number; above: number; tick: [number, number]; style: 'long' | 'short' };
  band: { radius: number; width: number; above: number; below: number };
  questions: { outer: number; step: number; bead: number };
  meeting: { radius: number; bead: number };
  hand: [number, number];
}
export const LARGE: RingSizes = {
  month: { below: 341, above: 329, tick: [315, 331], style: 'long' },
  band: { radius: 286, width: 46, above: 279.5, below: 292.5 },
  questions: { outer: 236, step: 33, bead: 12.5 },
  meeting: { radius: 309, bead: 8.5 },
  hand: [104, 325],
};
export const SMALL: RingSizes = {
  month: { below: 343, above: 323, tick: [295, 311], style: 'short' },
  band: { radius: 262, width: 54, above: 262, below: 262 },
  questions: { outer: 206, step: 43, bead: 20.5 },
  meeting: { radius: 289, bead: 12 },
  hand: [44, 309],
};
const CENTRE = 360;
const DAY = 86_400_000;
/** Half of the gap between two modules, in degrees. */
const GAP = 0.55;

const numberOf = (day: string) => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
/** Clockwise from the top, 0…360. */
export const turned = (bearing: number) => ((bearing % 360) + 360) % 360;
const isBelow = (bearing: number) => turned(bearing) > 90 && turned(bearing) < 270;

/** Turns days into bearings: the whole journey is one turn from 200° to 520°, whole days wide, its last day included. */
export class RingScale {
  private readonly first: number;
  private readonly days: number;

  constructor(startsOn: string, endsOn: string) {
    this.first = numberOf(startsOn);
    this.days = Math.max(numberOf(endsOn) - this.first + 1, 1);
  }
  /** Where a day begins; days outside are held at the ends. */
  at(day: string): number {
    const share = (numberOf(day) - this.first) / this.days;
    return TURN_FROM + (TURN_TO - TURN_FROM) * Math.min(Math.max(share, 0), 1);
  }
  after(day: string): number {
    return this.at(dayOf(numberOf(day) + 1));
  }
}

export interface RingLabel {
  path: string;
  /** Reading along the path, in percent. */
  offset: number;
}

/** A curved line for words, always read left to right: clockwise above, anticlockwise below. */
function labelPath(from: number, to: number, above: number, below: number): string {
  return isBelow((from + to) / 2)
    ? arc(CENTRE, CENTRE, below, to, from)
    : arc(CENTRE, CENTRE, above, from, to);
}

export function layMonths(journey: RingJourney, scale: RingScale, sizes: RingSizes) {
  const months: { first: string; tick: string; label: string; wide: boolean }[] = [];
  let day = `${journey.startsOn.slice(0, 7)}-01`;
  while (day <= journey.endsOn) {
    const next = dayOf(numberOf(`${day.slice(0, 7)}-28`) + 7).slice(0, 7) + '-01';
    const from = scale.at(day);
    const to = next > journey.endsOn ? TURN_TO : scale.at(next);
    const [inner, outer] = sizes.month.tick.map((radius) => pointAt(CENTRE, CENTRE, radius, from));
    months.push({
      first: day,
      tick: inner && outer ? `M${inner.x} ${inner.y}L${outer.x} ${outer.y}` : '',
      label: labelPath(from, to, sizes.month.above, sizes.month.below),
      wide: to - from > 14,
    });
    day = next;
  }
  return months;
}

export interface RingModule {
  path: string;
  state: 'past' | 'cur' | 'next' | 'soft';
  /** The part already gone of the current module. */
  gone: string | null;
  title: string;
  label: RingLabel | null;
  /** On which ground the words stand. */
  ink: 'past' | 'cur' | 'next' | 'soft';
  number: { x: number; y: number } | null;
}

/** Literata's cousin at 18 units: about this wide per letter. */
const LETTER = 9.6;

export function layModules(journey: RingJourney, scale: RingScale, sizes: RingSizes): RingModule[] {
  const now = journey.today ? scale.at(journey.today) : null;
  const beads = journey.meetings.map(({ on }) => scale.at(on));
  return journey.modules.map((module, index) => {
    const from = scale.at(module.startsOn) + (index === 0 ? 0 : GAP);
    const to = Math.max(scale.after(module.endsOn) - GAP, from + 1.5);
    const state = now === null ? 'soft' : now >= to ? 'past' : now > from ? 'cur' : 'next';
    const gone = state === 'cur' && now !== null ? arc(CENTRE, CENTRE, sizes.band.radius, from, now) : null;
    // The current module's name stands on the part gone while it fits there, else on the part to come.
    const parts: [number, number, RingModule['ink']][] =
      state === 'cur' && now !== null
        ? [
            [from, now - 1, 'cur'],
            [now + 1, to, 'soft'],
          ]
        : [[from, to, state]];
    const room = parts.find(([a, b]) => arcLength(b - a, sizes) > module.title.length * LETTER + 10);
    const middle = (from + to) / 2;
    const onGone = now !== null && middle < now;
    return {
      path: arc(CENTRE, CENTRE, sizes.band.radius, from, to),
      state,
      gone,
      title: module.title,
      label: room ? placeLabel(room[0], room[1], module.title, beads, sizes) : null,
      ink: room ? room[2] : state === 'cur' ? (onGone ? 'cur' : 'soft') : state,
      number: arcLength(to - from, sizes) > 34 ? pointAt(CENTRE, CENTRE, sizes.band.radius, middle) : null,
    };
  });
}

const arcLength = (degrees: number, sizes: RingSizes) => (degrees * Math.PI * sizes.band.radius) / 180;

/** In the middle if no meeting's bead stands there, else where there is room to its side. */
function placeLabel(from: number, to: number, title: string, beads: number[], sizes: RingSizes): RingLabel {
  const span = to - from;
  const half = (((title.length * LETTER) / 2 / sizes.band.radius) * 180) / Math.PI;
  const clear = (share: number) => {
    const middle = from + span * share;
    const inside = middle - half > from && middle + half < to;
    return inside && beads.every((bead) => Math.abs(bead - middle) > half + 2);
  };
  const share = [0.5, 0.36, 0.64, 0.3, 0.7, 0.25, 0.75].find(clear) ?? 0.5;
  const below = isBelow((from + to) / 2);
  return {
    path: labelPath(from, to, sizes.band.above, sizes.band.below),
    offset: Math.round((below ? 1 - share : share) * 100),
  };
}

export function layQuestions(journey: RingJourney, scale: RingScale, sizes: RingSizes) {
  return journey.questions.map(({ moments }, index) => {
    const radius = sizes.questions.outer - sizes.questions.step * index;
    const beads = moments.map(({ on, state }) => ({
      ...pointAt(CENTRE, CENTRE, radius, scale.at(on)),
      bearing: scale.at(on),
      state,
    }));
    const written = wayWritten(beads);
    return {
      radius,
      track: arc(CENTRE, CENTRE, radius, 202, 518),
      written: written ? arc(CENTRE, CENTRE, radius, ...written) : null,
      beads,
    };
  });
}

/** The line of one's own words: through what is written, up to what is begun, and a little onwards after the first. */
function wayWritten(beads: { bearing: number; state: string }[]): [number, number] | null {
  const first = beads[0];
  if (first?.state !== 'done') return null;
  const done = beads.filter(({ state }) => state === 'done');
  const last = done.at(-1) ?? first;
  const next = beads[beads.indexOf(last) + 1];
  if (next?.state === 'half') return [first.bearing, Math.max(next.bearing - 14, last.bearing)];
  if (done.length > 1) return [first.bearing, last.bearing];
  return [first.bearing, Math.min(first.bearing + 34, (next?.bearing ?? 518) - 14)];
}

export function layMeetings(journey: RingJourney, scale: RingScale, sizes: RingSizes) {
  return journey.meetings.map(({ on, state }) => ({
    ...pointAt(CENTRE, CENTRE, sizes.meeting.radius, scale.at(on)),
    state: state ?? 'ahead',
  }));
}

export function layHand(journey: RingJourney, scale: RingScale, sizes: RingSizes) {
  if (!journey.today) return null;
  const bearing = scale.at(journey.today);
  const inner = pointAt(CENTRE, CENTRE, sizes.hand[0], bearing);
  const tip = pointAt(CENTRE, CENTRE, sizes.hand[1], bearing);
  return { path: `M${inner.x} ${inner.y}L${tip.x} ${tip.y}`, tip };
}
