// Reading and saving an entry, and the desk, bare: PostgreSQL writes the JSON and nobody reads it on the way.

const iso = (at) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PERSON = `json_build_object('membershipId', m.id, 'name', a.name, 'role', m.role, 'seat', m.seat, 'municipality', m.municipality,
  'occupation', m.occupation)`;

/** An author's own entry `e`, whole. */
const VIEW = `json_build_object('id', e.id, 'cohortId', e.cohort_id, 'mine', true, 'activityId', e.activity_id, 'questionId', e.question_id,
    'author', (SELECT ${PERSON} FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.id = e.author_id),
    'questionVersion', e.question_version, 'questionPosition', q.position, 'questionText', w.text, 'moment', e.moment,
    'title', e.title, 'body', e.body, 'lang', e.lang, 'revision', e.revision,
    'version', (SELECT coalesce(max(v.number), 0) FROM entry_versions v WHERE v.entry_id = e.id),
    'createdAt', ${iso('e.created_at')}, 'updatedAt', ${iso('e.updated_at')}, 'doneAt', ${iso('e.done_at')},
    'shares', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'audience', s.audience, 'version', s.version, 'purpose', s.purpose,
        'grantedAt', ${iso('s.granted_at')}, 'expiresAt', ${iso('s.expires_at')},
        'until', s.until_on, 'offer', s.offer, 'versionAt', ${iso('g.created_at')},
        'staleSince', CASE WHEN (g.title, g.body, g.lang) IS DISTINCT FROM (e.title, app.shareable(e.body), e.lang) THEN ${iso('e.updated_at')} END,
        'recipients', (SELECT json_agg(${PERSON})
          FROM entry_share_recipients r JOIN memberships m ON m.id = r.membership_id JOIN accounts a ON a.id = m.account_id WHERE r.share_id = s.id))
        ORDER BY s.granted_at), '[]') FROM entry_shares s JOIN entry_versions g ON g.entry_id = e.id AND g.number = s.version
        WHERE s.entry_id = e.id AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())),
    'can', (SELECT json_build_object('edit', sits, 'share', sits, 'delete', true, 'note', false, 'seeReadings', true)
        FROM (SELECT EXISTS (SELECT FROM memberships m WHERE m.account_id = $2 AND m.cohort_id = e.cohort_id AND m.role = 'participant'
          AND m.ended_at IS NULL) AS sits) x))::text AS json, e.revision`;
const WORDS = `LEFT JOIN guiding_questions q ON q.id = e.question_id
  LEFT JOIN guiding_question_versions w ON w.question_id = e.question_id AND w.version = e.question_version`;

/** $1 the entry, $2 the account */
const READ = {
  name: 'entry',
  text: `SELECT ${VIEW} FROM entries e ${WORDS} WHERE e.id = $1 AND e.account_id = $2`,
};

/** $1 the entry, $2 the account, $3 the revision seen, $4 title, $5 body */
const SAVE = {
  name: 'save',
  text: `WITH e AS (UPDATE entries SET title = $4, body = $5, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND account_id = $2 AND revision = $3 RETURNING *)
    SELECT ${VIEW} FROM e ${WORDS}`,
};

export async function entry(pool, viewer, id) {
  const { rows } = await pool.query({ ...READ, values: [id, viewer.account] });
  return rows[0];
}

export async function save(pool, viewer, id, revision, { title, body }) {
  const { rows } = await pool.query({
    ...SAVE,
    values: [id, viewer.account, revision, title, JSON.stringify(body)],
  });
  return rows[0];
}

