// The cohort's table, bare: one statement beside the session's, facts as letters, editions remembered.
import { activityStates, attended, certificate, dayOf, flatten, weekOf } from './fold.mjs';

const editions = new Map();

/** $1 cohort, $2 the activities as last known, in order */
const MATRIX = {
  name: 'matrix',
  text: `WITH t AS (SELECT id, position, starts_at, ends_at, cancelled_at, row_number() OVER (ORDER BY starts_at, id)::int AS n
      FROM meetings WHERE cohort_id = $1)
    SELECT c.name, p.title AS "programmeTitle", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", p.completion_rule AS rule,
      (now() AT TIME ZONE c.time_zone)::date::text AS today,
      (SELECT id FROM editions WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1) AS edition,
      (SELECT json_agg(json_build_object('id', id, 'position', position, 'startsAt', starts_at, 'day', (starts_at AT TIME ZONE c.time_zone)::date,
          'state', CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled' WHEN ends_at <= now() THEN 'held' ELSE 'planned' END) ORDER BY n) FROM t) AS meetings,
      (SELECT json_agg(json_build_array(m.id, (SELECT a.name FROM accounts a WHERE a.id = m.account_id), m.seat, m.municipality, g.mentor_id)
        ORDER BY m.seat) FROM memberships m LEFT JOIN mentor_assignments g ON g.participant_id = m.id AND g.cohort_id = $1 AND g.ended_at IS NULL
        WHERE m.cohort_id = $1 AND m.role = 'participant' AND m.ended_at IS NULL) AS members,
      (SELECT json_agg(json_build_object('membershipId', m.id, 'name', a.name) ORDER BY a.name COLLATE estonian, m.id)
        FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.cohort_id = $1 AND m.role = 'mentor') AS mentors,
      (SELECT json_object_agg(membership_id, told) FROM (SELECT f.membership_id,
          string_agg(chr(40 + 2 * x.n::int + CASE WHEN f.done_at IS NULL THEN 0 ELSE 1 END), '') AS told
          FROM activity_facts f JOIN unnest($2::uuid[]) WITH ORDINALITY AS x(id, n) ON x.id = f.activity_id
         WHERE f.cohort_id = $1 GROUP BY f.membership_id) f) AS marks,
      (SELECT json_object_agg(membership_id, told) FROM (SELECT r.membership_id, string_agg(
          chr(40 + 5 * (t.n - 1) + array_position(ARRAY['present', 'online', 'part', 'absent', 'excused'], r.state) - 1), '') AS told
          FROM attendances r JOIN t ON t.id = r.meeting_id WHERE r.cohort_id = $1 GROUP BY r.membership_id) r) AS attendance,
      (SELECT json_object_agg(host_id, told) FROM (SELECT host_id, json_build_array(count(*), sum(people), max(held_on)) AS told
          FROM circles WHERE cohort_id = $1 AND withdrawn_at IS NULL GROUP BY host_id) o) AS circles,
      (SELECT json_agg(json_build_array(x.first_id, x.second_id, (SELECT count(*) FROM practicum_confirmations k WHERE k.practicum_id = o.id), o.held_on))
         FROM practicums o JOIN learning_pairs x ON x.id = o.pair_id AND x.cohort_id = $1 WHERE o.cohort_id = $1) AS practicums,
      (SELECT json_object_agg(membership_id, until) FROM (SELECT membership_id, max(until_on) AS until FROM agreed_pauses WHERE cohort_id = $1
          AND ended_at IS NULL AND (now() AT TIME ZONE c.time_zone)::date BETWEEN from_on AND until_on GROUP BY 1) g) AS pauses
    FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`,
};
const EDITION = {
  name: 'edition',
  text: `SELECT id, content FROM editions WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1`,
};

/** The published edition of a cohort, read once; `newest` says when another has come since. */
export async function editionOf(pool, cohort, newest) {
  const known = editions.get(cohort);
  if (known && (newest === undefined || known.id === newest)) return known;
  const { rows } = await pool.query({ ...EDITION, values: [cohort] });
  const edition = flatten(rows[0].id, rows[0].content);
  editions.set(cohort, edition);
  return edition;
}

