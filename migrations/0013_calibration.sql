-- The committees' room: sittings, votes, recusals, fairness and integrity, signatures.

-- Relations that make somebody unfit to judge (AMB-30): declared by the person or recorded by the administrator.
CREATE TABLE declared_relations (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  employee_id uuid NOT NULL,
  other_id    uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('family', 'in_law', 'business', 'dispute', 'other')),
  note        text CHECK (length(note) <= 500),
  declared_by uuid NOT NULL,
  declared_at timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, other_id) REFERENCES employees (entity_id, id),
  CHECK (employee_id <> other_id)
);
CREATE INDEX declared_relations_employee ON declared_relations (entity_id, employee_id) WHERE ended_at IS NULL;
CREATE INDEX declared_relations_other ON declared_relations (entity_id, other_id) WHERE ended_at IS NULL;
CALL itqan_protect('declared_relations', 'SELECT, INSERT, UPDATE');

CREATE TABLE sittings (
  entity_id uuid NOT NULL,
  id        uuid NOT NULL,
  year      integer NOT NULL,
  number    smallint NOT NULL,
  held_on   date NOT NULL,
  status    text NOT NULL CHECK (status IN ('called', 'open', 'closed')),
  agenda    text NOT NULL DEFAULT '' CHECK (length(agenda) <= 4000),
  minutes   text NOT NULL DEFAULT '' CHECK (length(minutes) <= 20000),
  called_by uuid NOT NULL,
  called_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  version   integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, year, number),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year)
);
CREATE UNIQUE INDEX sittings_one_open ON sittings (entity_id, year) WHERE status = 'open';
CALL itqan_protect('sittings', 'SELECT, INSERT, UPDATE');

CREATE TABLE sitting_members (
  entity_id  uuid NOT NULL,
  sitting_id uuid NOT NULL,
  member_id  uuid NOT NULL,
  capacity   text NOT NULL CHECK (capacity IN ('chair', 'member', 'secretary')),
  present    boolean NOT NULL DEFAULT false,
  arrived_at timestamptz,
  left_at    timestamptz,
  PRIMARY KEY (entity_id, sitting_id, member_id),
  FOREIGN KEY (entity_id, sitting_id) REFERENCES sittings (entity_id, id),
  FOREIGN KEY (entity_id, member_id) REFERENCES employees (entity_id, id)
);
CALL itqan_protect('sitting_members');

-- A person's rank that the committee looks at: a supervisor's other view, a tie, a question of a member.
CREATE TABLE calibration_cases (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  employee_id uuid NOT NULL,
  origin      text NOT NULL CHECK (origin IN ('supervisor_view', 'tie', 'member', 'higher_official')),
  question    text NOT NULL DEFAULT '' CHECK (length(question) <= 4000),
  opened_by   uuid,
  opened_at   timestamptz NOT NULL,
  status      text NOT NULL CHECK (status IN ('open', 'decided', 'withdrawn')),
  sitting_id  uuid,
  decision    text CHECK (decision IN ('weak', 'average', 'good', 'very_good')),
  reason_code text CHECK (reason_code ~ '^[A-Z]{3}-[0-9]{2}$'),
  reason_text text CHECK (length(reason_text) BETWEEN 3 AND 4000),
  decided_by  uuid,
  decided_at  timestamptz,
  -- Why it was taken back; the program says so itself when the case has lost its cause.
  withdrawn_reason text CHECK (length(withdrawn_reason) BETWEEN 3 AND 4000),
  withdrawn_at timestamptz,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, year, employee_id) REFERENCES annual_results (entity_id, year, employee_id),
  FOREIGN KEY (entity_id, sitting_id) REFERENCES sittings (entity_id, id),
  CONSTRAINT calibration_cases_reason CHECK ((status = 'decided') <= (decision IS NOT NULL AND reason_code IS NOT NULL AND reason_text IS NOT NULL AND sitting_id IS NOT NULL)),
  CONSTRAINT calibration_cases_own CHECK (decided_by IS DISTINCT FROM employee_id)
);
CREATE UNIQUE INDEX calibration_cases_one_open ON calibration_cases (entity_id, year, employee_id) WHERE status = 'open';
CREATE INDEX calibration_cases_year ON calibration_cases (entity_id, year, status);
CALL itqan_protect('calibration_cases', 'SELECT, INSERT, UPDATE');

CREATE INDEX calibration_cases_person ON calibration_cases (entity_id, year, employee_id);

-- Each member's own judgement before the sitting, and the vote in it. Nobody votes on themselves.
CREATE TABLE case_votes (
  entity_id   uuid NOT NULL,
  case_id     uuid NOT NULL,
  member_id   uuid NOT NULL,
  stage       text NOT NULL CHECK (stage IN ('before', 'sitting')),
  employee_id uuid NOT NULL,
  rank        text NOT NULL CHECK (rank IN ('weak', 'average', 'good', 'very_good')),
  note        text CHECK (length(note) <= 2000),
  at          timestamptz NOT NULL,
  PRIMARY KEY (entity_id, case_id, member_id, stage),
  FOREIGN KEY (entity_id, case_id) REFERENCES calibration_cases (entity_id, id),
  FOREIGN KEY (entity_id, member_id) REFERENCES employees (entity_id, id),
  CONSTRAINT case_votes_own CHECK (member_id <> employee_id)
);
CALL itqan_protect('case_votes');

