import type { AttendanceState } from '@opiring/contract/cohorts';
import type { PulseAnswer } from '@opiring/contract/pulse.values';
import type { ReportView } from '@opiring/contract/report';
import type { LocalText } from '@opiring/contract/text';
import { CIRCLES } from './past.queries';

/** What a report says beside the matrix. */
export interface ReportRow {
  meetings: Record<
    string,
    {
      title: LocalText;
      pulse: Partial<Record<PulseAnswer, number>> | null;
      gone: Partial<Record<AttendanceState | 'unknown', number>>;
    }
  >;
  /** Of those who have left since: how many they are, circles they held, people in them. */
  gone: { people: number; held: number; reached: number };
  stories: ReportView['stories'];
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

/**
 * $1 cohort, $2 the day that is over, or null for now. Titles as they were then. A pulse is there from the day after its week,
 * whole: two days side by side tell no single answer. A story stands by the consent of today, given before that day's end.
 * Whoever left, or was erased, stays in the totals of what they were there for: else the day before their leaving and the day after, side by
 * side, would tell where they were and what they held (rule 7).
 */
export const REPORT = `WITH c AS (SELECT c.*, coalesce(($2::date + 1)::timestamp AT TIME ZONE c.time_zone, 'infinity') AS at
    FROM cohorts c WHERE c.id = $1),
  gone AS (SELECT m.id, m.ended_at FROM c JOIN memberships m ON m.cohort_id = c.id AND m.role = 'participant'
    WHERE m.created_at < c.at AND m.ended_at < least(c.at, now())),
  -- What somebody left who was erased since: counts, by the days they are for.
  erased AS (SELECT e.* FROM c JOIN erased_facts e ON e.cohort_id = c.id WHERE e.from_on <= coalesce($2::date, 'infinity')
    AND (e.until_on IS NULL OR e.until_on > coalesce($2::date, 'infinity')))
  SELECT c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.time_zone AS "timeZone",
    coalesce((SELECT json_object_agg(t.id, json_build_object('title', coalesce(h.before -> 'title', t.title), 'pulse', p.totals, 'gone', coalesce((
          SELECT json_object_agg(state, n) FROM (SELECT state, count(*) AS n FROM (SELECT coalesce(r.state, 'unknown') AS state
            FROM gone g LEFT JOIN LATERAL (SELECT x.after AS state FROM attendance_changes x WHERE x.meeting_id = t.id
              AND x.membership_id = g.id AND x.changed_at < c.at ORDER BY x.id DESC LIMIT 1) r ON true
            WHERE r.state IS NOT NULL OR g.ended_at >= t.ends_at
            UNION ALL SELECT e.state FROM erased e WHERE e.meeting_id = t.id) each GROUP BY 1) u), '{}')))
      FROM meetings t LEFT JOIN LATERAL (SELECT x.before FROM meeting_changes x
          WHERE x.meeting_id = t.id AND x.changed_at >= c.at ORDER BY x.id LIMIT 1) h ON true
        LEFT JOIN app.pulse(c.id) p ON p.meeting_id = t.id AND ($2::date IS NULL OR app.pulse_until(t) < $2::date)
      WHERE t.cohort_id = c.id AND t.created_at < c.at), '{}') AS meetings,
    coalesce((SELECT json_agg(json_build_object('title', s.title, 'author', s.author, 'url', s.url) ORDER BY s.position, s.id)
      FROM stories s WHERE s.programme_id = c.programme_id AND app.story_shown(s, 'public')
        AND NOT EXISTS (SELECT FROM story_people x JOIN story_consents y ON y.person_id = x.id
          WHERE x.story_id = s.id AND y.withdrawn_at IS NULL AND y.given_at >= c.at)), '[]') AS stories,
    (SELECT json_build_object('people', (SELECT count(*) FROM gone) + (SELECT count(*) FROM erased WHERE kind = 'seat'),
        'held', count(*), 'reached', coalesce(sum(o.people), 0))
       FROM (SELECT people FROM (${CIRCLES('(SELECT at FROM c)')}) x WHERE x.host_id IN (SELECT id FROM gone)
         UNION ALL SELECT people FROM erased WHERE kind = 'circle') o) AS gone
  FROM c`;
