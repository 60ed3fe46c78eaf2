import type { AttendanceState } from '@opiring/contract/cohorts';
import type { ProgressMatrixView, ProgressState } from '@opiring/contract/progress';
import type { Locale } from '@opiring/platform/web';

export type Column = ProgressMatrixView['modules'][number] & {
  /** The module's place among those of the band; none for what runs alongside. */
  number: number | null;
};
export type MatrixMeeting = ProgressMatrixView['meetings'][number] & { index: number };

/** In the order in which a reader meets them. */
export const STATES: readonly ProgressState[] = ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'];
export const ATTENDANCES: readonly AttendanceState[] = ['present', 'online', 'part', 'absent', 'excused'];

/** The columns with the numbers people know the modules by. */
export function columnsOf(modules: ProgressMatrixView['modules']): Column[] {
  let number = 0;
  return modules.map((module) => ({ ...module, number: module.alongside ? null : ++number }));
}

/** Only what took place has squares; each keeps its index into the members' attendance. */
export function heldMeetings(meetings: ProgressMatrixView['meetings']): MatrixMeeting[] {
  return meetings.map((meeting, index) => ({ ...meeting, index })).filter(({ state }) => state === 'held');
}

/** 4.10 in Estonian and Russian, 4/10 in English. */
export function dayAndMonth(day: string, locale: Locale): string {
  const [, month, date] = day.split('-').map(Number);
  return locale === 'en' ? `${date}/${month}` : `${date}.${month}`;
}
