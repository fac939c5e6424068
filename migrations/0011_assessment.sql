-- Closing a cycle: what was achieved, with evidence, reviewed and agreed (guide E 9.2), and the result of the cycle.

-- A transfer ends a document on a day and begins the next one: segments of one cycle (AMB-17). Null days are the
-- cycle's own. The latest segment is the one that a person works with.
ALTER TABLE performance_documents
  ADD COLUMN segment smallint NOT NULL DEFAULT 1 CHECK (segment BETWEEN 1 AND 20),
  ADD COLUMN latest boolean NOT NULL DEFAULT true,
  ADD COLUMN starts_on date,
  ADD COLUMN ends_on date,
  ADD CONSTRAINT performance_documents_span CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on),
  DROP CONSTRAINT performance_documents_entity_id_cycle_id_employee_id_key,
  ADD CONSTRAINT performance_documents_segments UNIQUE (entity_id, cycle_id, employee_id, segment);
CREATE UNIQUE INDEX performance_documents_latest ON performance_documents (entity_id, cycle_id, employee_id) WHERE latest;

ALTER TABLE cycles ADD COLUMN closed_at timestamptz, ADD COLUMN closed_by uuid;

-- One for each document whose closing has begun. Its version is the If-Match of everything below.
CREATE TABLE assessments (
  entity_id         uuid NOT NULL,
  document_id       uuid NOT NULL,
  employee_id       uuid NOT NULL,
  cycle_id          uuid NOT NULL,
  version           integer NOT NULL DEFAULT 1,
  opened_at         timestamptz NOT NULL,
  submitted_at      timestamptz,
  submitted_by      uuid,
  first_submitted_at timestamptz,
  returns           smallint NOT NULL DEFAULT 0,
  -- Set when the supervisor recorded in place of a late employee, who may object until that day (AMB-26, H8).
  recorded_by       uuid,
  objection_until   date,
  objected_at       timestamptz,
  -- The prompt of guide E 12.5 was answered with "none".
  no_difficulties   boolean NOT NULL DEFAULT false,
  strengths         text NOT NULL DEFAULT '' CHECK (length(strengths) <= 4000),
  improvements      text NOT NULL DEFAULT '' CHECK (length(improvements) <= 4000),
  higher_may_decide boolean NOT NULL DEFAULT false,
  -- The self-evaluation stands because nobody decided in time: never to the employee's harm (AMB-26).
  provisional       boolean NOT NULL DEFAULT false,
  -- What reaching each target is worth, in whole percent: the policy of the day on which the closing began (AMB-02, 05).
  scale_below       smallint NOT NULL DEFAULT 50,
  scale_meets       smallint NOT NULL DEFAULT 100,
  scale_exceeds     smallint NOT NULL DEFAULT 120,
  scale_cap         smallint NOT NULL DEFAULT 120,
  approved_by       uuid,
  approved_for      uuid,
  approved_at       timestamptz,
  closed_at         timestamptz,
  updated_at        timestamptz NOT NULL,
  updated_by        uuid,
  PRIMARY KEY (entity_id, document_id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, cycle_id) REFERENCES cycles (entity_id, id),
  CONSTRAINT assessments_separation CHECK (
    (approved_by IS NULL OR approved_by <> employee_id AND approved_by IS DISTINCT FROM recorded_by)
    AND (approved_for IS NULL OR approved_for <> employee_id AND approved_for IS DISTINCT FROM recorded_by)
    AND recorded_by IS DISTINCT FROM employee_id)
);
CREATE INDEX assessments_employee ON assessments (entity_id, employee_id);
CREATE INDEX assessments_cycle ON assessments (entity_id, cycle_id);
CALL itqan_protect('assessments', 'SELECT, INSERT, UPDATE');

