-- Up Migration
-- A passage that is the author's alone (a fold) never enters a version: a version holds what a reader would get, and where
-- that is less than what was written, the whole stands beside it in a table that only its author can open.

-- What a reader would get of a text. Folds stand directly in the document and nowhere else.
CREATE FUNCTION app.shareable(body jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN jsonb_path_exists(body, '$.content[*] ? (@.type == "fold")') THEN jsonb_set(body, '{content}', coalesce(
    (SELECT jsonb_agg(block ORDER BY place) FROM jsonb_array_elements(body -> 'content') WITH ORDINALITY AS b (block, place)
      WHERE block ->> 'type' <> 'fold'), '[{"type": "paragraph"}]'))
  ELSE body END;

ALTER TABLE entry_versions ADD CONSTRAINT entry_versions_without_folds
  CHECK (NOT jsonb_path_exists(body, 'strict $.** ? (@.type == "fold")'));

CREATE TABLE whole_versions (
  entry_id   uuid NOT NULL,
  number     integer NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  body       jsonb NOT NULL,
  PRIMARY KEY (entry_id, number),
  FOREIGN KEY (entry_id, number) REFERENCES entry_versions (entry_id, number) ON DELETE CASCADE
);
CREATE INDEX whole_versions_account ON whole_versions (account_id);
ALTER TABLE whole_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON whole_versions USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));

-- The save whose text stands, as its writer named it: a save whose answer was lost is known again.
ALTER TABLE entries ADD COLUMN write_id uuid;

-- Open until the end of a day of the cohort's; an offer invited; and how a share came to its end.
ALTER TABLE entry_shares
  ADD COLUMN until_on date,
  ADD COLUMN offer boolean NOT NULL DEFAULT false,
  ADD COLUMN ended_by text CHECK (ended_by IN ('withdrawn', 'superseded'));

-- An offer is written only while a share that invites it is open to its writer. The database refuses too.
CREATE FUNCTION app.may_offer(entry uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN memberships m ON m.id = r.membership_id
    WHERE s.entry_id = entry AND s.offer AND r.account_id = app.account() AND m.ended_at IS NULL
      AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())) $$;
REVOKE ALL ON FUNCTION app.may_offer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_offer(uuid) TO opiring_app;
ALTER TABLE notes DROP CONSTRAINT notes_kind_check,
  ADD CONSTRAINT notes_kind_check CHECK (kind IN ('noticing', 'wondering', 'asking', 'offering'));
CREATE POLICY invited ON notes AS RESTRICTIVE FOR INSERT WITH CHECK (kind <> 'offering' OR app.may_offer(entry_id));

-- The headings an activity's texts begin with, where the organizer chose.
ALTER TABLE activities ADD COLUMN frame text CHECK (frame IN ('what', 'circle', 'empty'));

-- Down Migration
ALTER TABLE activities DROP COLUMN frame;
DROP POLICY invited ON notes;
UPDATE notes SET kind = 'wondering' WHERE kind = 'offering';
ALTER TABLE notes DROP CONSTRAINT notes_kind_check,
  ADD CONSTRAINT notes_kind_check CHECK (kind IN ('noticing', 'wondering', 'asking'));
DROP FUNCTION app.may_offer(uuid);
ALTER TABLE entry_shares DROP COLUMN ended_by, DROP COLUMN offer, DROP COLUMN until_on;
ALTER TABLE entries DROP COLUMN write_id;
-- Folded words are lost with it where a version alone held them; what was given stays as it was given.
DROP TABLE whole_versions;
ALTER TABLE entry_versions DROP CONSTRAINT entry_versions_without_folds;
DROP FUNCTION app.shareable(jsonb);
