-- Up Migration
-- When somebody is erased, the meetings they were at and the circles they held stay in the cohort's totals: else the totals of the day
-- before and the day after, side by side, would tell of them (rule 7). What stays says no person and no text: the day from which and
-- until which one more is counted. Names of rows tell neither order nor time, so rows of one person do not find each other by them.
CREATE TABLE erased_facts (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  cohort_id  uuid NOT NULL REFERENCES cohorts ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('seat', 'attendance', 'circle')),
  meeting_id uuid REFERENCES meetings ON DELETE CASCADE,
  state      text CHECK (state IN ('present', 'online', 'part', 'absent', 'excused', 'unknown')),
  people     integer,
  from_on    date NOT NULL,
  until_on   date CHECK (until_on > from_on),
  CHECK ((kind = 'attendance') = (meeting_id IS NOT NULL AND state IS NOT NULL)),
  CHECK ((kind = 'circle') = (people IS NOT NULL))
);
CREATE INDEX erased_facts_cohort ON erased_facts (cohort_id);
CREATE INDEX erased_facts_meeting ON erased_facts (meeting_id);
REVOKE INSERT, UPDATE, DELETE ON erased_facts FROM opiring_app;
ALTER TABLE erased_facts ENABLE ROW LEVEL SECURITY;
CREATE POLICY told ON erased_facts FOR SELECT USING (app.leads(cohort_id) OR app.token_reads(cohort_id, 'report'));

CREATE FUNCTION app.count_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE zone text := (SELECT c.time_zone FROM cohorts c WHERE c.id = OLD.cohort_id);
  joined date := (OLD.created_at AT TIME ZONE zone)::date;
BEGIN
  -- With the cohort itself nothing is left to count.
  IF zone IS NULL THEN RETURN OLD; END IF;
  INSERT INTO erased_facts (cohort_id, kind, from_on) VALUES (OLD.cohort_id, 'seat', joined);
  INSERT INTO erased_facts (cohort_id, kind, meeting_id, state, from_on, until_on)
  SELECT OLD.cohort_id, 'attendance', x.meeting_id, x.state, x.from_on, x.until_on FROM (
    SELECT h.meeting_id, h.after AS state, (h.changed_at AT TIME ZONE zone)::date AS from_on,
        (lead(h.changed_at) OVER (PARTITION BY h.meeting_id ORDER BY h.id) AT TIME ZONE zone)::date AS until_on
      FROM attendance_changes h WHERE h.membership_id = OLD.id
    UNION ALL
    SELECT t.id, 'unknown', joined, (SELECT min(h.changed_at) AT TIME ZONE zone FROM attendance_changes h
        WHERE h.meeting_id = t.id AND h.membership_id = OLD.id)::date
      FROM meetings t WHERE t.cohort_id = OLD.cohort_id AND t.ends_at <= coalesce(OLD.ended_at, now())) x
   WHERE x.until_on IS NULL OR x.until_on > x.from_on;
  INSERT INTO erased_facts (cohort_id, kind, people, from_on, until_on)
  SELECT OLD.cohort_id, 'circle', x.people, x.from_on, x.until_on FROM (
    SELECT (h.before ->> 'people')::int AS people,
        (coalesce(lag(h.changed_at) OVER (PARTITION BY o.id ORDER BY h.id), o.recorded_at) AT TIME ZONE zone)::date AS from_on,
        (h.changed_at AT TIME ZONE zone)::date AS until_on
      FROM circles o JOIN circle_changes h ON h.circle_id = o.id WHERE o.host_id = OLD.id
    UNION ALL
    SELECT o.people, (coalesce((SELECT max(h.changed_at) FROM circle_changes h WHERE h.circle_id = o.id), o.recorded_at) AT TIME ZONE zone)::date,
        (o.withdrawn_at AT TIME ZONE zone)::date
      FROM circles o WHERE o.host_id = OLD.id) x
   WHERE x.until_on IS NULL OR x.until_on > x.from_on;
  RETURN OLD;
END $$;
CREATE TRIGGER count_erased BEFORE DELETE ON memberships FOR EACH ROW WHEN (OLD.role = 'participant') EXECUTE FUNCTION app.count_erased();

-- Down Migration
DROP TRIGGER count_erased ON memberships;
DROP FUNCTION app.count_erased();
DROP TABLE erased_facts;
