-- Up Migration
-- A meeting nobody answered after has no totals, and a total without a name cannot be written: it is left out, as the
-- whole meeting is shown without figures below five answers.
CREATE OR REPLACE FUNCTION app.pulse(cohort uuid) RETURNS TABLE (meeting_id uuid, totals jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.id,
      CASE WHEN sum(t.people) >= 5 THEN jsonb_object_agg(t.answer, t.people) FILTER (WHERE t.answer IS NOT NULL) END
    FROM meetings held LEFT JOIN pulse_totals t ON t.meeting_id = held.id
   WHERE held.cohort_id = cohort AND held.cancelled_at IS NULL AND held.ends_at <= now() AND NOT app.pulse_open(held)
     AND EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account() AND m.ended_at IS NULL)
   GROUP BY held.id $$;

-- Down Migration
CREATE OR REPLACE FUNCTION app.pulse(cohort uuid) RETURNS TABLE (meeting_id uuid, totals jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.id, CASE WHEN sum(t.people) >= 5 THEN jsonb_object_agg(t.answer, t.people) END
    FROM meetings held LEFT JOIN pulse_totals t ON t.meeting_id = held.id
   WHERE held.cohort_id = cohort AND held.cancelled_at IS NULL AND held.ends_at <= now() AND NOT app.pulse_open(held)
     AND EXISTS (SELECT FROM memberships m WHERE m.cohort_id = cohort AND m.account_id = app.account() AND m.ended_at IS NULL)
   GROUP BY held.id $$;
