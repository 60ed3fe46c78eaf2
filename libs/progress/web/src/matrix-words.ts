import type { AttendanceState } from '@opiring/contract/cohorts';
import type { ProgressMatrixView, ProgressState } from '@opiring/contract/progress';
import type { Locale } from '@opiring/platform/web';

export type Column = ProgressMatrixView['modules'][number] & {
  /** The module's place among those of the band, 3, or the activity's in it, 3.2; none for what runs alongside. */
  number: string | null;
  /** Where a module's activities begin. */
  first: boolean;
};
/** A module above its activities. */
export type Head = Column & { wide: number };
export type MatrixMeeting = ProgressMatrixView['meetings'][number] & { index: number };

/** In the order in which a reader meets them. */
export const STATES: readonly ProgressState[] = ['done', 'begun', 'ahead', 'paused', 'closed', 'excused'];
export const ATTENDANCES: readonly AttendanceState[] = ['present', 'online', 'part', 'absent', 'excused'];

/** The modules with the numbers people know them by. */
function numbered(modules: ProgressMatrixView['modules']): Column[] {
  let number = 0;
  return modules.map((module) => ({
    ...module,
    number: module.alongside ? null : String(++number),
    first: false,
  }));
}

/** A column for each module, or for each activity where the table tells of activities. */
export function columnsOf({
  modules,
  activities,
}: Pick<ProgressMatrixView, 'modules' | 'activities'>): Column[] {
  const known = numbered(modules);
  if (!activities) return known;
  return known.flatMap(({ id, number, alongside, current }) =>
    activities
      .filter(({ moduleId }) => moduleId === id)
      .map((activity, at) => ({
        id: activity.id,
        title: activity.title,
        alongside,
        current,
        number: `${number ?? '+'}.${at + 1}`,
        first: at === 0,
      })),
  );
}

/** The modules above the activities; none where the columns are modules themselves. */
export function headsOf({ modules, activities }: Pick<ProgressMatrixView, 'modules' | 'activities'>): Head[] {
  const wide = (id: string): number => activities?.filter(({ moduleId }) => moduleId === id).length ?? 0;
  return activities
    ? numbered(modules).flatMap((each) => (wide(each.id) ? [{ ...each, wide: wide(each.id) }] : []))
    : [];
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
