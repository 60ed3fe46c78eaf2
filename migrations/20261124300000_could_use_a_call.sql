-- Up Migration
-- By what a program leader hears who could use a call. Never changed in place: the latest revision holds.
CREATE TABLE attention_rules (
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  revision   integer NOT NULL CHECK (revision > 0),
  rules      jsonb NOT NULL,
  changed_by uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cohort_id, revision)
);
REVOKE UPDATE, DELETE ON attention_rules FROM opiring_app;

-- A participant asked for a call; it stands until they take it back.
CREATE TABLE call_requests (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  asked_at      timestamptz NOT NULL DEFAULT now(),
  withdrawn_at  timestamptz
);
CREATE UNIQUE INDEX call_requests_standing ON call_requests (membership_id) WHERE withdrawn_at IS NULL;
CREATE INDEX call_requests_cohort ON call_requests (cohort_id) WHERE withdrawn_at IS NULL;

-- That a program leader had the request before their eyes, for the one who asked.
CREATE TABLE call_request_sightings (
  request_id uuid NOT NULL REFERENCES call_requests ON DELETE CASCADE,
  seen_by    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  seen_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (request_id, seen_by)
);

-- A reason set aside up to an occasion: it comes back only with a later one.
CREATE TABLE attention_set_asides (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  reason        text NOT NULL CHECK (reason IN ('asked', 'missed', 'unanswered', 'pause-ends')),
  occasion      timestamptz NOT NULL,
  day           date NOT NULL,
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  set_by        uuid REFERENCES accounts ON DELETE SET NULL,
  set_at        timestamptz NOT NULL DEFAULT now(),
  taken_back_by uuid REFERENCES accounts ON DELETE SET NULL,
  taken_back_at timestamptz
);
CREATE INDEX attention_set_asides_cohort ON attention_set_asides (cohort_id) WHERE taken_back_at IS NULL;
CREATE INDEX attention_set_asides_member ON attention_set_asides (membership_id);
REVOKE DELETE ON call_requests, attention_set_asides FROM opiring_app;
REVOKE UPDATE, DELETE ON call_request_sightings FROM opiring_app;

ALTER TABLE call_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON call_requests USING (app.is_mine(membership_id)) WITH CHECK (app.is_mine(membership_id));
CREATE POLICY led ON call_requests FOR SELECT USING (app.leads(cohort_id));
ALTER TABLE call_request_sightings ENABLE ROW LEVEL SECURITY;
CREATE POLICY asked ON call_request_sightings FOR SELECT USING (EXISTS (SELECT FROM call_requests c WHERE c.id = request_id));
CREATE POLICY seen ON call_request_sightings FOR INSERT WITH CHECK (seen_by = (SELECT app.account()) AND app.leads(cohort_id));
ALTER TABLE attention_set_asides ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON attention_set_asides FOR SELECT USING (app.is_mine(membership_id));
CREATE POLICY led ON attention_set_asides USING (app.leads(cohort_id)) WITH CHECK (app.leads(cohort_id));

-- When texts were shared with a mentor who has not answered since: whose and when, and nothing else leaves.
-- The program leader hears of everybody's, a leader of their own.
CREATE INDEX entry_shares_to_mentors ON entry_shares (cohort_id) WHERE audience = 'mentor' AND revoked_at IS NULL;
CREATE FUNCTION app.unanswered_shares(cohort uuid, at timestamptz) RETURNS TABLE (membership_id uuid, granted_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.author_id, s.granted_at FROM entry_shares s
   WHERE s.cohort_id = cohort AND s.audience = 'mentor' AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > at)
     AND (s.account_id = (SELECT app.account()) OR (SELECT app.leads(cohort)))
     AND NOT EXISTS (SELECT FROM notes n WHERE n.entry_id = s.entry_id AND n.created_at >= s.granted_at) $$;
REVOKE ALL ON FUNCTION app.unanswered_shares(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.unanswered_shares(uuid, timestamptz) TO opiring_app;

-- Down Migration
DROP FUNCTION app.unanswered_shares(uuid, timestamptz);
DROP INDEX entry_shares_to_mentors;
DROP TABLE attention_set_asides, call_request_sightings, call_requests, attention_rules;
