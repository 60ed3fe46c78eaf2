-- Up Migration
-- What a thing is called in the programme's file, so that a file taken in and given out again is the same file.
ALTER TABLE modules ADD COLUMN slug text CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60);
ALTER TABLE activities ADD COLUMN slug text CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60);

-- Down Migration
ALTER TABLE activities DROP COLUMN slug;
ALTER TABLE modules DROP COLUMN slug;
