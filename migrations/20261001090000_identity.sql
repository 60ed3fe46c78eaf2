-- Up Migration
-- Who a person is and how they come in. The API serves as a member of opiring_app, which owns nothing.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE COLLATION IF NOT EXISTS estonian (provider = icu, locale = 'et');

GRANT USAGE ON SCHEMA public TO opiring_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO opiring_app;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO opiring_app;

CREATE TABLE accounts (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  email         citext NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  password_hash text,
  locale        text NOT NULL DEFAULT 'et' CHECK (locale IN ('et', 'en', 'ru')),
  admin_since   timestamptz,
  disabled_at   timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sessions (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id   uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  token_hash   bytea NOT NULL UNIQUE,
  user_agent   text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz
);
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE sign_in_links (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX sign_in_links_account ON sign_in_links (account_id);

-- Attempts are counted here, so that the limit holds over all instances. Subjects are hashes, never addresses in clear.
CREATE TABLE sign_in_attempts (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject bytea NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_attempts_subject ON sign_in_attempts (subject, at);
CREATE INDEX sign_in_attempts_at ON sign_in_attempts (at);

-- One effect per key and account. The answer is not stored: a replay renders the created thing again, so that deleted text is gone.
CREATE TABLE idempotency_keys (
  account_id   uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  route        text NOT NULL,
  request_hash bytea NOT NULL,
  created_id   uuid,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.account_id', true), '')::uuid;

-- Down Migration
DROP FUNCTION app.account();
DROP TABLE idempotency_keys, sign_in_attempts, sign_in_links, sessions, accounts;
DROP SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM opiring_app;
REVOKE USAGE ON SCHEMA public FROM opiring_app;
DROP COLLATION estonian;
DROP EXTENSION unaccent;
DROP EXTENSION pg_trgm;
DROP EXTENSION citext;
