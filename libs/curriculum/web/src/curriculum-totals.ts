import type { ActivityKind, ModuleView } from '@opiring/contract/curriculum';
import { KINDS } from './activity-form';

const ACADEMIC_HOUR = 45;

export interface CurriculumTotals {
  /** Whole academic hours, as programmes are advertised; the two always add up to `all`. */
  academic: { all: number; meetings: number; alone: number };
  /** Only kinds that occur, in the order they are offered. */
  byKind: { kind: ActivityKind; count: number; minutes: number }[];
  /** How many activities say no time at all, and so are missing from the hours. */
  untimed: number;
}

/** What the draft adds up to; what is retired from it no longer counts. */
export function curriculumTotals(modules: readonly ModuleView[]): CurriculumTotals {
  const activities = modules
    .filter((m) => m.draft !== 'retired')
    .flatMap((m) => m.activities)
    .filter((a) => a.draft !== 'retired');
  const byKind = KINDS.map((kind) => {
    const some = activities.filter((a) => a.kind === kind);
    return { kind, count: some.length, minutes: some.reduce((sum, a) => sum + (a.minutes ?? 0), 0) };
  }).filter(({ count }) => count > 0);
  const minutes = (together: boolean): number =>
    byKind.filter(({ kind }) => (kind === 'attend') === together).reduce((sum, row) => sum + row.minutes, 0);
  const meetings = Math.round(minutes(true) / ACADEMIC_HOUR);
  const alone = Math.round(minutes(false) / ACADEMIC_HOUR);
  return {
    academic: { all: meetings + alone, meetings, alone },
    byKind,
    untimed: activities.filter((a) => a.minutes === null).length,
  };
}
