-- Twelve texts of the first leader of `:small`, the first of them answered; forty of the second to be saved;
-- `:waiting` letters of twenty leaders of `:large` that wait for their mentor.
BEGIN;
INSERT INTO entries (cohort_id, author_id, account_id, activity_id, question_id, question_version, moment, title, body, created_at, updated_at)
  SELECT m.cohort_id, m.id, m.account_id, a.id, a.question_id, CASE WHEN a.question_id IS NULL THEN NULL ELSE 1 END, a.moment,
      a.title ->> 'et', :body, now() - interval '20 days' + a.position * interval '1 hour', now() - interval '1 day'
    FROM cohorts c JOIN memberships m ON m.cohort_id = c.id AND m.seat = 1 JOIN activities a ON a.cohort_id = c.id
    JOIN modules o ON o.id = a.module_id
   WHERE c.name = :small AND a.kind IN ('answer', 'reflect') AND o.position < 3 ORDER BY o.position, a.position;
INSERT INTO entries (cohort_id, author_id, account_id, title, body)
  SELECT m.cohort_id, m.id, m.account_id, 'Märkmed ' || n, :body FROM cohorts c JOIN memberships m ON m.cohort_id = c.id AND m.seat = 2,
    generate_series(1, 40) n WHERE c.name = :small;
INSERT INTO entries (cohort_id, author_id, account_id, title, body, created_at)
  SELECT m.cohort_id, m.id, m.account_id, 'Kiri ' || n, :body, now() - n * interval '1 hour'
    FROM cohorts c JOIN memberships m ON m.cohort_id = c.id AND m.seat <= 20, generate_series(1, :waiting / 20) n WHERE c.name = :large;

INSERT INTO entry_versions (entry_id, number, cohort_id, author_id, account_id, activity_id, question_id, question_version, moment, title, body, lang, kept_for)
  SELECT e.id, 1, e.cohort_id, e.author_id, e.account_id, e.activity_id, e.question_id, e.question_version, e.moment, e.title, e.body, e.lang, 'share'
    FROM entries e JOIN memberships m ON m.id = e.author_id JOIN cohorts c ON c.id = e.cohort_id WHERE c.name = :large OR (c.name = :small AND m.seat = 1);
INSERT INTO entry_shares (entry_id, version, cohort_id, author_id, account_id, audience, granted_at)
  SELECT v.entry_id, 1, v.cohort_id, v.author_id, v.account_id, 'mentor', e.created_at + interval '1 minute' FROM entry_versions v JOIN entries e ON e.id = v.entry_id;
INSERT INTO entry_share_recipients (share_id, membership_id, account_id, cohort_id)
  SELECT s.id, m.id, m.account_id, s.cohort_id FROM entry_shares s JOIN memberships m ON m.cohort_id = s.cohort_id AND m.role = 'mentor';
INSERT INTO entry_readings (share_id, reader_id, reader_account_id, day, entry_id, account_id, cohort_id)
  SELECT s.id, r.membership_id, r.account_id, current_date, s.entry_id, s.account_id, s.cohort_id
    FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN cohorts c ON c.id = s.cohort_id WHERE c.name = :small;

INSERT INTO conversations (entry_id, cohort_id, author_id, account_id, mentor_id, mentor_account_id)
  SELECT s.entry_id, s.cohort_id, s.author_id, s.account_id, r.membership_id, r.account_id
    FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN cohorts c ON c.id = s.cohort_id WHERE c.name = :small;
INSERT INTO notes (conversation_id, entry_id, cohort_id, version, kind, body, created_at)
  SELECT v.id, v.entry_id, v.cohort_id, 1, k, 'Märkasin, kui ettevaatlikult sa küsid.', now() - interval '1 day'
    FROM conversations v, unnest(ARRAY['noticing', 'wondering', 'asking']) k;
INSERT INTO replies (note_id, conversation_id, cohort_id, by_id, body)
  SELECT n.id, v.id, v.cohort_id, v.author_id, 'Aitäh, mõtlen selle üle.' FROM notes n JOIN conversations v ON v.id = n.conversation_id;
COMMIT;
