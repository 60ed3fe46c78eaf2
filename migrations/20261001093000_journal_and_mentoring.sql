-- Up Migration
-- What a person writes belongs to that person. The database refuses everybody else, whatever query is asked.

-- A document's words, block by block. Lists show the first of them and how many there are without opening a single body.
CREATE FUNCTION app.plain(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT coalesce(string_agg(words, ' ' ORDER BY place), '')
    FROM jsonb_path_query(body, 'strict $.** ? (@.type == "paragraph" || @.type == "heading")') WITH ORDINALITY AS b (block, place),
    LATERAL (SELECT string_agg(t #>> '{}', '' ORDER BY n) AS words FROM jsonb_path_query(block, '$.content[*].text') WITH ORDINALITY AS x (t, n)) w);
CREATE FUNCTION app.opening(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN left(app.plain(body), 200);
CREATE FUNCTION app.words(body jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(array_length(regexp_split_to_array(nullif(btrim(app.plain(body)), ''), '\s+'), 1), 0);

CREATE TABLE entries (
  id               uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id        uuid NOT NULL REFERENCES cohorts,
  author_id        uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id       uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  activity_id      uuid REFERENCES activities,
  question_id      uuid REFERENCES guiding_questions,
  question_version integer,
  moment           text CHECK (moment IN ('start', 'middle', 'end')),
  title            text NOT NULL DEFAULT '' CHECK (length(title) <= 300),
  body             jsonb NOT NULL,
  opening          text GENERATED ALWAYS AS (app.opening(body)) STORED,
  lang             text NOT NULL DEFAULT 'et' CHECK (lang IN ('et', 'en', 'ru')),
  revision         integer NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  done_at          timestamptz,
  FOREIGN KEY (question_id, question_version) REFERENCES guiding_question_versions (question_id, version)
);
CREATE INDEX entries_author ON entries (author_id, id DESC);
CREATE INDEX entries_account ON entries (account_id);
CREATE INDEX entries_activity ON entries (author_id, activity_id);

CREATE TABLE entry_versions (
  id               uuid PRIMARY KEY DEFAULT uuidv7(),
  entry_id         uuid NOT NULL REFERENCES entries ON DELETE CASCADE,
  number           integer NOT NULL CHECK (number > 0),
  cohort_id        uuid NOT NULL REFERENCES cohorts,
  author_id        uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id       uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  activity_id      uuid REFERENCES activities,
  question_id      uuid REFERENCES guiding_questions,
  question_version integer,
  moment           text,
  title            text NOT NULL,
  body             jsonb NOT NULL,
  opening          text GENERATED ALWAYS AS (app.opening(body)) STORED,
  words            integer GENERATED ALWAYS AS (app.words(body)) STORED,
  lang             text NOT NULL,
  kept_for         text NOT NULL CHECK (kept_for IN ('done', 'share', 'restore', 'conflict')),
  created_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (entry_id, number)
);

CREATE TABLE entry_shares (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  entry_id      uuid NOT NULL REFERENCES entries ON DELETE CASCADE,
  version       integer NOT NULL,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  author_id     uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  audience      text NOT NULL CHECK (audience IN ('mentor', 'partner', 'cohort', 'team')),
  purpose       text NOT NULL DEFAULT '' CHECK (length(purpose) <= 500),
  granted_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz,
  revoked_at    timestamptz,
  FOREIGN KEY (entry_id, version) REFERENCES entry_versions (entry_id, number) ON DELETE CASCADE
);
CREATE INDEX entry_shares_entry ON entry_shares (entry_id);
CREATE UNIQUE INDEX entry_shares_current ON entry_shares (entry_id, audience) WHERE revoked_at IS NULL;

-- Who a share names, fixed on the day it was given: a later mentor inherits nothing.
CREATE TABLE entry_share_recipients (
  share_id      uuid NOT NULL REFERENCES entry_shares ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  PRIMARY KEY (share_id, membership_id)
);
CREATE INDEX entry_share_recipients_member ON entry_share_recipients (membership_id);
CREATE INDEX entry_share_recipients_account ON entry_share_recipients (account_id, share_id);

-- The receipt: one reading per share, reader and day. It is the author's alone.
CREATE TABLE entry_readings (
  share_id          uuid NOT NULL REFERENCES entry_shares ON DELETE CASCADE,
  reader_id         uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  reader_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  day               date NOT NULL,
  entry_id          uuid NOT NULL REFERENCES entries ON DELETE CASCADE,
  account_id        uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  cohort_id         uuid NOT NULL REFERENCES cohorts,
  read_at           timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (share_id, reader_id, day)
);
CREATE INDEX entry_readings_entry ON entry_readings (entry_id);

CREATE TABLE conversations (
  id                uuid PRIMARY KEY DEFAULT uuidv7(),
  entry_id          uuid NOT NULL REFERENCES entries ON DELETE CASCADE,
  cohort_id         uuid NOT NULL REFERENCES cohorts,
  author_id         uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  account_id        uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  mentor_id         uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  mentor_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  opened_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (entry_id, mentor_id)
);
CREATE INDEX conversations_mentor ON conversations (mentor_id);

CREATE TABLE notes (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  entry_id        uuid NOT NULL REFERENCES entries ON DELETE CASCADE,
  cohort_id       uuid NOT NULL REFERENCES cohorts,
  version         integer NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('noticing', 'wondering', 'asking')),
  anchor          jsonb,
  body            text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  lang            text NOT NULL DEFAULT 'et',
  created_at      timestamptz NOT NULL DEFAULT now(),
  thanked_at      timestamptz,
  FOREIGN KEY (entry_id, version) REFERENCES entry_versions (entry_id, number) ON DELETE CASCADE
);
CREATE INDEX notes_conversation ON notes (conversation_id);
CREATE INDEX notes_entry ON notes (entry_id);

CREATE TABLE replies (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  note_id         uuid NOT NULL REFERENCES notes ON DELETE CASCADE,
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  cohort_id       uuid NOT NULL REFERENCES cohorts,
  by_id           uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  body            text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  lang            text NOT NULL DEFAULT 'et',
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX replies_note ON replies (note_id);
CREATE INDEX replies_conversation ON replies (conversation_id);

-- Shares and versions ask of each other; these helpers look past the policies, so that neither recurses.
CREATE FUNCTION app.may_read_version(entry uuid, number integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN memberships m ON m.id = r.membership_id
    WHERE s.entry_id = entry AND s.version = number AND r.account_id = app.account() AND m.ended_at IS NULL
      AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())) $$;
CREATE FUNCTION app.reads_entry(entry uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN memberships m ON m.id = r.membership_id
    WHERE s.entry_id = entry AND r.account_id = app.account() AND m.ended_at IS NULL
      AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())) $$;
CREATE FUNCTION app.owns_share(share uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry_shares s WHERE s.id = share AND s.account_id = app.account()) $$;
CREATE FUNCTION app.in_conversation(conversation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM conversations c WHERE c.id = conversation
    AND (c.account_id = app.account() OR (c.mentor_account_id = app.account() AND app.reads_entry(c.entry_id)))) $$;
REVOKE ALL ON FUNCTION app.may_read_version(uuid, integer), app.reads_entry(uuid), app.owns_share(uuid), app.in_conversation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_read_version(uuid, integer), app.reads_entry(uuid), app.owns_share(uuid), app.in_conversation(uuid) TO opiring_app;

ALTER TABLE entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON entries USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));

ALTER TABLE entry_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON entry_versions USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));
CREATE POLICY shared ON entry_versions FOR SELECT USING (app.may_read_version(entry_id, number));