/** $1 the mentor's seat, $2 how many. The first page; `place` is of its last letter where there are more. */
const DESK = {
  name: 'desk',
  text: `WITH seat AS MATERIALIZED (SELECT m.id, c.time_zone, (now() AT TIME ZONE c.time_zone)::date AS today
      FROM memberships m JOIN cohorts c ON c.id = m.cohort_id WHERE m.id = $1),
  leader AS MATERIALIZED (SELECT m.id, m.seat, ${PERSON} AS person, jsonb_build_object(
      'lastSharedAt', (SELECT ${iso('max(s.granted_at)')} FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id AND r.membership_id = $1
        WHERE s.author_id = m.id AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())),
      'pausedUntil', (SELECT max(p.until_on) FROM agreed_pauses p WHERE p.membership_id = m.id AND p.ended_at IS NULL
        AND seat.today BETWEEN p.from_on AND p.until_on),
      'lastCircleOn', (SELECT max(h.held_on) FROM circles h WHERE h.host_id = m.id AND h.withdrawn_at IS NULL)) AS more
    FROM seat JOIN mentor_assignments x ON x.mentor_id = $1 AND x.ended_at IS NULL
    JOIN memberships m ON m.id = x.participant_id AND m.ended_at IS NULL JOIN accounts a ON a.id = m.account_id),
  waiting AS MATERIALIZED (SELECT s.id, s.entry_id, s.cohort_id, s.author_id, s.version, s.granted_at, row_number() OVER (ORDER BY s.granted_at, s.id) AS n
    FROM entry_share_recipients r JOIN entry_shares s ON s.id = r.share_id
    JOIN mentor_assignments x ON x.participant_id = s.author_id AND x.mentor_id = $1 AND x.ended_at IS NULL
   WHERE r.membership_id = $1 AND s.audience = 'mentor' AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())
     AND NOT EXISTS (SELECT FROM conversations c JOIN notes n ON n.conversation_id = c.id
       WHERE c.entry_id = s.entry_id AND c.mentor_id = $1 AND n.created_at >= s.granted_at)
   ORDER BY s.granted_at, s.id LIMIT $2 + 1),
  letter AS (SELECT w.n, json_build_object('id', w.entry_id, 'cohortId', w.cohort_id, 'author', l.person, 'activityId', v.activity_id,
      'questionId', v.question_id, 'questionVersion', v.question_version, 'questionPosition', q.position, 'questionText', t.text,
      'moment', v.moment, 'title', v.title, 'lang', v.lang, 'opening', v.opening, 'at', ${iso('w.granted_at')}, 'doneAt', NULL,
      'shareId', w.id, 'sharedAt', ${iso('w.granted_at')}, 'waitingDays', greatest(0, seat.today - (w.granted_at AT TIME ZONE seat.time_zone)::date),
      'minutes', greatest(1, ceil(v.words / 180.0)::int)) AS json
    FROM seat, waiting w JOIN leader l ON l.id = w.author_id JOIN entry_versions v ON v.entry_id = w.entry_id AND v.number = w.version
    LEFT JOIN guiding_questions q ON q.id = v.question_id
    LEFT JOIN guiding_question_versions t ON t.question_id = v.question_id AND t.version = v.question_version WHERE w.n <= $2)
  SELECT json_build_object('waiting', (SELECT coalesce(json_agg(json ORDER BY n), '[]') FROM letter),
      'leaders', (SELECT coalesce(json_agg(person::jsonb || more ORDER BY l.seat), '[]') FROM leader l),
      'answeredThisWeek', (SELECT count(DISTINCT n.entry_id) FROM seat, conversations c JOIN notes n ON n.conversation_id = c.id
        WHERE c.mentor_id = $1 AND n.created_at >= date_trunc('week', seat.today::timestamp) AT TIME ZONE seat.time_zone))::text AS json,
    (SELECT to_char(granted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || id FROM waiting
      WHERE n = $2 AND (SELECT count(*) FROM waiting) > $2) AS place`,
};

export async function desk(pool, viewer, cohort, limit) {
  const seat = viewer.seats.find(({ cohortId, role }) => cohortId === cohort && role === 'mentor');
  if (!seat) return undefined;
  const { rows } = await pool.query({ ...DESK, values: [seat.id, limit] });
  const [{ json, place }] = rows;
  if (place === null) return { json };
  return { json: `${json.slice(0, -1)}, "next": "${Buffer.from(place).toString('base64url')}"}` };
}
