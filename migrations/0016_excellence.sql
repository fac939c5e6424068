-- Excellence (guide E 9.3 "fourth", AMB-14, 15, H17): nobody is excellent by a number; a dossier is nominated, verified
-- by the committee and ratified by the higher official.

-- Projects that the head of the entity designates for a year: the sixth condition. None: it applies to nobody.
CREATE TABLE excellence_projects (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  title         text NOT NULL CHECK (length(title) BETWEEN 3 AND 300),
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  designated_by uuid NOT NULL,
  designated_at timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (entity_id, id)
);
CREATE INDEX excellence_projects_year ON excellence_projects (entity_id, year) WHERE ended_at IS NULL;
CALL itqan_protect('excellence_projects', 'SELECT, INSERT, UPDATE');

-- One for each person and year, from the employee's own request or the supervisor's first word on.
CREATE TABLE excellence_nominations (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  year         integer NOT NULL,
  employee_id  uuid NOT NULL,
  status       text NOT NULL CHECK (status IN ('requested', 'draft', 'submitted', 'verified', 'ratified', 'rejected',
                 'not_seated', 'refused')),
  status_since timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  -- The employee's own request, when there is one.
  requested_at timestamptz,
  request      text CHECK (length(request) BETWEEN 10 AND 4000),
  -- Nobody answered in time: the higher official may answer too.
  raised_at    timestamptz,
  refusal_code text CHECK (refusal_code ~ '^EXC-[0-9]{2}$'),
  refusal_reason text CHECK (length(refusal_reason) BETWEEN 10 AND 4000),
  refused_by   uuid,
  refused_at   timestamptz,
  nominated_by uuid,
  submitted_at timestamptz,
  -- As they stood when the dossier was sent: conditions that apply, and how many of them are needed.
  applicable   smallint CHECK (applicable BETWEEN 4 AND 5),
  needed       smallint CHECK (needed BETWEEN 1 AND applicable),
  verified_by  uuid,
  verified_at  timestamptz,
  decided_by   uuid,
  decided_at   timestamptz,
  decision_code text CHECK (decision_code ~ '^EXC-[0-9]{2}$'),
  decision_reason text CHECK (length(decision_reason) BETWEEN 10 AND 4000),
  PRIMARY KEY (entity_id, id),
  CONSTRAINT excellence_nominations_once UNIQUE (entity_id, year, employee_id),
  FOREIGN KEY (entity_id, year, employee_id) REFERENCES annual_results (entity_id, year, employee_id),
  CHECK ((requested_at IS NULL) = (request IS NULL)),
  CHECK ((status = 'requested') <= (requested_at IS NOT NULL)),
  CHECK ((status = 'refused') <= (refusal_reason IS NOT NULL AND refusal_code IS NOT NULL AND refused_by IS NOT NULL)),
  CHECK ((status IN ('submitted', 'verified', 'ratified', 'rejected', 'not_seated'))
         <= (nominated_by IS NOT NULL AND submitted_at IS NOT NULL AND needed IS NOT NULL)),
  CHECK ((status IN ('ratified', 'rejected', 'not_seated'))
         <= (verified_by IS NOT NULL AND decided_by IS NOT NULL AND decision_reason IS NOT NULL)),
  -- Nobody has a hand in the own case, and who nominated or verified is not who did the other.
  CONSTRAINT excellence_nominations_own CHECK (nominated_by IS DISTINCT FROM employee_id
    AND refused_by IS DISTINCT FROM employee_id AND verified_by IS DISTINCT FROM employee_id
    AND decided_by IS DISTINCT FROM employee_id),
  CONSTRAINT excellence_nominations_apart CHECK (verified_by IS NULL
    OR verified_by IS DISTINCT FROM nominated_by AND verified_by IS DISTINCT FROM decided_by)
);
CREATE INDEX excellence_nominations_employee ON excellence_nominations (entity_id, employee_id);
CREATE INDEX excellence_nominations_open ON excellence_nominations (entity_id, year)
  WHERE status IN ('requested', 'submitted', 'verified');
CALL itqan_protect('excellence_nominations');

-- What is claimed for each condition, and what the committee found of it.
CREATE TABLE excellence_claims (
  entity_id     uuid NOT NULL,
  nomination_id uuid NOT NULL,
  condition     text NOT NULL CHECK (condition IN ('works', 'teams', 'beyond_duties', 'efficiency', 'designated')),
  words         text NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
  -- Which of the head's projects, for the sixth condition only.
  project_id    uuid,
  met           boolean,
  finding       text CHECK (length(finding) BETWEEN 3 AND 4000),
  found_by      uuid,
  found_at      timestamptz,
  PRIMARY KEY (entity_id, nomination_id, condition),
  FOREIGN KEY (entity_id, nomination_id) REFERENCES excellence_nominations (entity_id, id) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, project_id) REFERENCES excellence_projects (entity_id, id),
  CHECK (project_id IS NULL OR condition = 'designated'),
  CHECK ((met IS NULL) = (finding IS NULL) AND (met IS NULL) = (found_by IS NULL))
);
CALL itqan_protect('excellence_claims');

-- A file, or a key result of the employee's own documents of the year.
CREATE TABLE excellence_evidence (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  nomination_id uuid NOT NULL,
  condition     text NOT NULL CHECK (condition IN ('works', 'teams', 'beyond_duties', 'efficiency', 'designated')),
  file_id       uuid,
  key_result_id uuid,
  added_by      uuid NOT NULL,
  -- Attached by the employee, who alone chooses what of the own work is shown (AMB-15).
  by_employee   boolean NOT NULL,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, nomination_id) REFERENCES excellence_nominations (entity_id, id) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, file_id) REFERENCES stored_files (entity_id, id),
  FOREIGN KEY (entity_id, key_result_id) REFERENCES key_results (entity_id, id),
  CHECK ((file_id IS NULL) <> (key_result_id IS NULL)),
  CONSTRAINT excellence_evidence_once UNIQUE (entity_id, nomination_id, condition, key_result_id)
);
CREATE INDEX excellence_evidence_case ON excellence_evidence (entity_id, nomination_id, added_at);
CALL itqan_protect('excellence_evidence', 'SELECT, INSERT, DELETE');

-- The members who took part in the verification.
CREATE TABLE excellence_verifiers (
  entity_id     uuid NOT NULL,
  nomination_id uuid NOT NULL,
  member_id     uuid NOT NULL,
  employee_id   uuid NOT NULL,
  PRIMARY KEY (entity_id, nomination_id, member_id),
  FOREIGN KEY (entity_id, nomination_id) REFERENCES excellence_nominations (entity_id, id) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, member_id) REFERENCES employees (entity_id, id),
  CONSTRAINT excellence_verifiers_own CHECK (member_id <> employee_id)
);
CALL itqan_protect('excellence_verifiers', 'SELECT, INSERT, DELETE');
