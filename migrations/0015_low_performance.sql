-- Low performance (guide E 11.b, AMB-33): causes are studied and support is decided. Nothing here touches pay.

CREATE TABLE low_performance_cases (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  year         integer NOT NULL,
  employee_id  uuid NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  status       text NOT NULL CHECK (status IN ('opened', 'studied', 'planned', 'monitored', 'closed')),
  status_since timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  opened_at    timestamptz NOT NULL,
  due_on       date,
  raised_at    timestamptz,
  -- What the employee and the direct supervisor say of the causes, in their own words.
  employee_words    text CHECK (length(employee_words) BETWEEN 3 AND 6000),
  employee_words_at timestamptz,
  supervisor_words  text CHECK (length(supervisor_words) BETWEEN 3 AND 6000),
  supervisor_words_at timestamptz,
  supervisor_words_by uuid,
  study        text CHECK (length(study) BETWEEN 10 AND 8000),
  studied_by   uuid,
  studied_at   timestamptz,
  plan_starts_on date,
  plan_ends_on date,
  plan_aim     text CHECK (length(plan_aim) BETWEEN 10 AND 4000),
  planned_by   uuid,
  planned_at   timestamptz,
  outcome      text CHECK (outcome IN ('improved', 'partly', 'not_improved', 'left_service', 'result_changed')),
  outcome_reason text CHECK (length(outcome_reason) BETWEEN 10 AND 6000),
  closed_by    uuid,
  closed_at    timestamptz,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, year, employee_id),
  UNIQUE (entity_id, year, number),
  FOREIGN KEY (entity_id, year, employee_id) REFERENCES annual_results (entity_id, year, employee_id),
  -- At most six months (AMB-33).
  CHECK (plan_ends_on > plan_starts_on AND plan_ends_on <= plan_starts_on + interval '6 months'),
  CHECK ((status = 'closed') = (outcome IS NOT NULL) AND (outcome IS NULL OR outcome_reason IS NOT NULL)),
  CONSTRAINT low_performance_cases_own CHECK (studied_by IS DISTINCT FROM employee_id
    AND planned_by IS DISTINCT FROM employee_id AND closed_by IS DISTINCT FROM employee_id
    AND supervisor_words_by IS DISTINCT FROM employee_id)
);
CREATE INDEX low_performance_cases_employee ON low_performance_cases (entity_id, employee_id);
CALL itqan_protect('low_performance_cases', 'SELECT, INSERT, UPDATE');

CREATE TABLE low_performance_causes (
  entity_id uuid NOT NULL,
  case_id   uuid NOT NULL,
  cause     text NOT NULL CHECK (cause IN ('workload', 'tools', 'unclear_objectives', 'skills', 'health', 'environment', 'other')),
  note      text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  PRIMARY KEY (entity_id, case_id, cause),
  FOREIGN KEY (entity_id, case_id) REFERENCES low_performance_cases (entity_id, id)
);
CALL itqan_protect('low_performance_causes');

CREATE TABLE low_performance_measures (
  entity_id uuid NOT NULL,
  id        uuid NOT NULL,
  case_id   uuid NOT NULL,
  position  smallint NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('training', 'coaching', 'workload', 'tools', 'objectives', 'transfer', 'health', 'other')),
  measure   text NOT NULL CHECK (length(measure) BETWEEN 3 AND 2000),
  owner_id  uuid NOT NULL,
  due_on    date NOT NULL,
  status    text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
  note      text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  settled_at timestamptz,
  settled_by uuid,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, case_id) REFERENCES low_performance_cases (entity_id, id),
  FOREIGN KEY (entity_id, owner_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX low_performance_measures_case ON low_performance_measures (entity_id, case_id, position);
CALL itqan_protect('low_performance_measures');

-- The days on which the plan is looked at, and what was seen.
CREATE TABLE low_performance_reviews (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  case_id     uuid NOT NULL,
  due_on      date NOT NULL,
  progress    text CHECK (progress IN ('on_track', 'slow', 'stuck')),
  record      text CHECK (length(record) BETWEEN 10 AND 6000),
  recorded_by uuid,
  recorded_at timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, case_id) REFERENCES low_performance_cases (entity_id, id),
  CHECK ((record IS NULL) = (recorded_at IS NULL) AND (record IS NULL) = (progress IS NULL))
);
CREATE INDEX low_performance_reviews_case ON low_performance_reviews (entity_id, case_id, due_on);
CALL itqan_protect('low_performance_reviews');

-- What the employee answers to anything in the case. Append-only.
CREATE TABLE low_performance_answers (
  entity_id uuid NOT NULL,
  id        uuid NOT NULL,
  case_id   uuid NOT NULL,
  body      text NOT NULL CHECK (length(body) BETWEEN 3 AND 4000),
  at        timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, case_id) REFERENCES low_performance_cases (entity_id, id)
);
CREATE INDEX low_performance_answers_case ON low_performance_answers (entity_id, case_id, at);
CALL itqan_protect('low_performance_answers', 'SELECT, INSERT');
