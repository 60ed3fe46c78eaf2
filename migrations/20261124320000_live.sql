-- Up Migration
-- What open pages hear of. Told inside the transaction that writes, so only what was committed is heard, in every process;
-- cohort, kind and whom it concerns, never what it is. Texts, drafts, readings, the pulse and signing in tell nothing.
CREATE FUNCTION app.tell_of(cohort uuid, topic text, member uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('opiring_news', json_strip_nulls(json_build_object('cohort', cohort, 'topic', topic, 'of', member))::text) $$;

-- The first argument is the kind; each further one a column with the membership it concerns. Without any it concerns everybody.
CREATE FUNCTION app.tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written jsonb; concerned text;
BEGIN
  IF TG_OP = 'DELETE' THEN written := to_jsonb(OLD); ELSE written := to_jsonb(NEW); END IF;
  IF TG_NARGS = 1 THEN PERFORM app.tell_of((written ->> 'cohort_id')::uuid, TG_ARGV[0], NULL); END IF;
  FOR i IN 1 .. TG_NARGS - 1 LOOP
    PERFORM app.tell_of((written ->> 'cohort_id')::uuid, TG_ARGV[0], (written ->> TG_ARGV[i])::uuid);
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION app.tell_practicum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM app.tell_of(NEW.cohort_id, 'facts', unnest(ARRAY[p.first_id, p.second_id])) FROM learning_pairs p WHERE p.id = NEW.pair_id;
  RETURN NULL;
END $$;
-- For the processes alone: whose streams are to end.
CREATE FUNCTION app.tell_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM app.tell_of(NULL, TG_ARGV[0], OLD.id);
  RETURN NULL;
END $$;

CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON attendances FOR EACH ROW EXECUTE FUNCTION app.tell('facts', 'membership_id');
-- Beginning may be the first word of a private text; only what is done is a fact for others.
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON activity_facts FOR EACH ROW WHEN (NEW.done_at IS NOT NULL)
  EXECUTE FUNCTION app.tell('facts', 'membership_id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON circles FOR EACH ROW EXECUTE FUNCTION app.tell('facts', 'host_id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON practicums FOR EACH ROW EXECUTE FUNCTION app.tell_practicum();
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON practicum_confirmations FOR EACH ROW
  EXECUTE FUNCTION app.tell('facts', 'membership_id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON agreed_pauses FOR EACH ROW EXECUTE FUNCTION app.tell('facts', 'membership_id');
CREATE TRIGGER tell AFTER INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION app.tell('facts', 'membership_id');
CREATE TRIGGER tell AFTER INSERT ON completion_rules FOR EACH ROW EXECUTE FUNCTION app.tell('facts');
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON meetings FOR EACH ROW EXECUTE FUNCTION app.tell('meetings');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON meeting_replies FOR EACH ROW EXECUTE FUNCTION app.tell('meetings', 'membership_id');
CREATE TRIGGER tell AFTER INSERT ON editions FOR EACH ROW EXECUTE FUNCTION app.tell('curriculum');
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON memberships FOR EACH ROW EXECUTE FUNCTION app.tell('people', 'id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON learning_pairs FOR EACH ROW EXECUTE FUNCTION app.tell('people', 'first_id', 'second_id');
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON mentor_assignments FOR EACH ROW
  EXECUTE FUNCTION app.tell('people', 'mentor_id', 'participant_id');
CREATE TRIGGER tell_end AFTER UPDATE OF revoked_at ON sessions FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL)
  EXECUTE FUNCTION app.tell_end('session');
CREATE TRIGGER tell_gone AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION app.tell_end('session');
CREATE TRIGGER tell_end AFTER UPDATE OF disabled_at ON accounts FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
  EXECUTE FUNCTION app.tell_end('account');

-- Down Migration
DROP TRIGGER tell_end ON accounts;
DROP TRIGGER tell_gone ON sessions;
DROP TRIGGER tell_end ON sessions;
DROP TRIGGER tell ON mentor_assignments;
DROP TRIGGER tell ON learning_pairs;
DROP TRIGGER tell ON memberships;
DROP TRIGGER tell ON editions;
DROP TRIGGER tell ON meeting_replies;
DROP TRIGGER tell ON meetings;
DROP TRIGGER tell ON completion_rules;
DROP TRIGGER tell ON certificates;
DROP TRIGGER tell ON agreed_pauses;
DROP TRIGGER tell ON practicum_confirmations;
DROP TRIGGER tell ON practicums;
DROP TRIGGER tell ON circles;
DROP TRIGGER tell ON activity_facts;
DROP TRIGGER tell ON attendances;
DROP FUNCTION app.tell_end();
DROP FUNCTION app.tell_practicum();
DROP FUNCTION app.tell();
DROP FUNCTION app.tell_of(uuid, text, uuid);
