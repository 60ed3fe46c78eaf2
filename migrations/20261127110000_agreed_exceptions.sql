-- Up Migration
-- What was agreed with one leader, or with two learning partners, beside the curriculum: something is open earlier, or does not
-- count. A row for each of the two, so that either may leave without taking the other's along.
CREATE TABLE agreed_exceptions (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  agreement_id  uuid NOT NULL,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  kind          text NOT NULL CHECK (kind IN ('opens', 'excused')),
  module_id     uuid REFERENCES modules,
  activity_id   uuid REFERENCES activities,
  opens_on      date,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  revision      integer NOT NULL DEFAULT 1,
  agreed_by     uuid REFERENCES accounts ON DELETE SET NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  ended_at      timestamptz,
  ended_by      uuid REFERENCES accounts ON DELETE SET NULL,
  CHECK ((module_id IS NULL) <> (activity_id IS NULL)),
  CHECK ((kind = 'opens') = (opens_on IS NOT NULL)),
  CHECK (kind = 'opens' OR activity_id IS NOT NULL)
);
CREATE UNIQUE INDEX agreed_exceptions_standing ON agreed_exceptions (membership_id, kind, coalesce(activity_id, module_id))
  WHERE ended_at IS NULL;
CREATE INDEX agreed_exceptions_cohort ON agreed_exceptions (cohort_id);
CREATE INDEX agreed_exceptions_member ON agreed_exceptions (membership_id);
CREATE INDEX agreed_exceptions_agreement ON agreed_exceptions (agreement_id);
CREATE TABLE agreed_exception_changes (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  exception_id uuid NOT NULL REFERENCES agreed_exceptions ON DELETE CASCADE,
  cohort_id    uuid NOT NULL REFERENCES cohorts,
  changed_by   uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at   timestamptz NOT NULL DEFAULT now(),
  before       jsonb NOT NULL,
  after        jsonb NOT NULL
);
CREATE INDEX agreed_exception_changes_exception ON agreed_exception_changes (exception_id);

-- A pause is agreed for a reason too, and put right or ended by somebody.
ALTER TABLE agreed_pauses ADD COLUMN reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN ended_by uuid REFERENCES accounts ON DELETE SET NULL;
CREATE INDEX agreed_pauses_member ON agreed_pauses (membership_id);
CREATE TABLE agreed_pause_changes (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  pause_id   uuid NOT NULL REFERENCES agreed_pauses ON DELETE CASCADE,
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  changed_by uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  before     jsonb NOT NULL,
  after      jsonb NOT NULL
);
CREATE INDEX agreed_pause_changes_pause ON agreed_pause_changes (pause_id);
REVOKE DELETE ON agreed_exceptions FROM opiring_app;
REVOKE UPDATE, DELETE ON agreed_exception_changes, agreed_pause_changes FROM opiring_app;
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON agreed_exceptions FOR EACH ROW EXECUTE FUNCTION app.tell('facts', 'membership_id');

-- Down Migration
DROP TABLE agreed_pause_changes, agreed_exception_changes, agreed_exceptions;
DROP INDEX agreed_pauses_member;
ALTER TABLE agreed_pauses DROP COLUMN ended_by, DROP COLUMN revision, DROP COLUMN reason;