CREATE TABLE case_recusals (
  entity_id uuid NOT NULL,
  case_id   uuid NOT NULL,
  member_id uuid NOT NULL,
  cause     text NOT NULL CHECK (cause IN ('self', 'relative', 'line', 'declared')),
  note      text CHECK (length(note) <= 1000),
  at        timestamptz NOT NULL,
  PRIMARY KEY (entity_id, case_id, member_id),
  FOREIGN KEY (entity_id, case_id) REFERENCES calibration_cases (entity_id, id)
);
CALL itqan_protect('case_recusals', 'SELECT, INSERT');

-- Whoever is recused from a case neither votes in it nor records its decision (AMB-30), whatever the program believes.
CREATE FUNCTION itqan_recused_do_not_judge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  judge uuid := CASE WHEN TG_TABLE_NAME = 'case_votes' THEN (to_jsonb(NEW) ->> 'member_id')::uuid ELSE (to_jsonb(NEW) ->> 'decided_by')::uuid END;
  judged uuid := coalesce(to_jsonb(NEW) ->> 'case_id', to_jsonb(NEW) ->> 'id')::uuid;
BEGIN
  IF judge IS NOT NULL AND EXISTS (
    SELECT FROM case_recusals r WHERE r.entity_id = NEW.entity_id AND r.case_id = judged AND r.member_id = judge
  ) THEN
    RAISE EXCEPTION 'recused from this case' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_votes_recused';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_votes_recused BEFORE INSERT OR UPDATE ON case_votes
  FOR EACH ROW EXECUTE FUNCTION itqan_recused_do_not_judge();
CREATE TRIGGER calibration_cases_recused BEFORE UPDATE OF decided_by ON calibration_cases
  FOR EACH ROW EXECUTE FUNCTION itqan_recused_do_not_judge();

-- Checks over a whole year: asked for whenever what they look at changes, and run by the program.
CREATE TABLE check_runs (
  entity_id uuid NOT NULL,
  year      integer NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('fairness', 'integrity')),
  asked_at  timestamptz NOT NULL,
  -- Null: never run.
  run_at    timestamptz,
  freeze_number smallint NOT NULL,
  -- Of the results and ranks that were looked at.
  digest    bytea CHECK (length(digest) = 32),
  PRIMARY KEY (entity_id, year, kind),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year)
);
CALL itqan_protect('check_runs', 'SELECT, INSERT, UPDATE');

-- What the tests of fairness found on the data at hand; a new run replaces the open ones.
CREATE TABLE fairness_findings (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  run_at      timestamptz NOT NULL,
  seed        text NOT NULL,
  grouped_by  text NOT NULL CHECK (grouped_by IN ('division', 'level', 'gender', 'leave', 'supervisor', 'moves')),
  severity    text NOT NULL CHECK (severity IN ('material', 'look', 'note', 'small_group')),
  -- What the finding is about, so that an answer stays with it when the tests run again.
  subject     text NOT NULL,
  -- The ids that the sentence speaks of.
  subjects    json NOT NULL DEFAULT '[]',
  code        text NOT NULL,
  params      jsonb NOT NULL,
  statistics  jsonb NOT NULL,
  answer      text CHECK (length(answer) BETWEEN 10 AND 4000),
  answered_by uuid,
  answered_at timestamptz,
  superseded_at timestamptz,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year)
);
CREATE INDEX fairness_findings_year ON fairness_findings (entity_id, year) WHERE superseded_at IS NULL;
CALL itqan_protect('fairness_findings', 'SELECT, INSERT, UPDATE');

-- Questions, never verdicts (section "integrity checks"): shown to the committee, answered by it.
CREATE TABLE integrity_questions (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('near_threshold', 'last_day', 'identical_evidence', 'copied_objectives', 'low_targets', 'never_differs', 'sample')),
  -- Whom it is about: a supervisor for `never_differs`, an employee otherwise.
  person_id   uuid NOT NULL,
  subject     text NOT NULL,
  params      jsonb NOT NULL,
  found_at    timestamptz NOT NULL,
  answer      text CHECK (length(answer) BETWEEN 3 AND 4000),
  answered_by uuid,
  answered_at timestamptz,
  superseded_at timestamptz,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year),
  CHECK (answered_by IS DISTINCT FROM person_id OR answered_by IS NULL)
);
CREATE UNIQUE INDEX integrity_questions_one ON integrity_questions (entity_id, year, kind, subject, person_id) WHERE superseded_at IS NULL;
CREATE INDEX integrity_questions_year ON integrity_questions (entity_id, year) WHERE superseded_at IS NULL;
CALL itqan_protect('integrity_questions', 'SELECT, INSERT, UPDATE');

-- A member's signature under the results, with the digest of what was signed.
CREATE TABLE result_signatures (
  entity_id uuid NOT NULL,
  year      integer NOT NULL,
  freeze_number smallint NOT NULL,
  member_id uuid NOT NULL,
  digest    bytea NOT NULL CHECK (length(digest) = 32),
  signed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (entity_id, year, freeze_number, member_id, signed_at),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year),
  FOREIGN KEY (entity_id, member_id) REFERENCES employees (entity_id, id)
);
CALL itqan_protect('result_signatures', 'SELECT, INSERT, UPDATE');
