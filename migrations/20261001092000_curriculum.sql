-- Up Migration
-- The draft of a cohort's curriculum (rows), its published states (editions), and what people have done (facts).
CREATE TABLE modules (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  position   integer NOT NULL,
  title      jsonb NOT NULL,
  purpose    jsonb NOT NULL DEFAULT '{}',
  starts_on  date,
  ends_on    date,
  alongside  boolean NOT NULL DEFAULT false,
  revision   integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX modules_cohort ON modules (cohort_id, position);

CREATE TABLE activities (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id    uuid NOT NULL REFERENCES cohorts,
  module_id    uuid NOT NULL REFERENCES modules ON DELETE CASCADE,
  position     integer NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('read', 'watch', 'reflect', 'answer', 'attend', 'practicum', 'circle', 'talk', 'survey')),
  title        jsonb NOT NULL,
  instructions jsonb NOT NULL DEFAULT '{}',
  required     boolean NOT NULL DEFAULT true,
  minutes      integer CHECK (minutes BETWEEN 0 AND 6000),
  opens_on     date,
  link         text,
  question_id  uuid REFERENCES guiding_questions,
  moment       text CHECK (moment IN ('start', 'middle', 'end')),
  meeting_id   uuid REFERENCES meetings,
  revision     integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT now(),
  retired_at   timestamptz,
  CHECK ((kind = 'answer') = (question_id IS NOT NULL AND moment IS NOT NULL)),
  CHECK ((kind = 'attend') = (meeting_id IS NOT NULL))
);
CREATE INDEX activities_module ON activities (module_id, position);
CREATE INDEX activities_cohort ON activities (cohort_id);

-- A published state, whole and never changed: {modules: [{id, title, …, activities: [{id, kind, …}]}]}.
CREATE TABLE editions (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id    uuid NOT NULL REFERENCES cohorts,
  number       integer NOT NULL CHECK (number > 0),
  content      jsonb NOT NULL,
  published_by uuid REFERENCES accounts ON DELETE SET NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (cohort_id, number)
);
REVOKE UPDATE, DELETE ON editions FROM opiring_app;

-- What a member began and did: dates only, never text. A done fact stays, whatever happens to the curriculum.
CREATE TABLE activity_facts (
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  activity_id   uuid NOT NULL REFERENCES activities,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  begun_at      timestamptz NOT NULL DEFAULT now(),
  done_at       timestamptz,
  PRIMARY KEY (membership_id, activity_id)
);
CREATE INDEX activity_facts_cohort ON activity_facts (cohort_id) INCLUDE (membership_id, activity_id, done_at);

-- Down Migration
DROP TABLE activity_facts, editions, activities, modules;
