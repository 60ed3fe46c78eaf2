import type { ExceptionView, OwnExceptionView } from '@opiring/contract/exceptions';
import type { Day, Instant, LocalText } from '@opiring/contract/text';
import type { ExceptionRow } from './exceptions.queries';
import { inForce } from './exceptions';

/** A module or an activity by its id, as it is called where it is read. */
export type Titles = ReadonlyMap<string, LocalText>;

export const titlesOf = (
  modules: readonly {
    id: string;
    title: LocalText;
    activities: readonly { id: string; title: LocalText }[];
  }[],
): Titles =>
  new Map(
    modules.flatMap((module) => [
      [module.id, module.title] as const,
      ...module.activities.map(({ id, title }) => [id, title] as const),
    ]),
  );

const iso = (instant: Instant): Instant => new Date(instant).toISOString();

/** What was agreed, whole: for whom it is about, and those who agree. */
export function exceptionView(row: ExceptionRow, title: LocalText | null): ExceptionView {
  const { id, kind, people, moduleId, activityId, fromOn, untilOn, reason, by, revision } = row;
  return {
    ...{ id, kind, people, moduleId, activityId, title, fromOn, untilOn, reason, by, revision },
    at: iso(row.at),
    ended: row.endedAt === null ? null : { at: iso(row.endedAt), by: row.endedBy },
    changes: row.changes.map((change) => ({ ...change, at: iso(change.at) })),
  };
}

export const exceptionViews = (rows: readonly ExceptionRow[], titles: Titles): ExceptionView[] =>
  rows.map((row) => exceptionView(row, titles.get(row.activityId ?? row.moduleId ?? '') ?? null));

/** What a mentor sees: that it holds and from when, because the figures follow from it; not why, nor who. */
export function withoutReason(exception: ExceptionView): ExceptionView {
  const { reason: _reason, by: _by, changes: _changes, ended, ...told } = exception;
  return { ...told, ended: ended && { at: ended.at } };
}

/** What holds of each module and activity on a day, as its leader reads it beside the thing itself. */
export function ownExceptions(
  rows: readonly ExceptionRow[],
  me: string,
  today: Day,
): ReadonlyMap<string, OwnExceptionView> {
  return new Map(
    inForce(rows, today).map(({ kind, activityId, moduleId, fromOn, reason, by, people }) => {
      const partner = people.find(({ membershipId }) => membershipId !== me)?.name ?? null;
      const told = {
        kind: kind === 'excused' ? kind : ('opens' as const),
        fromOn,
        reason,
        by,
        with: partner,
      };
      return [activityId ?? moduleId ?? '', told];
    }),
  );
}
