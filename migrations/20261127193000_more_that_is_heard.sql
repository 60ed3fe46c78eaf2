-- Up Migration
-- Open pages also hear of who could use a call, whom of them it concerns, and of a paper taken back. As before: of no words.
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON call_requests FOR EACH ROW EXECUTE FUNCTION app.tell('calls', 'membership_id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON attention_set_asides FOR EACH ROW EXECUTE FUNCTION app.tell('calls', 'membership_id');
CREATE TRIGGER tell AFTER INSERT ON attention_rules FOR EACH ROW EXECUTE FUNCTION app.tell('calls');
CREATE FUNCTION app.tell_sighting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM app.tell_of(NEW.cohort_id, 'calls', r.membership_id) FROM call_requests r WHERE r.id = NEW.request_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT ON call_request_sightings FOR EACH ROW EXECUTE FUNCTION app.tell_sighting();
CREATE FUNCTION app.tell_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM app.tell_of(NEW.cohort_id, 'facts', c.membership_id) FROM certificates c WHERE c.id = NEW.certificate_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT ON certificate_revocations FOR EACH ROW EXECUTE FUNCTION app.tell_revocation();

-- Down Migration
DROP TRIGGER tell ON certificate_revocations;
DROP FUNCTION app.tell_revocation();
DROP TRIGGER tell ON call_request_sightings;
DROP FUNCTION app.tell_sighting();
DROP TRIGGER tell ON attention_rules;
DROP TRIGGER tell ON attention_set_asides;
DROP TRIGGER tell ON call_requests;
