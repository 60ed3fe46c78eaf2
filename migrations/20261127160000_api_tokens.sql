-- Up Migration
-- By which another system reads a cohort's facts. Only the hash is kept; the beginning tells people which one it is.
CREATE TABLE api_tokens (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id      uuid NOT NULL REFERENCES cohorts,
  made_by        uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  beginning      text NOT NULL CHECK (length(beginning) <= 16),
  token_hash     bytea NOT NULL UNIQUE,
  scopes         text[] NOT NULL CHECK (scopes <@ ARRAY['people', 'meetings', 'attendance', 'progress', 'circles', 'certificates', 'report']),
  made_at        timestamptz NOT NULL DEFAULT now(),
  expires_at     timestamptz NOT NULL,
  revoked_at     timestamptz,
  -- The day, in the cohort; nothing nearer.
  last_used_on   date,
  counting_since timestamptz NOT NULL DEFAULT now(),
  counted        integer NOT NULL DEFAULT 0
);
CREATE INDEX api_tokens_cohort ON api_tokens (cohort_id);
CREATE INDEX api_tokens_made_by ON api_tokens (made_by);
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
CREATE POLICY led ON api_tokens USING (app.leads(cohort_id)) WITH CHECK (app.leads(cohort_id));

-- The token stands as long as whoever made it answers for the cohort.
CREATE FUNCTION app.standing_token(token bytea) RETURNS SETOF api_tokens
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.* FROM api_tokens t JOIN memberships m ON m.id = t.made_by JOIN accounts a ON a.id = m.account_id
   WHERE t.token_hash = token AND t.revoked_at IS NULL AND t.expires_at > now()
     AND m.role = 'program_leader' AND m.ended_at IS NULL AND a.disabled_at IS NULL $$;

-- Counts one request, over all processes, and gives whether it is within the limit of a minute; null for no standing token.
CREATE FUNCTION app.count_token(token bytea, most integer) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE api_tokens t SET last_used_on = (now() AT TIME ZONE c.time_zone)::date,
      counted = CASE WHEN t.counting_since > now() - interval '1 minute' THEN t.counted + 1 ELSE 1 END,
      counting_since = CASE WHEN t.counting_since > now() - interval '1 minute' THEN t.counting_since ELSE now() END
    FROM cohorts c WHERE c.id = t.cohort_id AND t.id = (SELECT s.id FROM app.standing_token(token) s)
  RETURNING t.counted <= most $$;

-- Fixes that this transaction is a token's. It is nobody's account: what row-level security keeps for accounts, it keeps from tokens.
CREATE FUNCTION app.open_token(token bytea) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE it api_tokens;
BEGIN
  SELECT * INTO it FROM app.standing_token(token);
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM set_config('app.token_id', it.id::text, true);
  RETURN jsonb_build_object('id', it.id, 'cohortId', it.cohort_id, 'scopes', to_jsonb(it.scopes));
END $$;
-- Whether this transaction's token may read this of the cohort.
CREATE FUNCTION app.token_reads(cohort uuid, scope text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM api_tokens t WHERE t.id = nullif(current_setting('app.token_id', true), '')::uuid
    AND t.cohort_id = cohort AND scope = ANY(t.scopes)) $$;
REVOKE ALL ON FUNCTION app.standing_token(bytea), app.count_token(bytea, integer), app.open_token(bytea),
  app.token_reads(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_token(bytea, integer), app.open_token(bytea), app.token_reads(uuid, text) TO opiring_app;
CREATE POLICY by_token ON certificates FOR SELECT USING (app.token_reads(cohort_id, 'certificates'));

-- As before, and for a token that may read the report.
CREATE OR REPLACE FUNCTION app.pulse(cohort uuid) RETURNS TABLE (meeting_id uuid, totals jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.id,
      CASE WHEN sum(t.people) >= 5 THEN jsonb_object_agg(t.answer, t.people) FILTER (WHERE t.answer IS NOT NULL) END
    FROM meetings held LEFT JOIN pulse_totals t ON t.meeting_id = held.id
   WHERE held.cohort_id = cohort AND held.cancelled_at IS NULL AND held.ends_at <= now() AND NOT app.pulse_open(held)
     AND (app.token_reads(cohort, 'report')
       OR EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account() AND m.ended_at IS NULL))
   GROUP BY held.id $$;

-- Down Migration
CREATE OR REPLACE FUNCTION app.pulse(cohort uuid) RETURNS TABLE (meeting_id uuid, totals jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.id,
      CASE WHEN sum(t.people) >= 5 THEN jsonb_object_agg(t.answer, t.people) FILTER (WHERE t.answer IS NOT NULL) END
    FROM meetings held LEFT JOIN pulse_totals t ON t.meeting_id = held.id
   WHERE held.cohort_id = cohort AND held.cancelled_at IS NULL AND held.ends_at <= now() AND NOT app.pulse_open(held)
     AND EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account() AND m.ended_at IS NULL)
   GROUP BY held.id $$;
DROP POLICY by_token ON certificates;
DROP FUNCTION app.token_reads(uuid, text), app.open_token(bytea), app.count_token(bytea, integer), app.standing_token(bytea);
DROP TABLE api_tokens;
