-- Up Migration
-- When a thing opens, where a plain day does not say it all: a rule by itself, or all or any of several.
ALTER TABLE modules ADD COLUMN release jsonb;
ALTER TABLE activities ADD COLUMN release jsonb,
  ADD CONSTRAINT activities_open_one_way CHECK (release IS NULL OR opens_on IS NULL);

-- A learning partner's word that they have read the other's plan. Taken back it stays, so that the past can be told.
CREATE TABLE plan_readings (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  pair_id       uuid NOT NULL REFERENCES learning_pairs ON DELETE CASCADE,
  reader_id     uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  author_id     uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  read_at       timestamptz NOT NULL DEFAULT now(),
  taken_back_at timestamptz,
  CHECK (reader_id <> author_id),
  CHECK (taken_back_at >= read_at)
);
CREATE UNIQUE INDEX plan_readings_stand ON plan_readings (pair_id, reader_id) WHERE taken_back_at IS NULL;
CREATE INDEX plan_readings_cohort ON plan_readings (cohort_id);
CREATE INDEX plan_readings_author ON plan_readings (author_id);
CREATE INDEX plan_readings_reader ON plan_readings (reader_id);
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON plan_readings FOR EACH ROW
  EXECUTE FUNCTION app.tell('facts', 'reader_id', 'author_id');

-- Down Migration
DROP TABLE plan_readings;
ALTER TABLE activities DROP COLUMN release;
ALTER TABLE modules DROP COLUMN release;
