import type { Day } from '@opiring/contract/text';
import type { ModuleView } from '@opiring/contract/curriculum';

const DAY_MS = 86_400_000;
/** A module must stay wide enough to carry its name, even when it lasts a single day. */
const NARROWEST = 24;

export interface Span {
  /** CSS grid lines, counted from 1. */
  start: number;
  end: number;
}
export interface BandMonth extends Span {
  first: Day;
}
export interface BandModule extends Span {
  module: ModuleView;
  number: number;
}
export interface Band {
  columns: string;
  months: BandMonth[];
  modules: BandModule[];
  /** The grid column of a day, or undefined outside the band. */
  columnOf(day: Day): number | undefined;
  /** How far a day lies along the band, from 0 to 1. */
  shareOf(day: Day): number | undefined;
}

const stamp = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Modules with their place in the band: both days given and not running beside the others. */
export function placed(modules: readonly ModuleView[]): ModuleView[] {
  return modules.filter((m) => !m.alongside && m.startsOn && m.endsOn);
}

/**
 * Lays the modules along whole months, a column per day. The days of a very short module are drawn wider,
 * and months, meetings and today follow the same columns, so that nothing overlaps and nothing is misplaced.
 */
export function layBand(modules: readonly ModuleView[]): Band | undefined {
  const inBand = placed(modules);
  if (inBand.length === 0) return undefined;
  const first = monthStart(Math.min(...inBand.map((m) => stamp(m.startsOn ?? ''))));
  const last = monthEnd(Math.max(...inBand.map((m) => stamp(m.endsOn ?? ''))));
  const days = Math.round((last - first) / DAY_MS) + 1;
  const weights = Array.from({ length: days }, () => 1);
  const spans = inBand.map((module) => ({
    module,
    number: modules.filter((m) => !m.alongside).indexOf(module) + 1,
    start: Math.round((stamp(module.startsOn ?? '') - first) / DAY_MS) + 1,
    end: Math.round((stamp(module.endsOn ?? '') - first) / DAY_MS) + 2,
  }));
  for (const { start, end } of spans) {
    const weight = Math.max(1, NARROWEST / (end - start));
    for (let day = start - 1; day < end - 1; day++) weights[day] = Math.max(weights[day] ?? 1, weight);
  }
  const columnOf = (day: Day): number | undefined => {
    const column = Math.round((stamp(day) - first) / DAY_MS) + 1;
    return column >= 1 && column <= days ? column : undefined;
  };
  return {
    columns: weights.map((w) => `minmax(0, ${round(w)}fr)`).join(' '),
    months: monthsBetween(first, last),
    modules: spans,
    columnOf,
    shareOf: (day) => shareOf(weights, columnOf(day)),
  };
}

function shareOf(weights: readonly number[], column: number | undefined): number | undefined {
  if (column === undefined) return undefined;
  const sum = (some: readonly number[]): number => some.reduce((total, w) => total + w, 0);
  return (sum(weights.slice(0, column - 1)) + (weights[column - 1] ?? 1) / 2) / sum(weights);
}

function monthsBetween(first: number, last: number): BandMonth[] {
  const months: BandMonth[] = [];
  for (let at = first; at <= last; at = monthEnd(at) + DAY_MS) {
    const start = Math.round((at - first) / DAY_MS) + 1;
    months.push({ first: dayAt(at), start, end: Math.round((monthEnd(at) - first) / DAY_MS) + 2 });
  }
  return months;
}

function monthStart(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

function monthEnd(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0);
}

const round = (n: number): number => Math.round(n * 100) / 100;
