-- Up Migration
-- The arc of a guiding question, and finding one's own words again.

-- The leader's own sentence on what moved. It is like a private entry, and unlike one it is never shared.
CREATE TABLE question_arcs (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id   uuid NOT NULL REFERENCES cohorts,
  author_id   uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id  uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  question_id uuid NOT NULL REFERENCES guiding_questions,
  moved       text NOT NULL CHECK (length(moved) <= 2000),
  lang        text NOT NULL DEFAULT 'et' CHECK (lang IN ('et', 'en', 'ru')),
  revision    integer NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (author_id, question_id)
);
CREATE INDEX question_arcs_account ON question_arcs (account_id);
ALTER TABLE question_arcs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON question_arcs USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));

-- An answer in between comes after a meeting of the same cohort or after a circle of the author's own; the keys themselves refuse
-- any other.
ALTER TABLE meetings ADD CONSTRAINT meetings_of_cohort UNIQUE (id, cohort_id);
ALTER TABLE circles ADD CONSTRAINT circles_of_host UNIQUE (id, host_id);
ALTER TABLE entries ADD COLUMN meeting_id uuid, ADD COLUMN circle_id uuid,
  ADD CONSTRAINT entries_meeting FOREIGN KEY (meeting_id, cohort_id) REFERENCES meetings (id, cohort_id) ON DELETE SET NULL (meeting_id),
  ADD CONSTRAINT entries_circle FOREIGN KEY (circle_id, author_id) REFERENCES circles (id, host_id) ON DELETE SET NULL (circle_id);
CREATE INDEX entries_question ON entries (author_id, question_id) WHERE question_id IS NOT NULL;

-- What a text is found by: Estonian stems, and those of Russian and English (the russian configuration takes Latin letters as
-- English). The first 60,000 letters: a word list may hold a megabyte, and no text may be refused for being long.
-- There is no GIN index: row-level security comes before a match that is not leakproof, so none could ever be used; what is searched
-- is what the policies let through, a member's own and what they were given. So the time it takes tells nothing of others either.
CREATE FUNCTION app.findable(title text, body jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('pg_catalog.estonian', left(title || ' ' || app.plain(body), 60000))
  || to_tsvector('pg_catalog.russian', left(title || ' ' || app.plain(body), 60000));
ALTER TABLE entries ADD COLUMN findable tsvector GENERATED ALWAYS AS (app.findable(title, body)) STORED;
ALTER TABLE entry_versions ADD COLUMN findable tsvector GENERATED ALWAYS AS (app.findable(title, body)) STORED;

-- Down Migration
ALTER TABLE entry_versions DROP COLUMN findable;
ALTER TABLE entries DROP COLUMN findable, DROP COLUMN circle_id, DROP COLUMN meeting_id;
DROP FUNCTION app.findable(text, jsonb);
DROP INDEX entries_question;
ALTER TABLE circles DROP CONSTRAINT circles_of_host;
ALTER TABLE meetings DROP CONSTRAINT meetings_of_cohort;
DROP TABLE question_arcs;