export async function matrix(pool, viewer, cohort) {
  if (!viewer.seats.some((seat) => seat.cohortId === cohort && seat.role === 'program_leader'))
    return undefined;
  let edition = await editionOf(pool, cohort);
  for (;;) {
    const { rows } = await pool.query({ ...MATRIX, values: [cohort, edition.ids] });
    const [row] = rows;
    if (row.edition === edition.id) return view(cohort, row, edition);
    edition = await editionOf(pool, cohort, row.edition);
  }
}

const STATES = ['present', 'online', 'part', 'absent', 'excused'];

function attendanceFrom(letters, meetings) {
  const states = new Array(meetings).fill(null);
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at) - 40;
    states[Math.floor(code / 5)] = STATES[code % 5];
  }
  return states;
}

function marksFrom(letters, activities) {
  const marks = new Uint8Array(activities);
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at) - 42;
    marks[code >> 1] = 1 + (code & 1);
  }
  return marks;
}

function practicumsBy(told) {
  const by = new Map();
  for (const [first, second, confirmed, heldOn] of told ?? []) {
    const known = by.get(first) ?? by.get(second);
    if (known && (known.confirmed > confirmed || (known.confirmed === confirmed && known.heldOn > heldOn)))
      continue;
    by.set(first, { confirmed, heldOn }).set(second, { confirmed, heldOn });
  }
  return by;
}

function view(cohort, row, edition) {
  const { meetings } = row;
  const day = dayOf(edition, row);
  const held = meetings.flatMap((meeting, at) => (meeting.state === 'held' ? [at] : []));
  const totals = { circles: 0, people: 0, lastMeetingAttended: held.length ? 0 : null };
  const practicums = practicumsBy(row.practicums);
  const members = row.members.map(([membershipId, name, seat, municipality, mentorId]) => {
    const attendance = attendanceFrom(row.attendance?.[membershipId] ?? '', meetings.length);
    const [circles, people, lastOn] = row.circles?.[membershipId] ?? [0, 0, null];
    const pausedUntil = row.pauses?.[membershipId] ?? null;
    const marks = marksFrom(row.marks?.[membershipId] ?? '', day.length);
    const { confirmed, heldOn } = practicums.get(membershipId) ?? { confirmed: 0, heldOn: null };
    const member = { marks, attendance, circles, lastOn, confirmed, heldOn, paused: pausedUntil !== null };
    totals.circles += circles;
    totals.people += people;
    if (held.length && attended(attendance[held.at(-1)])) totals.lastMeetingAttended++;
    const states = activityStates(day, member);
    const { state } = certificate(row, member);
    return {
      membershipId,
      name,
      seat,
      municipality,
      states,
      attendance,
      circles,
      certificate: state,
      pausedUntil,
      mentorId,
    };
  });
  const accompanying = new Set(members.map(({ mentorId }) => mentorId));
  const mentors = (row.mentors ?? []).filter(({ membershipId }) => accompanying.has(membershipId));
  return { ...head(cohort, row, edition), mentors, members, totals };
}

function head(cohort, row, { modules, activities }) {
  const { name, programmeTitle, today, endsOn, meetings } = row;
  const begun = modules.filter(
    ({ alongside, startsOn }) => !alongside && startsOn !== null && startsOn <= today,
  );
  const current =
    today > endsOn
      ? undefined
      : begun.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1)).at(-1)?.id;
  return {
    cohort: { id: cohort, name, programmeTitle, today, week: weekOf(row) },
    modules: modules.map(({ id, title, alongside }) => ({ id, title, alongside, current: id === current })),
    activities: activities.map(({ id, moduleId, title, kind }) => ({ id, moduleId, title, kind })),
    meetings: meetings.map(({ id, position, startsAt, state }) => ({
      id,
      position,
      startsAt: new Date(startsAt).toISOString(),
      state,
    })),
  };
}
