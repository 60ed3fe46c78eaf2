-- Up Migration
-- What a meeting's day holds: where online, whose visit, in which steps; and the codes by which participants say they are there.
ALTER TABLE meetings
  ADD COLUMN link text CHECK (link ~ '^https://'),
  ADD COLUMN guest jsonb,
  ADD COLUMN agenda jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN agenda_published_at timestamptz;

-- A code is shown once, to whoever opened the check-in, and kept as a salted hash alone. It dies within minutes; another follows it.
CREATE TABLE check_in_codes (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id  uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  cohort_id   uuid NOT NULL REFERENCES cohorts,
  salt        bytea NOT NULL,
  code_hash   bytea NOT NULL,
  made_by     uuid REFERENCES accounts ON DELETE SET NULL,
  made_at     timestamptz NOT NULL,
  valid_until timestamptz NOT NULL
);
CREATE INDEX check_in_codes_meeting ON check_in_codes (meeting_id, id);
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON check_in_codes FOR EACH ROW EXECUTE FUNCTION app.tell('meetings');

-- Whether the team recorded it or the participant's own code did.
ALTER TABLE attendance_changes ADD COLUMN way text NOT NULL DEFAULT 'hand' CHECK (way IN ('hand', 'code'));

-- Down Migration
ALTER TABLE attendance_changes DROP COLUMN way;
DROP TABLE check_in_codes;
ALTER TABLE meetings DROP COLUMN agenda_published_at, DROP COLUMN agenda, DROP COLUMN guest, DROP COLUMN link;
