-- Up Migration
-- When a cohort's way is completed, and the papers that say so. A rule is never changed in place: the latest revision holds,
-- and where there is none the programme's.
CREATE TABLE completion_rules (
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  revision   integer NOT NULL CHECK (revision > 0),
  rule       jsonb NOT NULL,
  changed_by uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cohort_id, revision)
);
REVOKE UPDATE, DELETE ON completion_rules FROM opiring_app;

-- Numbers of a cohort's papers: its letters, and the last number given.
CREATE TABLE certificate_series (
  cohort_id uuid PRIMARY KEY REFERENCES cohorts,
  prefix    text NOT NULL UNIQUE CHECK (prefix ~ '^[A-Z][A-Z0-9]{0,9}$'),
  last      integer NOT NULL DEFAULT 0
);

-- What was issued stays as it was said that day; issued again it is the next version under the same number.
CREATE TABLE certificates (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  number        text NOT NULL,
  version       integer NOT NULL CHECK (version > 0),
  kind          text NOT NULL CHECK (kind IN ('certificate', 'statement')),
  code          text NOT NULL UNIQUE CHECK (length(code) >= 22),
  content       jsonb NOT NULL,
  reason        text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  issued_by     uuid REFERENCES accounts ON DELETE SET NULL,
  issued_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (membership_id, version),
  UNIQUE (number, version)
);
CREATE INDEX certificates_cohort ON certificates (cohort_id);
CREATE TABLE certificate_revocations (
  certificate_id uuid PRIMARY KEY REFERENCES certificates ON DELETE CASCADE,
  cohort_id      uuid NOT NULL REFERENCES cohorts,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  revoked_by     uuid REFERENCES accounts ON DELETE SET NULL,
  revoked_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX certificate_revocations_cohort ON certificate_revocations (cohort_id);
-- What whoever checks a paper is shown: the holder's choice; without one, name and programme.
CREATE TABLE certificate_showings (
  membership_id uuid PRIMARY KEY REFERENCES memberships ON DELETE CASCADE,
  shown         text[] NOT NULL CHECK (shown <@ ARRAY['name', 'municipality', 'programme', 'hours']),
  chosen_at     timestamptz NOT NULL DEFAULT now()
);
REVOKE UPDATE, DELETE ON certificates, certificate_revocations FROM opiring_app;

CREATE FUNCTION app.leads(cohort uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account()
    AND m.role = 'program_leader' AND m.ended_at IS NULL) $$;
CREATE FUNCTION app.is_mine(membership uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM memberships m WHERE m.id = membership AND m.account_id = app.account()) $$;
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON certificates FOR SELECT USING (app.is_mine(membership_id));
CREATE POLICY led ON certificates FOR SELECT USING (app.leads(cohort_id));
CREATE POLICY issued ON certificates FOR INSERT WITH CHECK (app.leads(cohort_id));
ALTER TABLE certificate_revocations ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON certificate_revocations FOR SELECT USING (EXISTS (SELECT FROM certificates c WHERE c.id = certificate_id));
CREATE POLICY revoked ON certificate_revocations FOR INSERT WITH CHECK (app.leads(cohort_id));
ALTER TABLE certificate_showings ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON certificate_showings USING (app.is_mine(membership_id)) WITH CHECK (app.is_mine(membership_id));

-- Whoever holds the code reads what the holder allows, and whether it still stands; nothing else leaves the database.
CREATE FUNCTION app.certificate_by_code(given text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('number', c.number, 'version', c.version, 'kind', c.kind, 'issuedOn', c.content -> 'issuedOn',
      'language', c.content -> 'language', 'issuer', c.content -> 'issuer',
      'replaced', EXISTS (SELECT FROM certificates later WHERE later.membership_id = c.membership_id AND later.version > c.version),
      'revokedAt', r.revoked_at,
      'name', CASE WHEN 'name' = ANY(s.shown) THEN c.content -> 'holder' -> 'name' END,
      'municipality', CASE WHEN 'municipality' = ANY(s.shown) THEN c.content -> 'holder' -> 'municipality' END,
      'programme', CASE WHEN 'programme' = ANY(s.shown) THEN c.content -> 'programme' -> 'title' END,
      'hours', CASE WHEN 'hours' = ANY(s.shown) THEN c.content -> 'hours' END)
    FROM certificates c LEFT JOIN certificate_revocations r ON r.certificate_id = c.id
    LEFT JOIN certificate_showings x ON x.membership_id = c.membership_id
    CROSS JOIN LATERAL (SELECT coalesce(x.shown, ARRAY['name', 'programme']) AS shown) s
   WHERE c.code = given $$;
-- Ids of what no longer stands, for whoever checks a credential; an id says nothing of whose it is.
CREATE FUNCTION app.certificates_withdrawn() RETURNS TABLE (id uuid, why text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, CASE WHEN r.certificate_id IS NULL THEN 'replaced' ELSE 'revoked' END
    FROM certificates c LEFT JOIN certificate_revocations r ON r.certificate_id = c.id
   WHERE r.certificate_id IS NOT NULL
      OR EXISTS (SELECT FROM certificates later WHERE later.membership_id = c.membership_id AND later.version > c.version)
   ORDER BY c.id $$;

-- The keys credentials are signed with. Public halves stay for good, so that what was signed long ago can be checked.
-- The private half is here only where the installation brings none of its own.
CREATE TABLE issuer_keys (
  kid         text PRIMARY KEY,
  public_key  jsonb NOT NULL,
  private_key jsonb,
  created_at  timestamptz NOT NULL DEFAULT now()
);
REVOKE ALL ON issuer_keys FROM opiring_app;
CREATE FUNCTION app.issuer_keys() RETURNS TABLE (kid text, public_key jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.kid, k.public_key FROM issuer_keys k ORDER BY k.created_at DESC, k.kid $$;
-- Publishes the key brought along; or, where one without a private half is not what is offered, keeps the first offered and gives that.
CREATE FUNCTION app.issuer_key(offered_kid text, offered_public jsonb, offered_private jsonb) RETURNS TABLE (kid text, private_key jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('issuer_keys'));
  IF offered_private IS NULL OR NOT EXISTS (SELECT FROM issuer_keys k WHERE k.private_key IS NOT NULL) THEN
    INSERT INTO issuer_keys AS k (kid, public_key, private_key) VALUES (offered_kid, offered_public, offered_private)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT k.kid, k.private_key FROM issuer_keys k
    WHERE CASE WHEN offered_private IS NULL THEN k.kid = offered_kid ELSE k.private_key IS NOT NULL END
    ORDER BY k.created_at DESC LIMIT 1;
END $$;
REVOKE ALL ON FUNCTION app.certificate_by_code(text), app.certificates_withdrawn(), app.issuer_keys(),
  app.issuer_key(text, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.certificate_by_code(text), app.certificates_withdrawn(), app.issuer_keys(),
  app.issuer_key(text, jsonb, jsonb) TO opiring_app;

-- Down Migration
DROP FUNCTION app.issuer_key(text, jsonb, jsonb), app.issuer_keys(), app.certificates_withdrawn(), app.certificate_by_code(text);
DROP TABLE issuer_keys, certificate_showings, certificate_revocations, certificates, certificate_series, completion_rules;
DROP FUNCTION app.is_mine(uuid), app.leads(uuid);
