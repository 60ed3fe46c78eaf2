-- Up Migration
-- Who else is told of a cohort's facts: webhooks and a learning record store. Secrets are sealed; the key is elsewhere.
CREATE TABLE receivers (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  kind          text NOT NULL CHECK (kind IN ('webhook', 'lrs')),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  url           text NOT NULL CHECK (length(url) BETWEEN 8 AND 2000),
  topics        text[] NOT NULL CHECK (topics <@ ARRAY['meetings', 'attendance', 'activities', 'practicum', 'circles', 'certificates']),
  version       text CHECK (version IN ('1.0.3', '2.0.0')),
  secret        bytea NOT NULL,
  former_secret bytea,
  former_until  timestamptz,
  -- Names of what is told are made from this and the fact: the same for every attempt, guessed by nobody.
  namespace     uuid NOT NULL DEFAULT gen_random_uuid(),
  made_by       uuid REFERENCES memberships ON DELETE SET NULL,
  made_at       timestamptz NOT NULL DEFAULT now(),
  failing_since timestamptz,
  stopped_at    timestamptz,
  CHECK ((kind = 'lrs') = (version IS NOT NULL))
);
CREATE INDEX receivers_cohort ON receivers (cohort_id);
CREATE INDEX receivers_made_by ON receivers (made_by);
CREATE UNIQUE INDEX receivers_one_store ON receivers (cohort_id) WHERE kind = 'lrs';

-- What is still to be told, and for a while how it went. Ids, kinds and days: no name, no text.
CREATE TABLE deliveries (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  receiver_id   uuid NOT NULL REFERENCES receivers ON DELETE CASCADE,
  cohort_id     uuid NOT NULL REFERENCES cohorts,
  topic         text NOT NULL,
  type          text NOT NULL,
  fact          text NOT NULL,
  voids         text,
  subject_id    uuid,
  membership_id uuid REFERENCES memberships ON DELETE CASCADE,
  happened_at   timestamptz NOT NULL,
  told          jsonb NOT NULL DEFAULT '{}',
  made_at       timestamptz NOT NULL DEFAULT now(),
  next_at       timestamptz NOT NULL DEFAULT now(),
  attempts      integer NOT NULL DEFAULT 0,
  leased_until  timestamptz,
  status        smallint,
  settled_at    timestamptz,
  given_up      boolean NOT NULL DEFAULT false,
  UNIQUE (receiver_id, fact)
);
CREATE INDEX deliveries_next ON deliveries (next_at) WHERE settled_at IS NULL;
CREATE INDEX deliveries_receiver ON deliveries (receiver_id, id);
CREATE INDEX deliveries_membership ON deliveries (membership_id);

-- Those who carry deliveries belong to no account.
CREATE FUNCTION app.carrying() RETURNS boolean LANGUAGE sql STABLE RETURN current_setting('app.carrying', true) = 'on';
ALTER TABLE receivers ENABLE ROW LEVEL SECURITY;
CREATE POLICY led ON receivers USING (app.leads(cohort_id)) WITH CHECK (app.leads(cohort_id));
CREATE POLICY carried ON receivers USING (app.carrying());
ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
CREATE POLICY led ON deliveries USING (app.leads(cohort_id)) WITH CHECK (app.leads(cohort_id));
CREATE POLICY carried ON deliveries USING (app.carrying());

