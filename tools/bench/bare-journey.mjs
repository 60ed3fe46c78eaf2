// A participant's own page, bare: one statement beside the session's, the edition remembered.
import { editionOf } from './bare-matrix.mjs';
import { activityStates, attended, certificate, dayOf, moduleStates, weekOf } from './fold.mjs';

const PERSON = `json_build_object('membershipId', m.id, 'name', a.name, 'role', m.role, 'seat', m.seat, 'municipality', m.municipality,
  'occupation', m.occupation) FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.ended_at IS NULL AND m.id`;

/** $1 cohort, $2 the participant's seat, $3 the account */
const JOURNEY = {
  name: 'journey',
  text: `SELECT json_build_object('id', c.id, 'name', c.name, 'programmeSlug', p.slug, 'programmeTitle', p.title, 'timeZone', c.time_zone,
      'startsOn', c.starts_on, 'endsOn', c.ends_on) AS cohort, coalesce((SELECT r.rule FROM completion_rules r WHERE r.cohort_id = c.id ORDER BY r.revision DESC LIMIT 1), p.completion_rule) AS rule, (now() AT TIME ZONE c.time_zone)::date::text AS today,
    (SELECT id FROM editions WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1) AS edition,
    (SELECT ${PERSON} = $2) AS me,
    (SELECT ${PERSON} = (SELECT mentor_id FROM mentor_assignments WHERE participant_id = $2 AND ended_at IS NULL)) AS mentor,
    (SELECT ${PERSON} = coalesce((SELECT second_id FROM learning_pairs WHERE first_id = $2 AND ended_at IS NULL),
      (SELECT first_id FROM learning_pairs WHERE second_id = $2 AND ended_at IS NULL))) AS partner,
    EXISTS (SELECT FROM agreed_pauses WHERE cohort_id = $1 AND membership_id = $2 AND ended_at IS NULL
      AND (now() AT TIME ZONE c.time_zone)::date BETWEEN from_on AND until_on) AS paused,
    (SELECT json_agg(json_build_object('id', t.id, 'position', t.position, 'title', t.title, 'about', t.about, 'place', t.place,
        'startsAt', t.starts_at, 'endsAt', t.ends_at, 'revision', t.revision, 'movedFrom', (SELECT h.before ->> 'startsAt' FROM meeting_changes h
          WHERE h.meeting_id = t.id AND h.before ->> 'startsAt' <> h.after ->> 'startsAt' ORDER BY h.id LIMIT 1),
        'state', CASE WHEN t.cancelled_at IS NOT NULL THEN 'cancelled' WHEN t.ends_at <= now() THEN 'held' ELSE 'planned' END,
        'link', t.link, 'checkIn', EXISTS (SELECT FROM check_in_codes x WHERE x.meeting_id = t.id AND x.valid_until > now()), 'myReply', y.coming, 'myAttendance', r.state) ORDER BY t.starts_at, t.id) FROM meetings t
      LEFT JOIN meeting_replies y ON y.meeting_id = t.id AND y.membership_id = $2
      LEFT JOIN attendances r ON r.meeting_id = t.id AND r.membership_id = $2 WHERE t.cohort_id = $1) AS meetings,
    (SELECT json_agg(json_build_object('id', q.id, 'position', q.position, 'strand', q.strand, 'version', v.version, 'text', v.text)
        ORDER BY q.strand = 'inclusive', q.position) FROM guiding_questions q JOIN LATERAL (SELECT version, text
          FROM guiding_question_versions WHERE question_id = q.id ORDER BY version DESC LIMIT 1) v ON true
      WHERE q.programme_id = p.id) AS questions,
    (SELECT json_object_agg(activity_id, (extract(epoch FROM done_at) * 1000)::bigint) FROM activity_facts WHERE membership_id = $2) AS facts,
    (SELECT json_agg(json_build_object('id', e.id, 'activityId', e.activity_id, 'questionId', e.question_id, 'moment', e.moment) ORDER BY e.id DESC)
      FROM entries e WHERE e.author_id = $2 AND (e.activity_id IS NOT NULL OR e.question_id IS NOT NULL)) AS entries,
    (SELECT json_build_object('noteId', n.id, 'entryId', n.entry_id, 'kind', n.kind, 'body', n.body, 'quote', n.anchor ->> 'quote', 'at', n.created_at,
        'thanked', n.thanked_at IS NOT NULL, 'by', (SELECT ${PERSON} = v.mentor_id)) FROM conversations v JOIN notes n ON n.conversation_id = v.id
      WHERE v.author_id = $2 ORDER BY n.id DESC LIMIT 1) AS note,
    coalesce((SELECT NOT EXISTS (SELECT FROM principle_acceptances y WHERE y.principles_id = s.id AND y.account_id = $3)
      FROM principles s WHERE s.programme_id = p.id ORDER BY s.version DESC LIMIT 1), false) AS principles,
    (SELECT json_build_object('circles', count(*), 'lastOn', max(held_on)) FROM circles WHERE host_id = $2 AND withdrawn_at IS NULL) AS circles,
    (SELECT json_build_object('confirmed', k.n, 'heldOn', k.held_on, 'mine', k.mine) FROM (SELECT o.held_on, count(k.membership_id)::int AS n,
        coalesce(bool_or(k.membership_id = $2), false) AS mine FROM learning_pairs x JOIN practicums o ON o.pair_id = x.id
        LEFT JOIN practicum_confirmations k ON k.practicum_id = o.id WHERE x.cohort_id = $1 AND $2 IN (x.first_id, x.second_id)
        GROUP BY o.id ORDER BY n DESC, o.held_on DESC LIMIT 1) k) AS practicum,
    (SELECT json_agg(json_build_object('id', a.id, 'moduleId', a.module_id)) FROM activities a
      WHERE a.cohort_id = $1 AND a.retired_at IS NOT NULL) AS retired,
    EXISTS (SELECT FROM plan_readings r WHERE r.author_id = $2 AND r.taken_back_at IS NULL) AS "planRead",
    (SELECT json_agg(x) FROM agreed_exceptions x WHERE x.membership_id = $2) AS exceptions
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`,
};

