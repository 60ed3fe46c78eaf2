-- Up Migration
-- A partner's logo and a resource's file are stored files like any other: what refers to them keeps them.
ALTER TABLE partners
  ADD COLUMN logo_hash text REFERENCES stored_files,
  ADD COLUMN logo_width integer CHECK (logo_width > 0),
  ADD COLUMN logo_height integer CHECK (logo_height > 0),
  -- Whether a PDF can hold it as it is.
  ADD COLUMN logo_printable boolean,
  -- What it shows, for who does not see it; where nothing is said, the partner's name.
  ADD COLUMN logo_alt jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(logo_alt) = 'object'),
  ADD CONSTRAINT partners_logo_whole CHECK (num_nulls(logo_hash, logo_width, logo_height, logo_printable) IN (0, 4));
CREATE INDEX partners_logo ON partners (logo_hash) WHERE logo_hash IS NOT NULL;

ALTER TABLE resources
  ADD COLUMN file_hash text REFERENCES stored_files,
  ADD COLUMN file_name text CHECK (length(file_name) BETWEEN 1 AND 200),
  ADD CONSTRAINT resources_file_whole CHECK (num_nulls(file_hash, file_name) IN (0, 2));
CREATE INDEX resources_file ON resources (file_hash) WHERE file_hash IS NOT NULL;

-- A paper keeps the logos it was issued with, whatever becomes of the partners. The hash says nothing of whose paper it is.
CREATE TABLE certificate_logos (
  cohort_id uuid NOT NULL REFERENCES cohorts,
  hash      text NOT NULL REFERENCES stored_files,
  PRIMARY KEY (cohort_id, hash)
);
CREATE INDEX certificate_logos_hash ON certificate_logos (hash);
REVOKE UPDATE, DELETE ON certificate_logos FROM opiring_app;

-- Down Migration
DROP TABLE certificate_logos;
ALTER TABLE resources DROP CONSTRAINT resources_file_whole, DROP COLUMN file_name, DROP COLUMN file_hash;
ALTER TABLE partners DROP CONSTRAINT partners_logo_whole, DROP COLUMN logo_alt, DROP COLUMN logo_printable,
  DROP COLUMN logo_height, DROP COLUMN logo_width, DROP COLUMN logo_hash;
