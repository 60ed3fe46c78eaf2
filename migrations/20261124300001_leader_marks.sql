-- Up Migration
-- Up to where a program leader has taken note of a cohort. For their own eye; nothing is kept of the participants.
CREATE TABLE leader_marks (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  cohort_id  uuid NOT NULL REFERENCES cohorts,
  looked_at  timestamptz NOT NULL,
  PRIMARY KEY (account_id, cohort_id)
);
ALTER TABLE leader_marks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON leader_marks USING (account_id = (SELECT app.account()))
  WITH CHECK (account_id = (SELECT app.account()) AND app.leads(cohort_id));

-- Down Migration
DROP TABLE leader_marks;
