-- Who works where, under whom, and since when. Every fact holds from a first to a last day, both included.

CREATE TABLE entity_profiles (
  entity_id   uuid PRIMARY KEY REFERENCES entities (id),
  vision_ar   text NOT NULL DEFAULT '' CHECK (length(vision_ar) <= 1000),
  vision_en   text NOT NULL DEFAULT '' CHECK (length(vision_en) <= 1000),
  mission_ar  text NOT NULL DEFAULT '' CHECK (length(mission_ar) <= 2000),
  mission_en  text NOT NULL DEFAULT '' CHECK (length(mission_en) <= 2000),
  logo        bytea CHECK (length(logo) <= 524288),
  logo_type   text CHECK (logo_type IN ('image/png', 'image/jpeg')),
  logo_digest text,
  version     integer NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL
);
CALL itqan_protect('entity_profiles', 'SELECT, INSERT, UPDATE');

CREATE TABLE divisions (
  entity_id  uuid NOT NULL REFERENCES entities (id),
  id         uuid NOT NULL,
  code       text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  -- The tree as it is today, of ids without dashes; kept by itqan_refresh_division_paths().
  path       ltree,
  version    integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, code)
);
CREATE INDEX divisions_path ON divisions USING gist (path);
CALL itqan_protect('divisions', 'SELECT, INSERT, UPDATE');

CREATE TABLE division_periods (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  division_id uuid NOT NULL,
  parent_id   uuid,
  kind        text NOT NULL CHECK (kind IN ('entity', 'undersecretariat', 'directorate_general', 'directorate', 'department', 'section', 'office')),
  name_ar     text NOT NULL CHECK (length(name_ar) BETWEEN 2 AND 200),
  name_en     text NOT NULL CHECK (length(name_en) BETWEEN 2 AND 200),
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id),
  FOREIGN KEY (entity_id, parent_id) REFERENCES divisions (entity_id, id),
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  CHECK (parent_id IS DISTINCT FROM division_id),
  EXCLUDE USING gist (entity_id WITH =, division_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX division_periods_division ON division_periods (entity_id, division_id, valid_from);
CREATE INDEX division_periods_parent ON division_periods (entity_id, parent_id);
CALL itqan_protect('division_periods');

-- Recomputes the paths of the running entity as of a day. A loop in the tree leaves its members without a path.
CREATE FUNCTION itqan_refresh_division_paths(on_day date) RETURNS void LANGUAGE sql AS $$
  WITH RECURSIVE tree AS (
    SELECT p.division_id, text2ltree(replace(p.division_id::text, '-', '')) AS path
      FROM division_periods p
     WHERE p.entity_id = itqan_entity() AND p.parent_id IS NULL AND itqan_holds(p.valid_from, p.valid_to, on_day)
    UNION ALL
    SELECT p.division_id, tree.path || replace(p.division_id::text, '-', '')
      FROM division_periods p JOIN tree ON p.parent_id = tree.division_id
     WHERE p.entity_id = itqan_entity() AND itqan_holds(p.valid_from, p.valid_to, on_day)
  )
  UPDATE divisions d SET path = t.path
    FROM (SELECT d2.id, tree.path FROM divisions d2 LEFT JOIN tree ON tree.division_id = d2.id
           WHERE d2.entity_id = itqan_entity()) t
   WHERE d.entity_id = itqan_entity() AND d.id = t.id AND d.path IS DISTINCT FROM t.path
$$;

CREATE TABLE posts (
  entity_id       uuid NOT NULL,
  id              uuid NOT NULL,
  code            text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  title_ar        text NOT NULL CHECK (length(title_ar) BETWEEN 2 AND 200),
  title_en        text NOT NULL CHECK (length(title_en) BETWEEN 2 AND 200),
  job_family      text NOT NULL CHECK (job_family IN ('leadership', 'supervisory', 'specialist', 'administrative', 'technical')),
  -- The job description card (O-41): purpose and duties, a source of objectives (BR-32).
  purpose_ar      text NOT NULL DEFAULT '' CHECK (length(purpose_ar) <= 4000),
  purpose_en      text NOT NULL DEFAULT '' CHECK (length(purpose_en) <= 4000),
  duties_ar       text[] NOT NULL DEFAULT '{}',
  duties_en       text[] NOT NULL DEFAULT '{}',
  version         integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, code)
);
CALL itqan_protect('posts');

