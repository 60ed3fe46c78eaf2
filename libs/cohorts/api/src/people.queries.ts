/** How many people a page holds: more than any one circle, so that a cohort of today comes whole. */
export const PEOPLE_PER_PAGE = 500;

const ORDER = `coalesce(m.seat, 32767), m.id`;

/**
 * $1 the cohort, $2 now, $3 whether those who left are wanted, $4 the last member of the page before, $5 how many,
 * $6 one member alone. Everything that is known of a member; the view leaves out what the reader may not see.
 */
export const MEMBERS = `SELECT m.id AS "membershipId", a.name, m.role, m.seat, m.municipality, m.occupation, a.email,
    m.ended_at IS NOT NULL AS ended, x.mentor_id AS "mentorId", pair.id AS "pairId", pair.partner AS "partnerId",
    (SELECT max(g.until_on)::text FROM agreed_pauses g JOIN cohorts c ON c.id = g.cohort_id
      WHERE g.membership_id = m.id AND g.cohort_id = $1 AND g.ended_at IS NULL
        AND ($2::timestamptz AT TIME ZONE c.time_zone)::date BETWEEN g.from_on AND g.until_on) AS "pausedUntil"
  FROM memberships m JOIN accounts a ON a.id = m.account_id
  LEFT JOIN mentor_assignments x ON x.participant_id = m.id AND x.ended_at IS NULL
  LEFT JOIN LATERAL (
    SELECT f.id, f.second_id AS partner FROM learning_pairs f WHERE f.first_id = m.id AND f.ended_at IS NULL
    UNION ALL SELECT s.id, s.first_id FROM learning_pairs s WHERE s.second_id = m.id AND s.ended_at IS NULL) pair ON true
  WHERE m.cohort_id = $1 AND ($3 OR m.ended_at IS NULL) AND ($6::uuid IS NULL OR m.id = $6)
    AND ($4::uuid IS NULL OR (${ORDER}) > (SELECT coalesce(l.seat, 32767), l.id FROM memberships l WHERE l.id = $4 AND l.cohort_id = $1))
  ORDER BY ${ORDER} LIMIT $5`;
