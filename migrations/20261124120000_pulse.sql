-- Up Migration
-- The pulse after a meeting. Only totals are kept, and who has answered at all: no row says who gave which answer,
-- nor when. Totals show when the week of answering is over and five have answered, so that no answer can be told
-- from the totals before and after it.
CREATE TABLE pulse_totals (
  meeting_id uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  answer     text NOT NULL CHECK (answer IN ('fully', 'mostly', 'little', 'not')),
  people     integer NOT NULL CHECK (people > 0),
  PRIMARY KEY (meeting_id, answer)
);
CREATE TABLE pulse_answered (
  meeting_id    uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  PRIMARY KEY (meeting_id, membership_id)
);
CREATE INDEX pulse_answered_member ON pulse_answered (membership_id);
REVOKE ALL ON pulse_totals FROM opiring_app;
REVOKE INSERT, UPDATE, DELETE ON pulse_answered FROM opiring_app;
ALTER TABLE pulse_answered ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON pulse_answered FOR SELECT USING (EXISTS (
  SELECT FROM memberships m WHERE m.id = membership_id AND m.account_id = (SELECT app.account())));

-- The last day of answering: a week after the meeting, in the cohort's days.
CREATE FUNCTION app.pulse_until(meeting meetings) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (meeting.ends_at AT TIME ZONE c.time_zone)::date + 7 FROM cohorts c WHERE c.id = meeting.cohort_id $$;
CREATE FUNCTION app.pulse_open(meeting meetings) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT meeting.cancelled_at IS NULL AND meeting.ends_at <= now()
    AND (now() AT TIME ZONE c.time_zone)::date <= app.pulse_until(meeting) FROM cohorts c WHERE c.id = meeting.cohort_id $$;

-- One answer of a participant of the meeting's cohort: taken, already or closed; null where it is not theirs to give.
CREATE FUNCTION app.answer_pulse(meeting uuid, given text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held meetings;
  seat uuid;
BEGIN
  SELECT * INTO held FROM meetings WHERE id = meeting;
  SELECT m.id INTO seat FROM memberships m WHERE m.cohort_id = held.cohort_id AND m.account_id = app.account()
    AND m.role = 'participant' AND m.ended_at IS NULL;
  IF seat IS NULL THEN RETURN NULL; END IF;
  IF NOT app.pulse_open(held) THEN RETURN 'closed'; END IF;
  INSERT INTO pulse_answered VALUES (meeting, seat) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN 'already'; END IF;
  INSERT INTO pulse_totals VALUES (meeting, given, 1)
    ON CONFLICT (meeting_id, answer) DO UPDATE SET people = pulse_totals.people + 1;
  RETURN 'taken';
END $$;

-- Totals of the meetings whose answering is over, for whoever is of the cohort; null where fewer than five answered.
CREATE FUNCTION app.pulse(cohort uuid) RETURNS TABLE (meeting_id uuid, totals jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.id, CASE WHEN sum(t.people) >= 5 THEN jsonb_object_agg(t.answer, t.people) END
    FROM meetings held LEFT JOIN pulse_totals t ON t.meeting_id = held.id
   WHERE held.cohort_id = cohort AND held.cancelled_at IS NULL AND held.ends_at <= now() AND NOT app.pulse_open(held)
     AND EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account() AND m.ended_at IS NULL)
   GROUP BY held.id $$;
REVOKE ALL ON FUNCTION app.answer_pulse(uuid, text), app.pulse(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answer_pulse(uuid, text), app.pulse(uuid) TO opiring_app;

-- Down Migration
DROP FUNCTION app.pulse(uuid), app.answer_pulse(uuid, text), app.pulse_open(meetings), app.pulse_until(meetings);
DROP TABLE pulse_answered, pulse_totals;
