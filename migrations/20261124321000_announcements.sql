-- Up Migration
-- What the team tells the cohort, or those who miss something; and the letters on their way.
CREATE TABLE announcements (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id    uuid NOT NULL REFERENCES cohorts,
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body         text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  lang         text NOT NULL CHECK (lang IN ('et', 'en', 'ru')),
  audience     text NOT NULL CHECK (audience IN ('cohort', 'start-questions', 'meeting-reply', 'practicum')),
  sent_by      uuid REFERENCES memberships ON DELETE SET NULL,
  sent_at      timestamptz NOT NULL DEFAULT now(),
  corrected_at timestamptz,
  withdrawn_at timestamptz,
  revision     integer NOT NULL DEFAULT 1
);
CREATE INDEX announcements_cohort ON announcements (cohort_id, sent_at);
CREATE TABLE announcement_changes (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  announcement_id uuid NOT NULL REFERENCES announcements ON DELETE CASCADE,
  cohort_id       uuid NOT NULL REFERENCES cohorts,
  changed_by      uuid REFERENCES accounts ON DELETE SET NULL,
  changed_at      timestamptz NOT NULL DEFAULT now(),
  before          jsonb NOT NULL,
  after           jsonb NOT NULL
);
CREATE INDEX announcement_changes_announcement ON announcement_changes (announcement_id);
-- Whom it was sent to, as it stood that moment. What is for the cohort is also for whoever joins later.
CREATE TABLE announcement_recipients (
  announcement_id uuid NOT NULL REFERENCES announcements ON DELETE CASCADE,
  membership_id   uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  cohort_id       uuid NOT NULL REFERENCES cohorts,
  PRIMARY KEY (announcement_id, membership_id)
);
CREATE INDEX announcement_recipients_membership ON announcement_recipients (membership_id);
REVOKE UPDATE, DELETE ON announcement_changes, announcement_recipients FROM opiring_app;

-- Who wants to read announcements in the app alone.
ALTER TABLE accounts ADD COLUMN mail_off_at timestamptz;
-- To whom a letter about what is still to go. It holds no text: that is put in as the letter leaves, and with that the row is gone.
CREATE TABLE letters (
  id              uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id      uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  announcement_id uuid NOT NULL REFERENCES announcements ON DELETE CASCADE,
  made_at         timestamptz NOT NULL DEFAULT now(),
  next_at         timestamptz NOT NULL DEFAULT now(),
  attempts        integer NOT NULL DEFAULT 0,
  leased_until    timestamptz,
  UNIQUE (account_id, announcement_id)
);
CREATE INDEX letters_next ON letters (next_at);
CREATE INDEX letters_announcement ON letters (announcement_id);

CREATE FUNCTION app.tell_announcement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.audience = 'cohort' THEN PERFORM app.tell_of(NEW.cohort_id, 'announcements', NULL);
  ELSE
    PERFORM app.tell_of(NEW.cohort_id, 'announcements', r.membership_id) FROM announcement_recipients r WHERE r.announcement_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
-- At the end of the transaction, when the recipients are written too.
CREATE CONSTRAINT TRIGGER tell AFTER INSERT OR UPDATE ON announcements DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.tell_announcement();

-- Down Migration
DROP TABLE letters;
ALTER TABLE accounts DROP COLUMN mail_off_at;
DROP TABLE announcement_recipients, announcement_changes, announcements;
DROP FUNCTION app.tell_announcement();