-- The key secrets are sealed with, where the installation brings none: the first one offered is kept.
CREATE TABLE sealing_keys (
  key        bytea NOT NULL,
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  created_at timestamptz NOT NULL DEFAULT now()
);
REVOKE ALL ON sealing_keys FROM opiring_app;
CREATE FUNCTION app.sealing_key(offered bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO sealing_keys (key) VALUES (offered) ON CONFLICT DO NOTHING;
  RETURN (SELECT k.key FROM sealing_keys k);
END $$;
REVOKE ALL ON FUNCTION app.sealing_key(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sealing_key(bytea) TO opiring_app;

-- Writes what is to be told with the fact itself. A webhook hears that something happened; a record store gets what stands (`holds`),
-- and that what it was told before (`earlier`, since when) no longer does.
CREATE FUNCTION app.pass_on(cohort uuid, about text, what text, thing uuid, member uuid, happened timestamptz, said jsonb,
    called text, holds boolean, earlier text DEFAULT NULL, earlier_at timestamptz DEFAULT NULL) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO deliveries (receiver_id, cohort_id, topic, type, fact, voids, subject_id, membership_id, happened_at, told)
  SELECT r.id, cohort, about, CASE WHEN x.voids IS NULL THEN what ELSE 'void' END, x.fact, x.voids, thing, member, happened, said
    FROM receivers r
    JOIN LATERAL (SELECT 'void:' || earlier AS fact, earlier AS voids WHERE r.kind = 'lrs' AND earlier IS NOT NULL AND r.made_at <= earlier_at
      UNION ALL SELECT called, NULL WHERE r.kind = 'webhook' OR holds) x ON true
   WHERE r.cohort_id = cohort AND about = ANY(r.topics)
     -- What goes with an erased person is told to nobody.
     AND (member IS NULL OR EXISTS (SELECT FROM memberships m WHERE m.id = member))
  ON CONFLICT (receiver_id, fact) DO NOTHING $$;
REVOKE ALL ON FUNCTION app.pass_on(uuid, text, text, uuid, uuid, timestamptz, jsonb, text, boolean, text, timestamptz) FROM PUBLIC;
CREATE FUNCTION app.has_receiver(cohort uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM receivers r WHERE r.cohort_id = cohort);

CREATE FUNCTION app.pass_on_attendance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was attendance_changes; there text[] := ARRAY['present', 'online', 'part'];
BEGIN
  IF NOT app.has_receiver(NEW.cohort_id) THEN RETURN NULL; END IF;
  IF NEW.before = ANY(there) THEN
    SELECT * INTO was FROM attendance_changes h WHERE h.meeting_id = NEW.meeting_id AND h.membership_id = NEW.membership_id
       AND h.id <> NEW.id ORDER BY h.changed_at DESC, h.id DESC LIMIT 1;
  END IF;
  PERFORM app.pass_on(NEW.cohort_id, 'attendance', 'attendance.recorded', NEW.meeting_id, NEW.membership_id, NEW.changed_at,
    jsonb_build_object('state', NEW.after, 'when', (SELECT t.starts_at FROM meetings t WHERE t.id = NEW.meeting_id)),
    'attendance:' || NEW.id, NEW.after = ANY(there), 'attendance:' || was.id, was.changed_at);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON attendance_changes FOR EACH ROW EXECUTE FUNCTION app.pass_on_attendance();

-- Of an activity only its being done is told, by the day: the hour somebody wrote at is theirs.
CREATE FUNCTION app.pass_on_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE f activity_facts; zone text; undone boolean := TG_OP = 'DELETE'; name text;
BEGIN
  IF undone THEN f := OLD; ELSE f := NEW; END IF;
  IF NOT app.has_receiver(f.cohort_id) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND NEW.done_at IS NULL THEN f := OLD; undone := true; END IF;
  SELECT c.time_zone INTO zone FROM cohorts c WHERE c.id = f.cohort_id;
  name := 'activity:' || f.activity_id || ':' || f.membership_id || ':' || extract(epoch FROM f.done_at);
  PERFORM app.pass_on(f.cohort_id, 'activities', CASE WHEN undone THEN 'activity.undone' ELSE 'activity.done' END, f.activity_id, f.membership_id,
    date_trunc('day', CASE WHEN undone THEN now() ELSE f.done_at END AT TIME ZONE zone) AT TIME ZONE zone, '{}',
    CASE WHEN undone THEN 'undone:' ELSE '' END || name, NOT undone, CASE WHEN undone THEN name END, f.done_at);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON activity_facts FOR EACH ROW WHEN (NEW.done_at IS NOT NULL) EXECUTE FUNCTION app.pass_on_activity();
CREATE TRIGGER pass_on_change AFTER UPDATE OF done_at ON activity_facts FOR EACH ROW
  WHEN ((OLD.done_at IS NULL) <> (NEW.done_at IS NULL)) EXECUTE FUNCTION app.pass_on_activity();
CREATE TRIGGER pass_on_end AFTER DELETE ON activity_facts FOR EACH ROW WHEN (OLD.done_at IS NOT NULL) EXECUTE FUNCTION app.pass_on_activity();

-- A practicum is a fact for both once both have confirmed it.
CREATE FUNCTION app.pass_on_practicum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE k practicum_confirmations; undone boolean := TG_OP = 'DELETE'; p record; name text;
BEGIN
  IF undone THEN k := OLD; ELSE k := NEW; END IF;
  IF NOT app.has_receiver(k.cohort_id) THEN RETURN NULL; END IF;
  SELECT t.held_on, array_agg(c.membership_id) AS members, greatest(max(c.confirmed_at), k.confirmed_at) AS at INTO p
    FROM practicums t JOIN practicum_confirmations c ON c.practicum_id = t.id WHERE t.id = k.practicum_id GROUP BY t.id;
  IF undone THEN p.members := p.members || k.membership_id; END IF;
  IF cardinality(p.members) IS DISTINCT FROM 2 THEN RETURN NULL; END IF;
  FOR i IN 1 .. 2 LOOP
    name := 'practicum:' || k.practicum_id || ':' || p.members[i] || ':' || extract(epoch FROM p.at);
    PERFORM app.pass_on(k.cohort_id, 'practicum', CASE WHEN undone THEN 'practicum.undone' ELSE 'practicum.confirmed' END, k.practicum_id,
      p.members[i], CASE WHEN undone THEN now() ELSE p.at END, jsonb_build_object('day', p.held_on), CASE WHEN undone THEN 'undone:' ELSE '' END || name,
      NOT undone, CASE WHEN undone THEN name END, p.at);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT OR DELETE ON practicum_confirmations FOR EACH ROW EXECUTE FUNCTION app.pass_on_practicum();

CREATE FUNCTION app.pass_on_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.has_receiver(NEW.cohort_id) THEN RETURN NULL; END IF;
  PERFORM app.pass_on(NEW.cohort_id, 'circles', CASE WHEN NEW.withdrawn_at IS NOT NULL THEN 'circle.withdrawn'
      WHEN TG_OP = 'UPDATE' THEN 'circle.corrected' ELSE 'circle.held' END, NEW.id, NEW.host_id, now(),
    jsonb_build_object('day', NEW.held_on, 'people', NEW.people), 'circle:' || NEW.id || ':' || NEW.revision, NEW.withdrawn_at IS NULL,
    CASE WHEN TG_OP = 'UPDATE' THEN 'circle:' || NEW.id || ':' || OLD.revision END, CASE WHEN TG_OP = 'UPDATE' THEN coalesce((
      SELECT max(h.changed_at) FROM circle_changes h WHERE h.circle_id = NEW.id), NEW.recorded_at) END);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON circles FOR EACH ROW WHEN (NEW.withdrawn_at IS NULL) EXECUTE FUNCTION app.pass_on_circle();
CREATE TRIGGER pass_on_change AFTER UPDATE ON circles FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NULL AND OLD.revision <> NEW.revision) EXECUTE FUNCTION app.pass_on_circle();

CREATE FUNCTION app.pass_on_certificate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was certificates;
BEGIN
  IF NOT app.has_receiver(NEW.cohort_id) THEN RETURN NULL; END IF;
  SELECT * INTO was FROM certificates c WHERE c.membership_id = NEW.membership_id AND c.version = NEW.version - 1
     AND NOT EXISTS (SELECT FROM certificate_revocations r WHERE r.certificate_id = c.id);
  PERFORM app.pass_on(NEW.cohort_id, 'certificates', 'certificate.issued', NEW.id, NEW.membership_id, NEW.issued_at,
    jsonb_build_object('kind', NEW.kind), 'certificate:' || NEW.id, true, 'certificate:' || was.id, was.issued_at);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION app.pass_on_certificate();
CREATE FUNCTION app.pass_on_revocation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c certificates;
BEGIN
  IF NOT app.has_receiver(NEW.cohort_id) THEN RETURN NULL; END IF;
  SELECT * INTO c FROM certificates x WHERE x.id = NEW.certificate_id;
  PERFORM app.pass_on(NEW.cohort_id, 'certificates', 'certificate.revoked', c.id, c.membership_id, NEW.revoked_at,
    jsonb_build_object('kind', c.kind), 'revoked:' || c.id, false, 'certificate:' || c.id, c.issued_at);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON certificate_revocations FOR EACH ROW EXECUTE FUNCTION app.pass_on_revocation();

CREATE FUNCTION app.pass_on_meeting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.has_receiver(NEW.cohort_id) THEN RETURN NULL; END IF;
  PERFORM app.pass_on(NEW.cohort_id, 'meetings', CASE WHEN NEW.cancelled_at IS NOT NULL THEN 'meeting.cancelled'
      WHEN TG_OP = 'INSERT' OR OLD.cancelled_at IS NOT NULL THEN 'meeting.planned' ELSE 'meeting.moved' END, NEW.id, NULL, now(), '{}',
    'meeting:' || NEW.id || ':' || NEW.revision, false);
  RETURN NULL;
END $$;
CREATE TRIGGER pass_on AFTER INSERT ON meetings FOR EACH ROW EXECUTE FUNCTION app.pass_on_meeting();
CREATE TRIGGER pass_on_change AFTER UPDATE ON meetings FOR EACH ROW WHEN (OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at
  OR (OLD.cancelled_at IS NULL) <> (NEW.cancelled_at IS NULL)) EXECUTE FUNCTION app.pass_on_meeting();

-- Down Migration
DROP TRIGGER pass_on_change ON meetings;
DROP TRIGGER pass_on ON meetings;
DROP TRIGGER pass_on ON certificate_revocations;
DROP TRIGGER pass_on ON certificates;
DROP TRIGGER pass_on_change ON circles;
DROP TRIGGER pass_on ON circles;
DROP TRIGGER pass_on ON practicum_confirmations;
DROP TRIGGER pass_on_end ON activity_facts;
DROP TRIGGER pass_on_change ON activity_facts;
DROP TRIGGER pass_on ON activity_facts;
DROP TRIGGER pass_on ON attendance_changes;
DROP FUNCTION app.pass_on_meeting(), app.pass_on_revocation(), app.pass_on_certificate(), app.pass_on_circle(), app.pass_on_practicum(),
  app.pass_on_activity(), app.pass_on_attendance(), app.has_receiver(uuid),
  app.pass_on(uuid, text, text, uuid, uuid, timestamptz, jsonb, text, boolean, text, timestamptz), app.sealing_key(bytea);
DROP TABLE sealing_keys, deliveries, receivers;
DROP FUNCTION app.carrying();
