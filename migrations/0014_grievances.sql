-- Grievances (guide E 11.c, AMB-31, 32): a case with a clock, heard by people who had no part in the result.

CREATE TABLE grievances (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  year          integer NOT NULL,
  employee_id   uuid NOT NULL,
  -- Counts the filed cases of the entity's year; null while it is a draft.
  number        integer CHECK (number > 0),
  status        text NOT NULL CHECK (status IN ('draft', 'filed', 'acknowledged', 'admitted', 'under_review',
                  're_evaluating', 'decided', 'notified', 'inadmissible', 'withdrawn')),
  status_since  timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  -- What the employee asks for, in own words.
  request       text NOT NULL DEFAULT '' CHECK (length(request) <= 4000),
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  -- The employee was reminded that the draft has not been filed and the window closes.
  reminded_at   timestamptz,
  filed_at      timestamptz,
  -- Days of the entity's calendar, both still in time.
  acknowledge_by date,
  decide_by     date,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  admission_reason text CHECK (length(admission_reason) BETWEEN 3 AND 4000),
  admitted_by   uuid,
  admitted_at   timestamptz,
  -- Silence goes up to the head; it never rejects.
  acknowledgement_raised_at timestamptz,
  raised_at     timestamptz,
  extended_by   uuid,
  extended_at   timestamptz,
  extension_reason text CHECK (length(extension_reason) BETWEEN 10 AND 4000),
  -- Whom the committee left out and why, as it stood when the panel was named.
  exclusions    json NOT NULL DEFAULT '[]',
  -- A second evaluation that the panel asked somebody else for.
  evaluator_id  uuid,
  evaluation_asked_at   timestamptz,
  evaluation_asked_by   uuid,
  evaluation_question   text CHECK (length(evaluation_question) BETWEEN 10 AND 4000),
  evaluation_rank       text CHECK (evaluation_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  evaluation_finding    text CHECK (length(evaluation_finding) BETWEEN 10 AND 8000),
  evaluated_at  timestamptz,
  outcome       text CHECK (outcome IN ('rejected', 'upheld', 'partly')),
  reason_code   text CHECK (reason_code ~ '^[A-Z]{3}-[0-9]{2}$'),
  reasoning     text CHECK (length(reasoning) BETWEEN 20 AND 12000),
  from_rank     text,
  to_rank       text CHECK (to_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  -- Micro-percent; null where the number stays.
  to_result     bigint CHECK (to_result BETWEEN 0 AND 200000000),
  decided_by    uuid,
  decided_as    text CHECK (decided_as IN ('panel', 'head')),
  decided_at    timestamptz,
  received_at   timestamptz,
  withdrawn_at  timestamptz,
  withdrawal_reason text CHECK (length(withdrawal_reason) <= 2000),
  PRIMARY KEY (entity_id, id),
  -- Once a year (AMB-31).
  CONSTRAINT grievances_once_a_year UNIQUE (entity_id, year, employee_id),
  CONSTRAINT grievances_number UNIQUE (entity_id, year, number),
  FOREIGN KEY (entity_id, year, employee_id) REFERENCES annual_results (entity_id, year, employee_id),
  FOREIGN KEY (entity_id, evaluator_id) REFERENCES employees (entity_id, id),
  CHECK ((status = 'draft') = (filed_at IS NULL) AND (number IS NULL) = (filed_at IS NULL)),
  CHECK ((status IN ('decided', 'notified')) = (outcome IS NOT NULL)),
  CONSTRAINT grievances_reasoned CHECK ((outcome IS NULL OR reasoning IS NOT NULL AND reason_code IS NOT NULL AND decided_by IS NOT NULL)
    AND (status NOT IN ('admitted', 'inadmissible') OR admission_reason IS NOT NULL)),
  -- Nobody deals with the own grievance.
  CONSTRAINT grievances_own CHECK (decided_by IS DISTINCT FROM employee_id AND admitted_by IS DISTINCT FROM employee_id
    AND acknowledged_by IS DISTINCT FROM employee_id AND evaluator_id IS DISTINCT FROM employee_id
    AND extended_by IS DISTINCT FROM employee_id)
);
CREATE INDEX grievances_employee ON grievances (entity_id, employee_id);
CREATE INDEX grievances_open ON grievances (entity_id, decide_by)
  WHERE status IN ('filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating');
CALL itqan_protect('grievances');

CREATE TABLE grievance_grounds (
  entity_id    uuid NOT NULL,
  grievance_id uuid NOT NULL,
  ground       text NOT NULL CHECK (ground IN ('calculation', 'evidence', 'procedure', 'nomination', 'calibration_reason')),
  statement    text NOT NULL CHECK (length(statement) <= 6000),
  -- What the panel found of this ground.
  accepted     boolean,
  finding      text CHECK (length(finding) BETWEEN 3 AND 6000),
  PRIMARY KEY (entity_id, grievance_id, ground),
  FOREIGN KEY (entity_id, grievance_id) REFERENCES grievances (entity_id, id) ON DELETE CASCADE
);
CALL itqan_protect('grievance_grounds');

CREATE TABLE grievance_files (
  entity_id    uuid NOT NULL,
  grievance_id uuid NOT NULL,
  file_id      uuid NOT NULL,
  ground       text NOT NULL,
  added_at     timestamptz NOT NULL,
  PRIMARY KEY (entity_id, grievance_id, file_id),
  FOREIGN KEY (entity_id, grievance_id, ground) REFERENCES grievance_grounds (entity_id, grievance_id, ground) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, file_id) REFERENCES stored_files (entity_id, id)
);
CALL itqan_protect('grievance_files', 'SELECT, INSERT, DELETE');

CREATE TABLE grievance_panel (
  entity_id    uuid NOT NULL,
  grievance_id uuid NOT NULL,
  member_id    uuid NOT NULL,
  employee_id  uuid NOT NULL,
  chairs       boolean NOT NULL DEFAULT false,
  seated_at    timestamptz NOT NULL,
  seated_by    uuid NOT NULL,
  left_at      timestamptz,
  -- replaced by the chair, stepped down, or a conflict that came up later.
  left_cause   text CHECK (left_cause IN ('replaced', 'stepped_down')),
  left_note    text CHECK (length(left_note) BETWEEN 3 AND 2000),
  -- The member's own judgement and deliberation note.
  opinion      text CHECK (opinion IN ('rejected', 'upheld', 'partly')),
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 6000),
  opined_at    timestamptz,
  PRIMARY KEY (entity_id, grievance_id, member_id),
  FOREIGN KEY (entity_id, grievance_id) REFERENCES grievances (entity_id, id),
  FOREIGN KEY (entity_id, member_id) REFERENCES employees (entity_id, id),
  CHECK ((left_at IS NULL) = (left_cause IS NULL)),
  CONSTRAINT grievance_panel_own CHECK (member_id <> employee_id)
);
CREATE UNIQUE INDEX grievance_panel_chair ON grievance_panel (entity_id, grievance_id) WHERE chairs AND left_at IS NULL;
CREATE INDEX grievance_panel_member ON grievance_panel (entity_id, member_id) WHERE left_at IS NULL;
CALL itqan_protect('grievance_panel', 'SELECT, INSERT, UPDATE');

CREATE TABLE grievance_hearings (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  grievance_id uuid NOT NULL,
  held_at      timestamptz NOT NULL,
  mode         text NOT NULL CHECK (mode IN ('in_person', 'video', 'phone', 'in_writing')),
  attendance   text NOT NULL CHECK (length(attendance) BETWEEN 3 AND 2000),
  record       text NOT NULL CHECK (length(record) BETWEEN 10 AND 12000),
  recorded_by  uuid NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, grievance_id) REFERENCES grievances (entity_id, id)
);
CREATE INDEX grievance_hearings_case ON grievance_hearings (entity_id, grievance_id, held_at);
CALL itqan_protect('grievance_hearings', 'SELECT, INSERT');
