-- Up Migration
-- A programme with its questions; its cohorts, the people in them, their meetings.
CREATE TABLE programmes (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  slug            text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  language        text NOT NULL DEFAULT 'et' CHECK (language IN ('et', 'en', 'ru')),
  title           jsonb NOT NULL,
  texts           jsonb NOT NULL DEFAULT '{}',
  completion_rule jsonb NOT NULL DEFAULT '{"attendanceShare":0.8,"practicum":true,"communityCircle":true}',
  published_at    timestamptz,
  revision        integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE guiding_questions (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  strand       text NOT NULL DEFAULT 'main' CHECK (strand IN ('main', 'inclusive')),
  position     smallint NOT NULL CHECK (position > 0),
  UNIQUE (programme_id, strand, position)
);

-- Words are never edited in place: who answered the old words keeps them.
CREATE TABLE guiding_question_versions (
  question_id uuid NOT NULL REFERENCES guiding_questions ON DELETE CASCADE,
  version     integer NOT NULL CHECK (version > 0),
  text        jsonb NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (question_id, version)
);

CREATE TABLE cohorts (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  time_zone    text NOT NULL DEFAULT 'Europe/Tallinn',
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (ends_on >= starts_on)
);
CREATE INDEX cohorts_programme ON cohorts (programme_id);

CREATE TABLE memberships (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id    uuid NOT NULL REFERENCES cohorts,
  account_id   uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  role         text NOT NULL CHECK (role IN ('participant', 'mentor', 'organizer', 'program_leader')),
  seat         smallint CHECK (seat > 0),
  municipality text NOT NULL DEFAULT '',
  occupation   text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  ended_at     timestamptz,
  CHECK ((role = 'participant') = (seat IS NOT NULL)),
  UNIQUE (cohort_id, account_id, role),
  UNIQUE (cohort_id, seat)
);
CREATE INDEX memberships_account ON memberships (account_id);

CREATE TABLE learning_pairs (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  first_id   uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  second_id  uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  CHECK (first_id <> second_id)
);
CREATE UNIQUE INDEX learning_pairs_first ON learning_pairs (first_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX learning_pairs_second ON learning_pairs (second_id) WHERE ended_at IS NULL;
CREATE INDEX learning_pairs_cohort ON learning_pairs (cohort_id);

CREATE TABLE mentor_assignments (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id      uuid NOT NULL REFERENCES cohorts,
  mentor_id      uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  assigned_by    uuid REFERENCES accounts ON DELETE SET NULL,
  assigned_at    timestamptz NOT NULL DEFAULT now(),
  ended_at       timestamptz,
  ended_by       uuid REFERENCES accounts ON DELETE SET NULL
);
CREATE UNIQUE INDEX mentor_assignments_current ON mentor_assignments (participant_id) WHERE ended_at IS NULL;
CREATE INDEX mentor_assignments_mentor ON mentor_assignments (mentor_id);
CREATE INDEX mentor_assignments_cohort ON mentor_assignments (cohort_id);

CREATE TABLE agreed_pauses (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  from_on       date NOT NULL,
  until_on      date NOT NULL,
  agreed_by     uuid REFERENCES accounts ON DELETE SET NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  ended_at      timestamptz,
  CHECK (until_on >= from_on)
);
CREATE INDEX agreed_pauses_cohort ON agreed_pauses (cohort_id);

CREATE TABLE meetings (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  position   smallint NOT NULL CHECK (position > 0),
  title      jsonb NOT NULL,
  about      jsonb NOT NULL DEFAULT '{}',
  place      jsonb NOT NULL DEFAULT '{}',
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  cancelled_at timestamptz,
  revision   integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (ends_at > starts_at)
);
CREATE INDEX meetings_cohort ON meetings (cohort_id, starts_at);

CREATE TABLE meeting_changes (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  changed_by uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  before     jsonb NOT NULL,
  after      jsonb NOT NULL,
  reason     text NOT NULL DEFAULT ''
);
CREATE INDEX meeting_changes_meeting ON meeting_changes (meeting_id);

CREATE TABLE meeting_replies (
  meeting_id    uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  coming        boolean NOT NULL,
  replied_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (meeting_id, membership_id)
);

CREATE TABLE attendances (
  meeting_id    uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  state         text NOT NULL CHECK (state IN ('present', 'online', 'part', 'absent', 'excused')),
  recorded_by   uuid REFERENCES accounts ON DELETE SET NULL,
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (meeting_id, membership_id)
);
CREATE INDEX attendances_cohort ON attendances (cohort_id);
CREATE INDEX attendances_membership ON attendances (membership_id);

CREATE TABLE attendance_changes (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id    uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  changed_by    uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at    timestamptz NOT NULL DEFAULT now(),
  before        text,
  after         text NOT NULL
);
CREATE INDEX attendance_changes_meeting ON attendance_changes (meeting_id, membership_id);
REVOKE UPDATE, DELETE ON meeting_changes, attendance_changes, guiding_question_versions FROM opiring_app;

-- One call opens the session and fixes whose transaction this is. Null: nobody is signed in with this token.
CREATE FUNCTION app.open_session(token bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who record;
BEGIN
  SELECT s.id AS session_id, s.last_seen_at, a.id, a.email, a.name, a.locale, a.admin_since INTO who
    FROM sessions s JOIN accounts a ON a.id = s.account_id
   WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM set_config('app.account_id', who.id::text, true);
  IF who.last_seen_at < now() - interval '5 minutes' THEN
    UPDATE sessions SET last_seen_at = now() WHERE id = who.session_id;
  END IF;
  RETURN jsonb_build_object('sessionId', who.session_id, 'accountId', who.id, 'email', who.email, 'name', who.name,
    'locale', who.locale, 'admin', who.admin_since IS NOT NULL, 'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', m.id, 'cohortId', m.cohort_id, 'role', m.role, 'seat', m.seat,
               'state', CASE WHEN m.ended_at IS NULL THEN 'active' ELSE 'ended' END) ORDER BY m.ended_at IS NOT NULL, m.id DESC)
        FROM memberships m WHERE m.account_id = who.id), '[]'::jsonb));
END $$;
REVOKE ALL ON FUNCTION app.open_session(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_session(bytea) TO opiring_app;

-- Down Migration
DROP FUNCTION app.open_session(bytea);
DROP TABLE attendance_changes, attendances, meeting_replies, meeting_changes, meetings, agreed_pauses, mentor_assignments,
  learning_pairs, memberships, cohorts, guiding_question_versions, guiding_questions, programmes;
