import type { PulseAskView } from '@opiring/contract/pulse';
import type { PulseAnswer } from '@opiring/contract/pulse.values';
import type { Day, LocalText } from '@opiring/contract/text';

export interface PulseRow {
  meetingId: string;
  title: LocalText;
  heldOn: Day;
  totals: Partial<Record<PulseAnswer, number>> | null;
}

const HELD_ON = `to_char(h.ends_at AT TIME ZONE c.time_zone, 'YYYY-MM-DD')`;

/** $1 cohort: what was answered after each of its meetings. */
export const PULSE = `SELECT h.id AS "meetingId", h.title, ${HELD_ON} AS "heldOn", p.totals
  FROM app.pulse($1) p JOIN meetings h ON h.id = p.meeting_id JOIN cohorts c ON c.id = h.cohort_id ORDER BY h.ends_at`;

/** $1 cohort, $2 the participant: the latest meeting that waits for their answer. */
export const PULSE_ASK = `SELECT h.id AS "meetingId", h.title, ${HELD_ON} AS "heldOn",
    to_char(app.pulse_until(h), 'YYYY-MM-DD') AS until
  FROM meetings h JOIN cohorts c ON c.id = h.cohort_id
 WHERE h.cohort_id = $1 AND app.pulse_open(h)
   AND NOT EXISTS (SELECT FROM pulse_answered a WHERE a.meeting_id = h.id AND a.membership_id = $2)
 ORDER BY h.ends_at DESC LIMIT 1`;
export type PulseAskRow = PulseAskView;

/** $1 meeting: the cohort it belongs to. */
export const COHORT_OF_MEETING = `SELECT cohort_id AS "cohortId" FROM meetings WHERE id = $1`;

/** $1 meeting, $2 answer: taken, already, closed, or null where it is not the asker's to give. */
export const ANSWER_PULSE = `SELECT app.answer_pulse($1, $2) AS outcome`;
export type PulseOutcome = 'taken' | 'already' | 'closed' | null;
