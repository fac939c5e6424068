-- Signing in. Identities, their codes and sessions stand before the tenant wall (decisions H14): a person must be
-- recognised before the entity is known. They hold no name, no phone and nothing about the person's work.

CREATE TABLE sign_in_identities (
  id              uuid PRIMARY KEY,
  civil_number    text NOT NULL UNIQUE CHECK (civil_number ~ '^[0-9]{5,12}$'),
  password_hash   text,
  password_set_at timestamptz,
  disabled_at     timestamptz,
  created_at      timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON sign_in_identities TO itqan_app;

CREATE TABLE identity_entities (
  identity_id uuid NOT NULL REFERENCES sign_in_identities (id),
  entity_id   uuid NOT NULL REFERENCES entities (id),
  employee_id uuid,
  PRIMARY KEY (identity_id, entity_id)
);
CREATE INDEX identity_entities_employee ON identity_entities (entity_id, employee_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_entities TO itqan_app;
GRANT SELECT ON identity_entities TO itqan_jobs;

CREATE TABLE platform_grants (
  identity_id uuid NOT NULL REFERENCES sign_in_identities (id),
  role        text NOT NULL CHECK (role IN ('platform_administrator', 'vision_unit')),
  granted_at  timestamptz NOT NULL,
  granted_by  uuid,
  PRIMARY KEY (identity_id, role)
);
GRANT SELECT, INSERT, DELETE ON platform_grants TO itqan_app;

CREATE TABLE sessions (
  id             uuid PRIMARY KEY,
  identity_id    uuid NOT NULL REFERENCES sign_in_identities (id),
  entity_id      uuid REFERENCES entities (id),
  token_digest   bytea NOT NULL UNIQUE CHECK (length(token_digest) = 32),
  created_at     timestamptz NOT NULL,
  last_seen_at   timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  revoked_at     timestamptz,
  ip             text,
  user_agent     text
);
CREATE INDEX sessions_identity ON sessions (identity_id, created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO itqan_app;

-- One-time codes and links: only their digests are kept.
CREATE TABLE one_time_codes (
  id            uuid PRIMARY KEY,
  identity_id   uuid REFERENCES sign_in_identities (id),
  purpose       text NOT NULL CHECK (purpose IN ('first_sign_in', 'handed_out', 'reset', 'first_administrator')),
  code_digest   bytea NOT NULL,
  -- The browser that asked: only it can use up the attempts. Null for codes that are handed out.
  device_digest bytea,
  attempts_left smallint NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  used_at       timestamptz
);
CREATE INDEX one_time_codes_identity ON one_time_codes (identity_id, purpose, created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_codes TO itqan_app;

-- Counters of failed attempts by account, device and address.
CREATE TABLE throttles (
  key           text PRIMARY KEY CHECK (length(key) <= 200),
  failures      integer NOT NULL,
  window_start  timestamptz NOT NULL,
  blocked_until timestamptz
);
CREATE INDEX throttles_age ON throttles (window_start);
GRANT SELECT, INSERT, UPDATE, DELETE ON throttles TO itqan_app;

-- Devices that an identity has signed in from: a known device is not locked out by guesses made elsewhere.
CREATE TABLE known_devices (
  identity_id   uuid NOT NULL REFERENCES sign_in_identities (id),
  device_digest bytea NOT NULL,
  last_used_at  timestamptz NOT NULL,
  PRIMARY KEY (identity_id, device_digest)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON known_devices TO itqan_app;

-- How a person likes to read: the same on every device.
CREATE TABLE identity_preferences (
  identity_id uuid PRIMARY KEY REFERENCES sign_in_identities (id),
  language    text NOT NULL DEFAULT 'ar' CHECK (language IN ('ar', 'en')),
  digits      text NOT NULL DEFAULT 'latn' CHECK (digits IN ('latn', 'arab')),
  theme       text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
  hijri       boolean NOT NULL DEFAULT true
);
GRANT SELECT, INSERT, UPDATE ON identity_preferences TO itqan_app;

-- What has run out is swept away by the clock.
GRANT SELECT, UPDATE, DELETE ON sessions, one_time_codes, throttles TO itqan_jobs;

GRANT SELECT ON sign_in_identities, identity_entities, platform_grants, sessions, one_time_codes, throttles,
  known_devices, identity_preferences TO itqan_backup;

-- Sign-in roles inside an entity (decisions H12).
CREATE TABLE role_grants (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  identity_id uuid NOT NULL REFERENCES sign_in_identities (id),
  role        text NOT NULL CHECK (role IN ('entity_administrator', 'ejada_team', 'planning', 'finance_administration',
                'communication', 'vision_office_director', 'vision_office_specialist', 'head_office', 'head', 'auditor')),
  reason      text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  granted_by  uuid,
  granted_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  revoked_by  uuid,
  PRIMARY KEY (entity_id, id)
);
CREATE UNIQUE INDEX role_grants_one ON role_grants (entity_id, identity_id, role) WHERE revoked_at IS NULL;
CALL itqan_protect('role_grants', 'SELECT, INSERT, UPDATE');
