-- The ground that every feature stands on: the tenant wall, the audit chain, the outbox, repeatable writes.
-- Roles itqan_app, itqan_jobs, itqan_audit and itqan_backup are made by the program before the first migration.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS ltree;

CREATE COLLATION IF NOT EXISTS itqan_ar (provider = icu, locale = 'ar', deterministic = true);

-- The entity that the running transaction works in. The nil id stands for the platform itself.
CREATE FUNCTION itqan_entity() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('itqan.entity_id', true), '')::uuid;

-- True when a fact with these first and last days (both included, open end null) holds on the day.
CREATE FUNCTION itqan_holds(valid_from date, valid_to date, on_day date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN valid_from <= on_day AND (valid_to IS NULL OR on_day <= valid_to);

-- Search form of Arabic and Latin text: one shape for hamza, ta marbuta, alef maqsura and digits; no marks.
-- src/shared/text.ts holds the same tables, and a test holds the two together.
CREATE FUNCTION itqan_normalize(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(
    regexp_replace(lower(value COLLATE "C"), U&'[\0640\064B-\065F\0670\200B-\200F\202A-\202E\2066-\2069\FEFF]', '', 'g'),
    U&'\0623\0625\0622\0671\0649\0629\0624\0626\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9',
    U&'\0627\0627\0627\0627\064A\0647\0648\064A' || '01234567890123456789'
  );

-- Puts a tenant table behind the wall. The sub-select makes the check an init plan: once a statement, not once a row.
CREATE PROCEDURE itqan_protect(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ALTER COLUMN entity_id SET DEFAULT itqan_entity()', target);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY entity_rows ON %s USING (true) WITH CHECK (true)', target);
  EXECUTE format('CREATE POLICY entity_wall ON %s AS RESTRICTIVE
    USING (entity_id = (SELECT itqan_entity())) WITH CHECK (entity_id = (SELECT itqan_entity()))', target);
  EXECUTE format('GRANT %s ON %s TO itqan_app, itqan_jobs', privileges, target);
  EXECUTE format('GRANT SELECT ON %s TO itqan_backup', target);
END $$;

GRANT USAGE ON SCHEMA public TO itqan_app, itqan_jobs, itqan_audit, itqan_backup;

-- The registry of entities: a platform table (decisions H14), no content of any entity.
CREATE TABLE entities (
  id         uuid PRIMARY KEY,
  code       text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_ar    text NOT NULL CHECK (length(name_ar) BETWEEN 2 AND 200),
  name_en    text NOT NULL CHECK (length(name_en) BETWEEN 2 AND 200),
  sample     boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON entities TO itqan_app;
GRANT SELECT ON entities TO itqan_jobs, itqan_audit, itqan_backup;

-- ── Audit: one append-only SHA-256 chain per entity ─────────────────────────────────────────────────────────

CREATE TABLE audit_heads (
  entity_id uuid PRIMARY KEY,
  seq       bigint NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32)
);
CALL itqan_protect('audit_heads', 'SELECT, INSERT, UPDATE');
GRANT SELECT ON audit_heads TO itqan_audit;

CREATE TABLE audit_events (
  entity_id       uuid NOT NULL,
  seq             bigint NOT NULL,
  at              timestamptz(3) NOT NULL,
  actor_id        uuid,
  employee_id     uuid,
  on_behalf_of    uuid,
  action          text NOT NULL,
  subject_type    text NOT NULL,
  subject_id      text NOT NULL,
  -- json, not jsonb: the bytes that were digested are the bytes that are kept. Null once lawfully erased.
  payload         json,
  payload_digest  bytea NOT NULL CHECK (length(payload_digest) = 32),
  hash            bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (entity_id, seq)
);
CREATE INDEX audit_events_subject ON audit_events (entity_id, subject_type, subject_id, seq);
CREATE INDEX audit_events_time ON audit_events (entity_id, at);
CALL itqan_protect('audit_events', 'SELECT, INSERT');
GRANT SELECT ON audit_events TO itqan_audit;

-- What the hash of an event covers, in one text. src/platform/audit/chain.ts computes the same away from the database.
CREATE FUNCTION itqan_audit_line(seq bigint, at timestamptz, actor_id uuid, employee_id uuid, on_behalf_of uuid,
                                 action text, subject_type text, subject_id text, payload_digest bytea) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(E'\n', seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    coalesce(actor_id::text, '-'), coalesce(employee_id::text, '-'), coalesce(on_behalf_of::text, '-'),
    action, subject_type, subject_id, encode(payload_digest, 'hex'));

-- Appends events in order and moves the head. Called last in a transaction: the head's lock is short.
CREATE FUNCTION itqan_audit_append(events json) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  tenant uuid := itqan_entity();
  head audit_heads%ROWTYPE;
  event json;
  digest bytea;
BEGIN
  INSERT INTO audit_heads (entity_id, seq, hash) VALUES (tenant, 0, sha256(convert_to(tenant::text, 'UTF8')))
    ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM audit_heads WHERE entity_id = tenant FOR UPDATE;
  FOR event IN SELECT json_array_elements(events) LOOP
    digest := sha256(convert_to(event->>'payload', 'UTF8'));
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(itqan_audit_line(
      head.seq, (event->>'at')::timestamptz, (event->>'actor')::uuid, (event->>'employee')::uuid,
      (event->>'onBehalfOf')::uuid, event->>'action', event->>'subjectType', event->>'subjectId', digest), 'UTF8'));
    INSERT INTO audit_events (entity_id, seq, at, actor_id, employee_id, on_behalf_of, action, subject_type,
                              subject_id, payload, payload_digest, hash)
    VALUES (tenant, head.seq, (event->>'at')::timestamptz, (event->>'actor')::uuid, (event->>'employee')::uuid,
            (event->>'onBehalfOf')::uuid, event->>'action', event->>'subjectType', event->>'subjectId',
            (event->>'payload')::json, digest, head.hash);
  END LOOP;
  UPDATE audit_heads SET seq = head.seq, hash = head.hash WHERE entity_id = tenant;
END $$;

-- ── Outbox: effects outside the database, told in the transaction of their cause ────────────────────────────

CREATE TABLE outbox (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  topic        text NOT NULL,
  payload      jsonb NOT NULL,
  created_at   timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  attempts     integer NOT NULL DEFAULT 0,
  delivered_at timestamptz,
  dead_at      timestamptz,
  last_error   text,
  PRIMARY KEY (entity_id, id)
);
CREATE INDEX outbox_waiting ON outbox (entity_id, available_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CALL itqan_protect('outbox');

CREATE FUNCTION itqan_outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('itqan_outbox', itqan_entity()::text);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION itqan_outbox_wake();

CREATE TABLE sms_messages (
  entity_id  uuid NOT NULL,
  id         uuid NOT NULL,
  recipient  text NOT NULL,
  purpose    text NOT NULL,
  -- Erased once a real gateway has taken the message: a code must not lie about.
  body       text,
  status     text NOT NULL CHECK (status IN ('waiting', 'visible', 'sent', 'failed')),
  created_at timestamptz NOT NULL,
  sent_at    timestamptz,
  PRIMARY KEY (entity_id, id)
);
CREATE INDEX sms_messages_recent ON sms_messages (entity_id, created_at DESC);
CALL itqan_protect('sms_messages');

-- ── Repeatable writes ───────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE idempotency_keys (
  entity_id      uuid NOT NULL,
  identity_id    uuid NOT NULL,
  key            text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
  operation      text NOT NULL,
  request_digest bytea NOT NULL,
  status         integer NOT NULL,
  response       json,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (entity_id, identity_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (entity_id, created_at);
CALL itqan_protect('idempotency_keys');
