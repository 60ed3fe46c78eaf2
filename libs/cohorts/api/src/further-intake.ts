import type { Day } from '@opiring/contract/text';
import type { Tx } from '@opiring/platform/api';
import { Cohort } from './cohort.entity';
import { Membership } from './membership.entity';

/** The cohort a further intake is made after. */
export interface EarlierIntake {
  id: string;
  programmeId: string;
  timeZone: string;
}
/** A further intake, with its meetings by the ids of those they were made after. */
export interface FurtherIntake {
  cohortId: string;
  meetings: Map<string, string>;
}

/**
 * $1 the new cohort, $2 the earlier one, $3 its meetings with their new days. The hours stay what the wall clock said, whatever the
 * clocks do in between; the steps of the day come along unpublished, its guest and its link do not. What falls into an hour that does not exist keeps its length.
 */
const PLAN_MEETINGS = `WITH planned AS (INSERT INTO meetings (cohort_id, position, title, about, place, agenda, starts_at, ends_at, copied_from)
  SELECT $1, row_number() OVER (ORDER BY s.starts_at, t.position), t.title, t.about, t.place, t.agenda, s.starts_at,
      CASE WHEN s.ends_at > s.starts_at THEN s.ends_at ELSE s.starts_at + (t.ends_at - t.starts_at) END, coalesce(t.copied_from, t.id)
    FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, day date)
    JOIN meetings t ON t.id = r.id AND t.cohort_id = $2 JOIN cohorts c ON c.id = t.cohort_id
    CROSS JOIN LATERAL (SELECT t.starts_at AT TIME ZONE c.time_zone AS first, t.ends_at AT TIME ZONE c.time_zone AS last) w
    CROSS JOIN LATERAL (SELECT (w.first + (r.day - w.first::date) * interval '1 day') AT TIME ZONE c.time_zone AS starts_at,
      (w.last + (r.day - w.first::date) * interval '1 day') AT TIME ZONE c.time_zone AS ends_at) s
  RETURNING id, copied_from)
  SELECT p.id, t.id AS "madeAfter" FROM planned p JOIN meetings t ON t.cohort_id = $2 AND coalesce(t.copied_from, t.id) = p.copied_from`;

/** $1 the new cohort, $2 the earlier one, $3 who, $4 when: what its certificate asks for, where it has a rule of its own. */
const KEEP_RULE = `INSERT INTO completion_rules (cohort_id, revision, rule, changed_by, changed_at)
  SELECT $1, 1, rule, $3, $4 FROM completion_rules WHERE cohort_id = $2 ORDER BY revision DESC LIMIT 1`;

/** The cohort, the viewer as its organizer, its meetings as planned ones. Nobody else's seat, nor anything anybody did, comes along. */
export async function furtherIntake(
  tx: Tx,
  earlier: EarlierIntake,
  sent: { name: string; startsOn: Day; endsOn: Day },
  meetings: readonly { id: string; day: Day }[],
): Promise<FurtherIntake> {
  const { programmeId, timeZone } = earlier;
  const founded = { ...sent, programmeId, timeZone, copiedFrom: earlier.id };
  const { id: cohortId } = await tx.manager.save(tx.manager.create(Cohort, founded));
  const seat = { cohortId, accountId: tx.viewer.accountId, role: 'organizer' as const, seat: null };
  await tx.manager.insert(Membership, seat);
  const planned = await tx.manager.query<{ id: string; madeAfter: string }[]>(PLAN_MEETINGS, [
    cohortId,
    earlier.id,
    JSON.stringify(meetings),
  ]);
  await tx.manager.query(KEEP_RULE, [cohortId, earlier.id, tx.viewer.accountId, tx.now]);
  return { cohortId, meetings: new Map(planned.map(({ id, madeAfter }) => [madeAfter, id])) };
}
