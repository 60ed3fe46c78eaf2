-- Up Migration
-- Circles held at home and practicums held with the learning partner, as facts.
CREATE TABLE circles (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id      uuid NOT NULL REFERENCES cohorts,
  host_id        uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  held_on        date NOT NULL,
  place          text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  topic          text NOT NULL CHECK (length(topic) BETWEEN 1 AND 300),
  people         integer NOT NULL CHECK (people BETWEEN 1 AND 1000),
  missing_voices text NOT NULL DEFAULT '' CHECK (length(missing_voices) <= 1000),
  revision       integer NOT NULL DEFAULT 1,
  recorded_at    timestamptz NOT NULL DEFAULT now(),
  withdrawn_at   timestamptz
);
CREATE INDEX circles_cohort ON circles (cohort_id);
CREATE INDEX circles_host ON circles (host_id);

CREATE TABLE circle_changes (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  circle_id  uuid NOT NULL REFERENCES circles ON DELETE CASCADE,
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  changed_by uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  before     jsonb NOT NULL,
  after      jsonb NOT NULL
);
CREATE INDEX circle_changes_circle ON circle_changes (circle_id);

CREATE TABLE practicums (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  pair_id    uuid NOT NULL UNIQUE REFERENCES learning_pairs ON DELETE CASCADE,
  held_on    date NOT NULL,
  topic      text NOT NULL DEFAULT '' CHECK (length(topic) <= 300),
  revision   integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES accounts ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX practicums_cohort ON practicums (cohort_id);

CREATE TABLE practicum_confirmations (
  practicum_id  uuid NOT NULL REFERENCES practicums ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  confirmed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (practicum_id, membership_id)
);
CREATE INDEX practicum_confirmations_cohort ON practicum_confirmations (cohort_id);
REVOKE UPDATE, DELETE ON circle_changes FROM opiring_app;

-- Down Migration
DROP TABLE practicum_confirmations, practicums, circle_changes, circles;
