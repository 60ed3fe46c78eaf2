-- Up Migration
-- Files by what is in them. The bytes are in a folder or a bucket; a row stands for a file that is kept, and whoever refers
-- to it does so by a foreign key. What nothing refers to is swept a day after it was last brought.
CREATE TABLE stored_files (
  hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  size       bigint NOT NULL CHECK (size > 0),
  type       text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now()
);

-- Links and files of an activity, in order: [{id, title, url} | {id, title, file: {name, type, size, hash}}]. They are part of
-- the draft's row, so that editions hold them whole.
ALTER TABLE activities ADD COLUMN materials jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(materials) = 'array');

-- What was brought into a cohort. An edition keeps what it shows; what neither a draft nor an edition has any more goes
-- after a week, so that a removal can be taken back.
CREATE TABLE material_files (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts ON DELETE CASCADE,
  hash       text NOT NULL REFERENCES stored_files,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX material_files_cohort ON material_files (cohort_id);
CREATE INDEX material_files_hash ON material_files (hash);

-- Down Migration
DROP TABLE material_files;
ALTER TABLE activities DROP COLUMN materials;
DROP TABLE stored_files;