-- One for each key result of a document whose closing has begun: the agreed measure, frozen, and what was reached.
CREATE TABLE achievements (
  entity_id      uuid NOT NULL,
  key_result_id  uuid NOT NULL,
  document_id    uuid NOT NULL,
  -- Basis points.
  weight         integer NOT NULL CHECK (weight BETWEEN 1 AND 10000),
  data_type      text NOT NULL CHECK (data_type IN ('percentage', 'number', 'date')),
  target_below   numeric(18, 4) NOT NULL,
  target_meets   numeric(18, 4) NOT NULL,
  target_exceeds numeric(18, 4) NOT NULL,
  -- What the employee recorded; `recorded` tells "not delivered" (recorded, no value) from "not filled in yet".
  recorded       boolean NOT NULL DEFAULT false,
  claimed        numeric(18, 4),
  -- The value in force: the claim, or the last correction.
  actual         numeric(18, 4),
  -- Micro-percent, rounded once (H1); a delivery after the cycle's end counts as none (H6).
  achievement    integer NOT NULL DEFAULT 0 CHECK (achievement BETWEEN 0 AND 200000000),
  level          text NOT NULL DEFAULT 'under_below' CHECK (level IN ('under_below', 'below', 'meets', 'exceeds')),
  -- An exact integer of 10^-10 percentage points (F-01, H1).
  score          bigint NOT NULL GENERATED ALWAYS AS (achievement::bigint * weight) STORED,
  remark         text NOT NULL DEFAULT '' CHECK (length(remark) <= 2000),
  recorded_at    timestamptz,
  accepted_at    timestamptz,
  accepted_by    uuid,
  PRIMARY KEY (entity_id, key_result_id),
  FOREIGN KEY (entity_id, document_id) REFERENCES assessments (entity_id, document_id)
);
CREATE INDEX achievements_document ON achievements (entity_id, document_id);
CALL itqan_protect('achievements');

CREATE TABLE achievement_evidence (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  key_result_id uuid NOT NULL,
  file_id       uuid NOT NULL,
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  added_by      uuid NOT NULL,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, key_result_id) REFERENCES achievements (entity_id, key_result_id),
  FOREIGN KEY (entity_id, file_id) REFERENCES stored_files (entity_id, id)
);
CREATE INDEX achievement_evidence_document ON achievement_evidence (entity_id, document_id);
CALL itqan_protect('achievement_evidence');

-- A reviewer's other value, with its reason, the employee's answer and the higher official's ruling (AMB-27).
CREATE TABLE actual_corrections (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  key_result_id uuid NOT NULL,
  -- Null: not delivered.
  from_value    numeric(18, 4),
  to_value      numeric(18, 4),
  from_achievement integer NOT NULL,
  to_achievement   integer NOT NULL,
  reason_code   text NOT NULL CHECK (reason_code ~ '^[A-Z]{3}-[0-9]{2}$'),
  reason_text   text NOT NULL CHECK (length(reason_text) BETWEEN 3 AND 4000),
  corrected_by  uuid NOT NULL,
  corrected_for uuid,
  corrected_as  text NOT NULL CHECK (corrected_as IN ('supervisor', 'higher_official')),
  corrected_at  timestamptz NOT NULL,
  -- Until this day the approval waits for the employee's answer.
  answer_due_on date NOT NULL,
  answer        text CHECK (answer IN ('agreed', 'reserved')),
  answer_note   text CHECK (length(answer_note) <= 4000),
  answered_at   timestamptz,
  ruling        text CHECK (ruling IN ('confirmed', 'returned')),
  ruling_note   text CHECK (length(ruling_note) <= 4000),
  ruled_by      uuid,
  ruled_at      timestamptz,
  -- Replaced by a later correction of the same line, or taken back.
  ended_at      timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, key_result_id) REFERENCES achievements (entity_id, key_result_id),
  CHECK (ruled_by IS DISTINCT FROM corrected_by OR ruled_by IS NULL)
);
CREATE INDEX actual_corrections_document ON actual_corrections (entity_id, document_id, corrected_at);
CREATE UNIQUE INDEX actual_corrections_one ON actual_corrections (entity_id, key_result_id) WHERE ended_at IS NULL;
CALL itqan_protect('actual_corrections', 'SELECT, INSERT, UPDATE');

-- What happened to it, in order: never changed.
CREATE TABLE assessment_events (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  event         text NOT NULL CHECK (length(event) BETWEEN 3 AND 40),
  key_result_id uuid,
  -- Null when the program did it.
  made_by       uuid,
  made_for      uuid,
  note          text CHECK (length(note) <= 4000),
  at            timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES assessments (entity_id, document_id)
);
CREATE INDEX assessment_events_document ON assessment_events (entity_id, document_id, at);
CALL itqan_protect('assessment_events', 'SELECT, INSERT');

