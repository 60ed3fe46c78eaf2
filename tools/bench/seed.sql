-- `:cohorts` cohorts of `:people` participants, named after `:label`: ten meetings, six modules, sixty activities, an edition, facts.
BEGIN;
CREATE TEMP TABLE programme ON COMMIT DROP AS SELECT uuidv7() AS id;
INSERT INTO programmes (id, slug, title, published_at) SELECT id, 'bench-' || :label, '{"et": "Dialoogid kogukonnas"}', now() FROM programme;
CREATE TEMP TABLE question ON COMMIT DROP AS SELECT uuidv7() AS id, n AS position FROM generate_series(1, 4) n;
INSERT INTO guiding_questions (id, programme_id, position) SELECT q.id, p.id, q.position FROM question q, programme p;
INSERT INTO guiding_question_versions (question_id, version, text)
  SELECT id, 1, jsonb_build_object('et', 'Mida ma kuulates märkan, kui küsin ' || position || ' korda?') FROM question;

CREATE TEMP TABLE cohort ON COMMIT DROP AS SELECT uuidv7() AS id, n FROM generate_series(1, :cohorts) n;
INSERT INTO cohorts (id, programme_id, name, starts_on, ends_on)
  SELECT c.id, p.id, :label || ' ' || c.n, current_date - 67, current_date + 100 FROM cohort c, programme p;

CREATE TEMP TABLE person ON COMMIT DROP AS
  SELECT uuidv7() AS account, uuidv7() AS id, c.id AS cohort, c.n, seat, 'participant' AS role, 'Juht ' || seat AS name
    FROM cohort c, generate_series(1, :people) seat
  UNION ALL SELECT uuidv7(), uuidv7(), c.id, c.n, NULL, role, initcap(role) FROM cohort c, unnest(ARRAY['mentor', 'program_leader']) role;
INSERT INTO accounts (id, email, name) SELECT account, :label || '.' || n || '.' || coalesce(seat::text, role) || '@bench.example', name FROM person;
INSERT INTO memberships (id, cohort_id, account_id, role, seat, municipality, occupation)
  SELECT id, cohort, account, role, seat, 'Võru vald', 'külavanem' FROM person;
CREATE TEMP TABLE member ON COMMIT DROP AS SELECT * FROM person WHERE seat IS NOT NULL;

INSERT INTO mentor_assignments (cohort_id, mentor_id, participant_id)
  SELECT m.cohort, g.id, m.id FROM member m JOIN person g ON g.cohort = m.cohort AND g.role = 'mentor' WHERE m.seat <= 20;
INSERT INTO learning_pairs (cohort_id, first_id, second_id)
  SELECT a.cohort, a.id, b.id FROM member a JOIN member b ON b.cohort = a.cohort AND b.seat = a.seat + 1 WHERE a.seat % 2 = 1;
INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on)
  SELECT cohort, id, current_date - 10, current_date + 10 FROM member WHERE seat % 50 = 7;

CREATE TEMP TABLE meeting ON COMMIT DROP AS SELECT uuidv7() AS id, c.id AS cohort, k FROM cohort c, generate_series(1, 10) k;
INSERT INTO meetings (id, cohort_id, position, title, about, place, starts_at, ends_at)
  SELECT id, cohort, k, jsonb_build_object('et', 'Kohtumine ' || k), '{"et": "Kuulame ja harjutame."}', '{"et": "Paide"}',
    date_trunc('day', now()) + interval '9 hours' + (k * 14 - 77) * interval '1 day',
    date_trunc('day', now()) + interval '15 hours' + (k * 14 - 77) * interval '1 day' FROM meeting;
INSERT INTO attendances (meeting_id, membership_id, cohort_id, state)
  SELECT t.id, m.id, m.cohort, (ARRAY['present', 'present', 'present', 'online', 'part', 'absent', 'excused'])[1 + floor(random() * 7)::int]
    FROM meeting t JOIN member m ON m.cohort = t.cohort WHERE t.k <= 5 ORDER BY t.k, random();

