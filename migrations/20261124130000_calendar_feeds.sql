-- Up Migration
-- A person's own calendar address: whoever holds it reads when that person meets, and nothing else. Only its hash is kept.
CREATE TABLE calendar_feeds (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  made_at    timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON calendar_feeds USING (account_id = (SELECT app.account())) WITH CHECK (account_id = (SELECT app.account()));
-- A calendar program has no session: the address alone says whose meetings they are.
CREATE FUNCTION app.calendar_of(token bytea) RETURNS TABLE (account_id uuid, locale text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.locale FROM calendar_feeds f JOIN accounts a ON a.id = f.account_id
   WHERE f.token_hash = token AND a.disabled_at IS NULL $$;
REVOKE ALL ON FUNCTION app.calendar_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.calendar_of(bytea) TO opiring_app;

-- Down Migration
DROP FUNCTION app.calendar_of(bytea);
DROP TABLE calendar_feeds;
