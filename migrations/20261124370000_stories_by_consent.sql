-- Up Migration
-- An experience story is told by people, and stands on the shelf only while each of them agrees to these very words.
ALTER TABLE stories
  ADD COLUMN text jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);

-- Who is in a story: somebody with an account here, who answers for themselves, or a name.
CREATE TABLE story_people (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  story_id   uuid NOT NULL REFERENCES stories ON DELETE CASCADE,
  position   smallint NOT NULL DEFAULT 1,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  account_id uuid REFERENCES accounts ON DELETE CASCADE,
  UNIQUE (story_id, account_id)
);
CREATE INDEX story_people_account ON story_people (account_id) WHERE account_id IS NOT NULL;

-- Yes to one version, before the cohort or before everybody. Never rewritten: a withdrawal is written beside it.
CREATE TABLE story_consents (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  person_id    uuid NOT NULL REFERENCES story_people ON DELETE CASCADE,
  version      integer NOT NULL CHECK (version > 0),
  audience     text NOT NULL CHECK (audience IN ('cohort', 'public')),
  -- How it was given where the person has no account; whoever wrote that down.
  basis        text NOT NULL DEFAULT '' CHECK (length(basis) <= 500),
  recorded_by  uuid REFERENCES accounts ON DELETE SET NULL,
  given_at     timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz
);
CREATE INDEX story_consents_person ON story_consents (person_id);
CREATE UNIQUE INDEX story_consents_standing ON story_consents (person_id) WHERE withdrawn_at IS NULL;
REVOKE DELETE ON story_consents FROM opiring_app;

-- Everybody in the story agrees to its present words before this audience; a story of nobody is nobody's to show (rule 20).
CREATE FUNCTION app.story_shown(story stories, asked text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) > 0 AND bool_and(EXISTS (SELECT FROM story_consents c WHERE c.person_id = p.id AND c.version = story.version
      AND c.withdrawn_at IS NULL AND (c.audience = asked OR c.audience = 'public')))
    FROM story_people p WHERE p.story_id = story.id $$;

INSERT INTO story_people (story_id, name) SELECT id, author FROM stories WHERE author <> '';

-- Down Migration
DROP FUNCTION app.story_shown(stories, text);
DROP TABLE story_consents, story_people;
ALTER TABLE stories DROP COLUMN version, DROP COLUMN text;