CREATE TABLE employees (
  entity_id       uuid NOT NULL REFERENCES entities (id),
  id              uuid NOT NULL,
  civil_number    text NOT NULL CHECK (civil_number ~ '^[0-9]{5,12}$'),
  employee_number text CHECK (employee_number ~ '^[A-Za-z0-9-]{1,20}$'),
  name_ar         text NOT NULL CHECK (length(name_ar) BETWEEN 2 AND 200),
  name_en         text NOT NULL CHECK (length(name_en) BETWEEN 2 AND 200),
  gender          text NOT NULL CHECK (gender IN ('female', 'male')),
  hired_on        date NOT NULL,
  exited_on       date,
  phone           text CHECK (phone ~ '^\+?[0-9]{8,15}$'),
  email           text CHECK (length(email) <= 254 AND email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  -- What the person chose to be called; the official title comes from the post (AMB-39).
  display_title   text CHECK (length(display_title) BETWEEN 2 AND 200),
  in_scope        boolean NOT NULL DEFAULT true,
  version         integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  search          text GENERATED ALWAYS AS (itqan_normalize(name_ar || ' ' || name_en || ' ' || coalesce(employee_number, ''))) STORED,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, civil_number),
  UNIQUE (entity_id, employee_number),
  CHECK (exited_on IS NULL OR hired_on <= exited_on)
);
CREATE INDEX employees_search ON employees USING gin (search gin_trgm_ops);
CREATE INDEX employees_name ON employees (entity_id, name_ar COLLATE itqan_ar, id);
CALL itqan_protect('employees', 'SELECT, INSERT, UPDATE');

-- What a person changed in the own profile (BR-50), value by value.
CREATE TABLE employee_profile_changes (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  field       text NOT NULL CHECK (field IN ('display_title', 'phone', 'email')),
  old_value   text,
  new_value   text,
  changed_by  uuid,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX employee_profile_changes_person ON employee_profile_changes (entity_id, employee_id, changed_at);
CALL itqan_protect('employee_profile_changes', 'SELECT, INSERT');

CREATE TABLE assignments (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  division_id uuid NOT NULL,
  post_id     uuid NOT NULL,
  -- Job level 1 (highest) to 20, as the civil service counts grades.
  level       smallint NOT NULL CHECK (level BETWEEN 1 AND 20),
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id),
  FOREIGN KEY (entity_id, post_id) REFERENCES posts (entity_id, id),
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  EXCLUDE USING gist (entity_id WITH =, employee_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX assignments_employee ON assignments (entity_id, employee_id, valid_from);
CREATE INDEX assignments_division ON assignments (entity_id, division_id);
CALL itqan_protect('assignments');

-- Exactly one direct supervisor at a time (AMB-21).
CREATE TABLE supervisions (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  employee_id   uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  valid_from    date NOT NULL,
  valid_to      date,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, supervisor_id) REFERENCES employees (entity_id, id),
  CHECK (employee_id <> supervisor_id),
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  EXCLUDE USING gist (entity_id WITH =, employee_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX supervisions_employee ON supervisions (entity_id, employee_id, valid_from);
CREATE INDEX supervisions_supervisor ON supervisions (entity_id, supervisor_id);
CALL itqan_protect('supervisions');

CREATE TABLE headships (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  division_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  EXCLUDE USING gist (entity_id WITH =, division_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX headships_employee ON headships (entity_id, employee_id);
CALL itqan_protect('headships');

CREATE TABLE absences (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('annual_leave', 'sick_leave', 'maternity_leave', 'study_leave', 'unpaid_leave', 'secondment', 'training', 'mission')),
  starts_on   date NOT NULL,
  ends_on     date NOT NULL,
  note        text CHECK (length(note) <= 1000),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  CHECK (starts_on <= ends_on),
  EXCLUDE USING gist (entity_id WITH =, employee_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
CALL itqan_protect('absences');

-- Acting for somebody for a time (AMB-22). Acts carry "on behalf of" for ever.
CREATE TABLE delegations (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  delegator_id uuid NOT NULL,
  delegate_id  uuid NOT NULL,
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['approve_documents', 'approve_achievement', 'escalate']),
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  -- From this day on it no longer holds.
  revoked_on   date,
  -- When those concerned were told (N-19), so that a job that runs twice tells once.
  start_told_at timestamptz,
  end_told_at   timestamptz,
  version      integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, delegator_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, delegate_id) REFERENCES employees (entity_id, id),
  CHECK (delegator_id <> delegate_id),
  CHECK (starts_on <= ends_on)
);
CREATE INDEX delegations_delegate ON delegations (entity_id, delegate_id, ends_on);
CREATE INDEX delegations_delegator ON delegations (entity_id, delegator_id, ends_on);
CALL itqan_protect('delegations', 'SELECT, INSERT, UPDATE');

CREATE TABLE memberships (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  body        text NOT NULL CHECK (body IN ('advisory', 'supervisory', 'review', 'low_performance', 'grievance', 'technical', 'media', 'experts')),
  capacity    text NOT NULL CHECK (capacity IN ('chair', 'member', 'secretary', 'representative', 'expert')),
  valid_from  date NOT NULL,
  valid_to    date,
  decision    text CHECK (length(decision) <= 200),
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  CHECK (valid_to IS NULL OR valid_from <= valid_to),
  EXCLUDE USING gist (entity_id WITH =, employee_id WITH =, body WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CALL itqan_protect('memberships');

-- The guides name actors by role; each entity says which division plays it (AMB-58).
CREATE TABLE actor_divisions (
  entity_id   uuid NOT NULL,
  actor       text NOT NULL,
  division_id uuid NOT NULL,
  PRIMARY KEY (entity_id, actor, division_id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id)
);
CALL itqan_protect('actor_divisions');