export async function journey(pool, viewer, cohort) {
  const seat = viewer.seats.find(({ cohortId, role }) => cohortId === cohort && role === 'participant');
  if (!seat) return undefined;
  const { rows } = await pool.query({ ...JOURNEY, values: [cohort, seat.id, viewer.account] });
  const [row] = rows;
  // Nobody measured has agreed on an exception; reading that is part of the price, folding it is not.
  if (row.exceptions) throw new Error('The bare fold knows of no exceptions.');
  return view(row, await editionOf(pool, cohort, row.edition));
}

const iso = (at) => new Date(at).toISOString();

function meetingOf({ movedFrom, link, checkIn, ...meeting }) {
  return {
    ...meeting,
    ...(link && { link }),
    startsAt: iso(meeting.startsAt),
    endsAt: iso(meeting.endsAt),
    ...(movedFrom && { movedFrom: iso(movedFrom) }),
    can: {
      edit: false,
      reply: meeting.state === 'planned',
      recordAttendance: false,
      checkIn: checkIn && !attended(meeting.myAttendance),
    },
  };
}

function view(row, edition) {
  const { cohort, me, mentor, partner, today, note } = row;
  const entries = row.entries ?? [];
  const meetings = (row.meetings ?? []).map(meetingOf);
  const attendance = meetings.map(({ myAttendance }) => myAttendance);
  const { confirmed, heldOn } = row.practicum ?? { confirmed: 0, heldOn: null };
  const marks = edition.ids.map((id) => markOf(row.facts?.[id]));
  const member = { marks, attendance, confirmed, heldOn, paused: row.paused, ...row.circles };
  const day = dayOf(edition, { today, meetings });
  const states = activityStates(day, member);
  const ofModules = moduleStates(edition, day, member, states, today);
  const modules = modulesOf(edition, states, ofModules, row.facts ?? {}, entries);
  const over = today > cohort.endsOn;
  return {
    cohort,
    me,
    mentor,
    partner,
    today,
    week: weekOf({ today, ...cohort }),
    modules,
    questions: (row.questions ?? []).map((question) => questionOf(question, modules, entries)),
    meetings,
    attendance,
    next: next({ modules, meetings, row, over }),
    ...(note && { latestNote: { ...note, at: iso(note.at) } }),
    certificate: certificate({ today, endsOn: cohort.endsOn, meetings, rule: row.rule }, member),
  };
}

const markOf = (doneAt) => (doneAt === undefined ? 0 : doneAt === null ? 1 : 2);

function modulesOf(edition, states, ofModules, facts, entries) {
  const entryOf = new Map(entries.toReversed().map(({ activityId, id }) => [activityId, id]));
  let at = 0;
  return edition.modules.map((module, index) => ({
    ...module,
    state: ofModules[index],
    activities: module.activities.map((activity) => {
      const [entryId, doneAt] = [entryOf.get(activity.id), facts[activity.id] ?? null];
      return {
        ...activity,
        state: states[at++],
        doneAt: doneAt === null ? null : iso(doneAt),
        ...(entryId && { entryId }),
      };
    }),
  }));
}

const FURTHEST = ['done', 'begun', 'ahead', 'paused', 'closed'];

function questionOf(question, modules, entries) {
  const moments = ['start', 'middle', 'end'].map((moment) => {
    const [found] = modules
      .flatMap(({ activities, startsOn }) =>
        activities.map((told) => ({ ...told, opensOn: told.opensOn ?? startsOn })),
      )
      .filter((told) => told.questionId === question.id && told.moment === moment)
      .sort((one, other) => FURTHEST.indexOf(one.state) - FURTHEST.indexOf(other.state));
    const entry = entries.find((told) => told.questionId === question.id && told.moment === moment);
    return {
      moment,
      state: found?.state ?? 'closed',
      at: found?.doneAt ?? null,
      opensOn: found?.opensOn ?? null,
      activityId: found?.id ?? null,
      entryId: found?.entryId ?? entry?.id ?? null,
    };
  });
  return { ...question, moments };
}

const offer = (activity) => ({ kind: 'activity', activity });

function next({ modules, meetings, row, over }) {
  const { note, practicum, partner, principles } = row;
  const activities = modules.flatMap((module) => module.activities);
  const begun = activities.filter(({ state }) => state === 'begun').map(offer);
  const open = activities.filter(
    ({ state, required, kind }) =>
      !over && state === 'ahead' && required && kind !== 'attend' && (kind !== 'practicum' || partner),
  );
  const [first, ...later] = open.map((activity) =>
    activity.kind === 'practicum' ? { kind: 'practicum', activity } : offer(activity),
  );
  const meeting = meetings.find(({ state, myReply }) => state === 'planned' && myReply === null);
  const things = [
    begun[0],
    note && !note.thanked && { kind: 'note', note: { entryId: note.entryId, by: note.by, at: iso(note.at) } },
    practicum && !practicum.mine && practicum.confirmed > 0 && { kind: 'practicum' },
    !over && principles && { kind: 'principles' },
    first,
    meeting && { kind: 'meeting', meeting },
    ...begun.slice(1),
    ...later,
  ].filter(Boolean);
  const practicums = things.findIndex(({ kind }) => kind === 'practicum');
  return things.filter(({ kind }, at) => kind !== 'practicum' || at === practicums).slice(0, 3);
}