ALTER TABLE entry_shares ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON entry_shares USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));
-- Written out, because a desk asks it of every letter; the recipients' own policy calls a helper, so nothing recurses.
CREATE POLICY received ON entry_shares FOR SELECT USING (revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
  AND EXISTS (SELECT FROM entry_share_recipients r JOIN memberships m ON m.id = r.membership_id
    WHERE r.share_id = entry_shares.id AND r.account_id = (SELECT app.account()) AND m.ended_at IS NULL));

ALTER TABLE entry_share_recipients ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON entry_share_recipients USING (app.owns_share(share_id)) WITH CHECK (app.owns_share(share_id));
CREATE POLICY mine ON entry_share_recipients FOR SELECT USING (account_id = (SELECT app.account()));

ALTER TABLE entry_readings ENABLE ROW LEVEL SECURITY;
CREATE POLICY receipt ON entry_readings FOR SELECT USING (account_id = (SELECT app.account()));
CREATE POLICY reading ON entry_readings FOR INSERT WITH CHECK (reader_account_id = (SELECT app.account())
  AND EXISTS (SELECT FROM entry_shares s WHERE s.id = share_id AND s.entry_id = entry_readings.entry_id AND s.account_id = entry_readings.account_id));
CREATE POLICY own_reading ON entry_readings FOR SELECT USING (reader_account_id = (SELECT app.account()));

ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
CREATE POLICY author ON conversations USING (account_id = (SELECT app.account()));
CREATE POLICY mentor ON conversations USING (mentor_account_id = (SELECT app.account()) AND app.reads_entry(entry_id))
  WITH CHECK (mentor_account_id = (SELECT app.account()) AND app.reads_entry(entry_id));

ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversing ON notes USING (app.in_conversation(conversation_id)) WITH CHECK (app.in_conversation(conversation_id));
ALTER TABLE replies ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversing ON replies USING (app.in_conversation(conversation_id)) WITH CHECK (app.in_conversation(conversation_id));

-- Down Migration
DROP TABLE replies, notes, conversations, entry_readings, entry_share_recipients, entry_shares, entry_versions, entries CASCADE;
DROP FUNCTION app.in_conversation(uuid), app.owns_share(uuid), app.reads_entry(uuid), app.may_read_version(uuid, integer),
  app.words(jsonb), app.opening(jsonb), app.plain(jsonb);
