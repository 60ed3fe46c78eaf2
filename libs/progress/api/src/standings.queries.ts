import type { PulseAnswer } from '@opiring/contract/pulse.values';
import type { Day } from '@opiring/contract/text';
import { GATHERED, HEAD } from './matrix.queries';

/** What is asked about the members of one cohort: the parameters of `GATHERED` by name. */
export interface Asked {
  readonly cohortId: string;
  readonly today: Day;
  readonly activities: readonly string[];
  readonly begun: readonly string[];
  readonly done: readonly string[];
  readonly meetings: readonly string[];
}
export interface PulseOfRow {
  cohortId: string;
  meetingId: string;
  heldOn: Day;
  totals: Partial<Record<PulseAnswer, number>> | null;
}

/** The same statement with its parameters taken from a row, so that several cohorts are asked at once and in the same words. */
const asked = (text: string, names: readonly string[]): string =>
  names.reduce((told, name, at) => told.replaceAll(`$${at + 1}`, name), text);

/** $1 cohorts, $2 now, $3 editions whose content is known. By the first day; the latest fifty. */
export const HEADS = `SELECT q.id AS "cohortId", h.*
  FROM (SELECT c.id FROM cohorts c WHERE c.id = ANY($1::uuid[]) ORDER BY c.starts_on DESC, c.id DESC LIMIT 50) q
  CROSS JOIN LATERAL (${asked(HEAD, ['q.id'])}) h ORDER BY h."startsOn", q.id`;

/** $1 a list of what is asked, as JSON. */
export const GATHERED_OF_ALL = `SELECT q."cohortId", g.* FROM json_to_recordset($1::json)
    AS q("cohortId" uuid, today date, activities uuid[], begun text[], done text[], meetings uuid[])
  CROSS JOIN LATERAL (${asked(GATHERED, ['q."cohortId"', 'q.today', 'q.activities', 'q.begun', 'q.done', 'q.meetings', 'NULL'])}) g`;

/** $1 cohorts: what was answered after each of their meetings, the week of answering being over; no totals below five. */
export const PULSES = `SELECT q.id AS "cohortId", t.id AS "meetingId",
    to_char(t.ends_at AT TIME ZONE c.time_zone, 'YYYY-MM-DD') AS "heldOn", p.totals
  FROM unnest($1::uuid[]) AS q(id) JOIN cohorts c ON c.id = q.id
  CROSS JOIN LATERAL app.pulse(q.id) p JOIN meetings t ON t.id = p.meeting_id ORDER BY t.ends_at`;
