import type { PulseAnswer } from '@opiring/contract/pulse.values';
import type { ReportView } from '@opiring/contract/report';
import type { LocalText } from '@opiring/contract/text';

/** What a report says beside the matrix. */
export interface ReportRow {
  meetings: Record<string, { title: LocalText; pulse: Partial<Record<PulseAnswer, number>> | null }>;
  stories: ReportView['stories'];
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

/**
 * $1 cohort, $2 the day that is over, or null for now. Titles as they were then. A pulse is there from the day after its week,
 * whole: two days side by side tell no single answer. A story stands by the consent of today, given before that day's end.
 */
export const REPORT = `WITH c AS (SELECT c.*, coalesce(($2::date + 1)::timestamp AT TIME ZONE c.time_zone, 'infinity') AS at
    FROM cohorts c WHERE c.id = $1)
  SELECT c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.time_zone AS "timeZone",
    coalesce((SELECT json_object_agg(t.id, json_build_object('title', coalesce(h.before -> 'title', t.title), 'pulse', p.totals))
      FROM meetings t LEFT JOIN LATERAL (SELECT x.before FROM meeting_changes x
          WHERE x.meeting_id = t.id AND x.changed_at >= c.at ORDER BY x.id LIMIT 1) h ON true
        LEFT JOIN app.pulse(c.id) p ON p.meeting_id = t.id AND ($2::date IS NULL OR app.pulse_until(t) < $2::date)
      WHERE t.cohort_id = c.id AND t.created_at < c.at), '{}') AS meetings,
    coalesce((SELECT json_agg(json_build_object('title', s.title, 'author', s.author, 'url', s.url) ORDER BY s.position, s.id)
      FROM stories s WHERE s.programme_id = c.programme_id AND app.story_shown(s, 'public')
        AND NOT EXISTS (SELECT FROM story_people x JOIN story_consents y ON y.person_id = x.id
          WHERE x.story_id = s.id AND y.withdrawn_at IS NULL AND y.given_at >= c.at)), '[]') AS stories
  FROM c`;
