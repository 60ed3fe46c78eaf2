-- Up Migration
-- What a cohort, and each thing of its draft, was made after: so that two intakes can be laid beside each other, however often they were renamed.
ALTER TABLE cohorts ADD COLUMN copied_from uuid REFERENCES cohorts;
ALTER TABLE meetings ADD COLUMN copied_from uuid REFERENCES meetings;
ALTER TABLE modules ADD COLUMN copied_from uuid REFERENCES modules;
ALTER TABLE activities ADD COLUMN copied_from uuid REFERENCES activities;

-- Down Migration
ALTER TABLE activities DROP COLUMN copied_from;
ALTER TABLE modules DROP COLUMN copied_from;
ALTER TABLE meetings DROP COLUMN copied_from;
ALTER TABLE cohorts DROP COLUMN copied_from;