CREATE TEMP TABLE module ON COMMIT DROP AS SELECT uuidv7() AS id, c.id AS cohort, k FROM cohort c, generate_series(0, 5) k;
INSERT INTO modules (id, cohort_id, position, title, purpose, starts_on, ends_on)
  SELECT id, cohort, k, jsonb_build_object('et', 'Moodul ' || k + 1), '{"et": "Milleks see moodul on."}',
    current_date - 67 + 21 * k, current_date - 47 + 21 * k FROM module;
CREATE TEMP TABLE activity ON COMMIT DROP AS
  SELECT uuidv7() AS id, m.cohort, m.id AS module, m.k, j, CASE WHEN j IN (1, 2) THEN 'answer' WHEN j = 0 THEN 'attend' WHEN j = 9 AND m.k = 3 THEN 'practicum'
      WHEN j = 9 AND m.k = 5 THEN 'circle' ELSE (ARRAY['read', 'watch', 'reflect', 'reflect', 'talk', 'read', 'survey'])[j - 2] END AS kind
    FROM module m, generate_series(0, 9) j;
INSERT INTO activities (id, cohort_id, module_id, position, kind, title, instructions, required, minutes, question_id, moment, meeting_id)
  SELECT a.id, a.cohort, a.module, a.j, a.kind, jsonb_build_object('et', 'Tegevus ' || a.k + 1 || '.' || a.j + 1), '{"et": "Tee see läbi ja kirjuta, mida märkasid."}',
      a.j <> 8, 30, q.id, CASE WHEN a.kind = 'answer' THEN (ARRAY['start', 'middle', 'end'])[1 + a.k / 2] END, t.id
    FROM activity a LEFT JOIN question q ON a.kind = 'answer' AND q.position = 1 + (2 * a.k + a.j) % 4
    LEFT JOIN meeting t ON a.kind = 'attend' AND t.cohort = a.cohort AND t.k = a.k + 1;
INSERT INTO editions (cohort_id, number, content)
  SELECT c.id, 1, (SELECT jsonb_build_object('modules', jsonb_agg(jsonb_build_object(
      'id', m.id, 'title', m.title, 'purpose', m.purpose, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'alongside', m.alongside,
      'activities', (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'moduleId', a.module_id, 'kind', a.kind, 'title', a.title,
          'instructions', a.instructions, 'required', a.required, 'minutes', a.minutes, 'opensOn', a.opens_on, 'link', a.link,
          'questionId', a.question_id, 'moment', a.moment, 'meetingId', a.meeting_id) ORDER BY a.position)
        FROM activities a WHERE a.module_id = m.id)) ORDER BY m.position)) FROM modules m WHERE m.cohort_id = c.id) FROM cohort c;

-- Facts come in over the weeks from all cohorts at once, and so they lie in the table.
INSERT INTO activity_facts (membership_id, activity_id, cohort_id, begun_at, done_at)
  SELECT membership, id, cohort, now() - interval '1 day' * (60 - k * 8), CASE WHEN told < 0.6 THEN now() - interval '1 day' * (58 - k * 8) END
    FROM (SELECT a.id, a.cohort, a.k, a.j, m.seat, m.id AS membership, random() AS told FROM activity a JOIN member m ON m.cohort = a.cohort) a
   WHERE told < 0.65 ORDER BY k, j, seat;

INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people)
  SELECT cohort, id, current_date - seat % 30, 'Rahvamaja', 'Mis meid koos hoiab?', 5 + seat % 9 FROM member WHERE seat % 3 = 1;
INSERT INTO practicums (cohort_id, pair_id, held_on, topic) SELECT p.cohort_id, p.id, current_date - 5, 'Kuulamine' FROM learning_pairs p
  JOIN member m ON m.id = p.first_id WHERE m.seat % 4 = 1;
INSERT INTO practicum_confirmations (practicum_id, membership_id, cohort_id)
  SELECT k.id, m, k.cohort_id FROM practicums k JOIN learning_pairs p ON p.id = k.pair_id JOIN cohort c ON c.id = k.cohort_id, unnest(ARRAY[p.first_id, p.second_id]) m;
INSERT INTO meeting_replies (meeting_id, membership_id, cohort_id, coming)
  SELECT t.id, m.id, m.cohort, m.seat % 4 > 0 FROM meeting t JOIN member m ON m.cohort = t.cohort WHERE t.k = 6 AND m.seat % 2 = 0;
COMMIT;