-- Guide E 12.5: what stood in the way, carried into the next cycle until it is resolved or raised.
CREATE TABLE difficulties (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  employee_id   uuid NOT NULL,
  key_result_id uuid,
  kind          text NOT NULL CHECK (kind IN ('workload', 'tools', 'unclear', 'dependency', 'budget', 'staff', 'other')),
  body          text NOT NULL CHECK (length(body) BETWEEN 3 AND 2000),
  carried_from  uuid,
  status        text NOT NULL CHECK (status IN ('open', 'resolved', 'carried')),
  resolution    text CHECK (length(resolution) <= 2000),
  resolved_at   timestamptz,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id)
);
-- What was carried once is not carried again.
CREATE UNIQUE INDEX difficulties_carried ON difficulties (entity_id, carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX difficulties_document ON difficulties (entity_id, document_id);
CREATE INDEX difficulties_employee ON difficulties (entity_id, employee_id, status);
CALL itqan_protect('difficulties');

CREATE TABLE feedback_meetings (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  document_id uuid NOT NULL,
  held_at     timestamptz NOT NULL,
  mode        text NOT NULL CHECK (mode IN ('in_person', 'video', 'phone', 'chat')),
  notes       text NOT NULL DEFAULT '' CHECK (length(notes) <= 4000),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES assessments (entity_id, document_id)
);
CREATE INDEX feedback_meetings_document ON feedback_meetings (entity_id, document_id, held_at);
CALL itqan_protect('feedback_meetings', 'SELECT, INSERT');

-- Feedback at any time (D-19); an interim note is what an outgoing supervisor leaves (AMB-18). Never a score.
CREATE TABLE feedback_notes (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  author_id   uuid NOT NULL,
  document_id uuid,
  kind        text NOT NULL CHECK (kind IN ('praise', 'advice', 'interim')),
  body        text NOT NULL CHECK (length(body) BETWEEN 3 AND 4000),
  written_for uuid,
  created_at  timestamptz NOT NULL,
  read_at     timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, author_id) REFERENCES employees (entity_id, id),
  CHECK (author_id <> employee_id)
);
CREATE INDEX feedback_notes_employee ON feedback_notes (entity_id, employee_id, created_at);
CALL itqan_protect('feedback_notes', 'SELECT, INSERT, UPDATE');

-- What a cycle counts for a person: made in one statement when the cycle is closed (AMB-07, H9).
CREATE TABLE cycle_results (
  entity_id   uuid NOT NULL,
  cycle_id    uuid NOT NULL,
  employee_id uuid NOT NULL,
  status      text NOT NULL CHECK (status IN ('counted', 'excused', 'excluded', 'zero', 'undecided')),
  -- Why it is not simply counted: joined, left, leave, no_document, not_agreed, not_assessed.
  cause       text CHECK (cause IN ('joined', 'left', 'leave', 'no_document', 'not_agreed', 'not_assessed')),
  -- Working days that agreed plans covered, leave taken off, of those of the cycle.
  covered_days smallint NOT NULL CHECK (covered_days >= 0),
  cycle_days   smallint NOT NULL CHECK (cycle_days > 0),
  -- 10^-10 percentage points: the exact sum; of several segments their day-weighted mean, rounded to six decimals (H1).
  result      bigint CHECK (result >= 0),
  -- Micro-percent: the guide's division by the number of key results, shown beside it (AMB-01).
  literal     bigint CHECK (literal >= 0),
  key_results smallint NOT NULL DEFAULT 0,
  segments    smallint NOT NULL DEFAULT 0,
  decided_by  uuid,
  decided_at  timestamptz,
  decision_reason text CHECK (length(decision_reason) BETWEEN 3 AND 4000),
  version     integer NOT NULL DEFAULT 1,
  closed_at   timestamptz NOT NULL,
  PRIMARY KEY (entity_id, cycle_id, employee_id),
  FOREIGN KEY (entity_id, cycle_id) REFERENCES cycles (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  CHECK ((status IN ('counted', 'zero')) = (result IS NOT NULL)),
  CHECK (decided_by IS NULL OR decided_by <> employee_id)
);
CREATE INDEX cycle_results_employee ON cycle_results (entity_id, employee_id);
CALL itqan_protect('cycle_results', 'SELECT, INSERT, UPDATE');
