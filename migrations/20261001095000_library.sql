-- Up Migration
-- The shelf and the public page.
CREATE TABLE resources (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  position     smallint NOT NULL DEFAULT 1,
  kind         text NOT NULL CHECK (kind IN ('book', 'article', 'worksheet', 'recording', 'link')),
  title        jsonb NOT NULL,
  author       text NOT NULL DEFAULT '',
  about        jsonb NOT NULL DEFAULT '{}',
  url          text
);
CREATE INDEX resources_programme ON resources (programme_id);
CREATE TABLE stories (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  position     smallint NOT NULL DEFAULT 1,
  title        jsonb NOT NULL,
  author       text NOT NULL,
  url          text
);
CREATE INDEX stories_programme ON stories (programme_id);
CREATE TABLE partners (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  position     smallint NOT NULL DEFAULT 1,
  name         text NOT NULL,
  part         jsonb NOT NULL DEFAULT '{}',
  url          text
);
CREATE INDEX partners_programme ON partners (programme_id);
CREATE TABLE principles (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  version      integer NOT NULL CHECK (version > 0),
  text         jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (programme_id, version)
);
CREATE TABLE principle_acceptances (
  principles_id uuid NOT NULL REFERENCES principles ON DELETE CASCADE,
  account_id    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  accepted_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principles_id, account_id)
);
CREATE TABLE interests (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  programme_id uuid NOT NULL REFERENCES programmes ON DELETE CASCADE,
  email        citext NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  locale       text NOT NULL DEFAULT 'et' CHECK (locale IN ('et', 'en', 'ru')),
  consented_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (programme_id, email)
);

-- Down Migration
DROP TABLE interests, principle_acceptances, principles, partners, stories, resources;
