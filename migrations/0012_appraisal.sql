-- The year: results of everybody, the four values of a rank kept apart for ever (H3), and every change with its reason.

CREATE TABLE appraisal_years (
  entity_id  uuid NOT NULL REFERENCES entities (id),
  year       integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  -- What work items and notices speak of.
  id         uuid NOT NULL,
  -- frozen: computed and laid before the committee; signed: by the committee; approved: by every higher official;
  -- confirmed: by the head; published: to each employee (AMB-29).
  status     text NOT NULL CHECK (status IN ('open', 'frozen', 'signed', 'approved', 'confirmed', 'published')),
  version    integer NOT NULL DEFAULT 1,
  -- The policies that the year was computed with: key -> {value, version, source, official}.
  policies   json,
  frozen_at  timestamptz,
  frozen_by  uuid,
  freezes    smallint NOT NULL DEFAULT 0,
  signed_at  timestamptz,
  signed_by  uuid,
  approved_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by uuid,
  published_at timestamptz,
  published_by uuid,
  -- The last instant at which a grievance is in time: the end of that day in the entity's time zone (AMB-31).
  grievances_until timestamptz,
  PRIMARY KEY (entity_id, year),
  UNIQUE (entity_id, id),
  CHECK ((status = 'open') = (frozen_at IS NULL)),
  CHECK ((status = 'published') <= (published_at IS NOT NULL AND grievances_until IS NOT NULL))
);
CALL itqan_protect('appraisal_years', 'SELECT, INSERT, UPDATE');

-- The groups among whom quotas were shared out, with the whole arithmetic (AMB-11).
CREATE TABLE calibration_groups (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  -- The division whose people it holds; null for the whole entity. Job family or null for all.
  division_id uuid,
  job_family  text,
  size        integer NOT NULL CHECK (size >= 0),
  mode        text NOT NULL CHECK (mode IN ('full_curve', 'raise_only', 'advisory')),
  -- [{rank, share (basis points), floor, remainder, seats}] in the order of ranks.
  quotas      json NOT NULL,
  -- Counts by rank after the curve, seats left empty, ties for the committee.
  outcome     json NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id)
);
CREATE INDEX calibration_groups_year ON calibration_groups (entity_id, year);
CALL itqan_protect('calibration_groups');

CREATE TABLE annual_results (
  entity_id   uuid NOT NULL,
  year        integer NOT NULL,
  employee_id uuid NOT NULL,
  status      text NOT NULL CHECK (status IN ('preliminary', 'calibrated', 'approved', 'published', 'under_grievance', 'final')),
  -- ranked, or why there is no annual rank (AMB-16, 19, 20, H9).
  standing    text NOT NULL CHECK (standing IN ('ranked', 'short_service', 'all_excused', 'left', 'undecided', 'out_of_scope')),
  -- Micro-percent: mean of the counted cycles, rounded once (F-03, H1).
  result      bigint CHECK (result >= 0),
  -- Micro-percent: the same mean of the guide's literal cycle results (AMB-01).
  literal     bigint CHECK (literal >= 0),
  -- The one that ranks, by policy result.formula; bands always read `result` (H2).
  ranking     bigint CHECK (ranking >= 0),
  counted     smallint NOT NULL DEFAULT 0,
  -- The lowest counted cycle and the last one: ordered tie-breakers of AMB-12, with the plan's weight achieved.
  lowest_cycle bigint,
  last_cycle   bigint,
  plan_score   bigint,
  -- Where a cycle had several documents: the working days of each, which weigh its mean. Document id -> days.
  segment_days json,
  -- The person as on the last day of the year, or of service: what calibration looks at does not move under it.
  division_id uuid,
  division_path ltree,
  job_family  text,
  level       smallint,
  gender      text NOT NULL CHECK (gender IN ('female', 'male')),
  supervisor_id uuid,
  higher_official_id uuid,
  -- Who approves this result after the committee: the higher official, or the next above who still serves and is not
  -- the person (AMB-29); null where nobody stands above, and the head's confirmation is the approval.
  approver_id uuid,
  leave_days  smallint NOT NULL DEFAULT 0,
  -- H3: none of the four overwrites another.
  band        text CHECK (band IN ('weak', 'average', 'good', 'very_good')),
  group_id    uuid,
  position    integer,
  curve_rank  text CHECK (curve_rank IN ('weak', 'average', 'good', 'very_good')),
  view_rank   text CHECK (view_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  final_rank  text CHECK (final_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  -- A seat that a grievance added beyond the quotas (AMB-32).
  added_seat  boolean NOT NULL DEFAULT false,
  version     integer NOT NULL DEFAULT 1,
  published_at timestamptz,
  -- The last instant of the person's own window for a grievance (AMB-31).
  grievances_until timestamptz,
  read_at     timestamptz,
  PRIMARY KEY (entity_id, year, employee_id),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, group_id) REFERENCES calibration_groups (entity_id, id),
  CHECK ((standing = 'ranked') <= (result IS NOT NULL AND band IS NOT NULL)),
  CHECK ((published_at IS NULL) = (grievances_until IS NULL)),
  CONSTRAINT annual_results_own CHECK (approver_id IS DISTINCT FROM employee_id OR approver_id IS NULL)
);
CREATE INDEX annual_results_employee ON annual_results (entity_id, employee_id);
CREATE INDEX annual_results_order ON annual_results (entity_id, year, ranking DESC);
CREATE INDEX annual_results_supervisor ON annual_results (entity_id, year, supervisor_id);
CREATE INDEX annual_results_higher ON annual_results (entity_id, year, higher_official_id);
CREATE INDEX annual_results_approver ON annual_results (entity_id, year, approver_id);
CALL itqan_protect('annual_results', 'SELECT, INSERT, UPDATE');

-- Every difference between two values of a rank, made by the curve's arithmetic or by a person. Append-only.
CREATE TABLE rank_changes (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  employee_id uuid NOT NULL,
  stage       text NOT NULL CHECK (stage IN ('supervisor', 'curve', 'committee', 'excellence', 'grievance')),
  from_rank   text NOT NULL CHECK (from_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  to_rank     text NOT NULL CHECK (to_rank IN ('weak', 'average', 'good', 'very_good', 'excellent')),
  from_result bigint,
  to_result   bigint,
  reason_code text NOT NULL CHECK (reason_code ~ '^[A-Z]{3}-[0-9]{2}$'),
  -- What the generated sentence of the curve names: position, seats, last result that was lifted.
  params      jsonb NOT NULL DEFAULT '{}',
  reason_text text CHECK (length(reason_text) BETWEEN 3 AND 4000),
  made_by     uuid,
  made_for    uuid,
  -- The sitting, nomination or case in which it was decided.
  source_id   uuid,
  at          timestamptz NOT NULL,
  -- An earlier computation of the curve that a new freeze replaced.
  superseded_at timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, year, employee_id) REFERENCES annual_results (entity_id, year, employee_id),
  -- The duty to give reasons: a person's change has words, and nobody changes their own.
  CONSTRAINT rank_changes_reason CHECK (stage = 'curve' OR (made_by IS NOT NULL AND reason_text IS NOT NULL)),
  CONSTRAINT rank_changes_own CHECK (made_by IS DISTINCT FROM employee_id AND made_for IS DISTINCT FROM employee_id)
);
CREATE INDEX rank_changes_person ON rank_changes (entity_id, year, employee_id, at);
CALL itqan_protect('rank_changes', 'SELECT, INSERT, UPDATE');

-- Each higher official approves the results of the own people after the committee (guide E 10.a, AMB-29).
CREATE TABLE line_approvals (
  entity_id   uuid NOT NULL,
  year        integer NOT NULL,
  official_id uuid NOT NULL,
  people      integer NOT NULL,
  status      text NOT NULL CHECK (status IN ('waiting', 'approved', 'objected')),
  note        text CHECK (length(note) BETWEEN 3 AND 4000),
  decided_by  uuid,
  decided_at  timestamptz,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, year, official_id),
  FOREIGN KEY (entity_id, year) REFERENCES appraisal_years (entity_id, year),
  FOREIGN KEY (entity_id, official_id) REFERENCES employees (entity_id, id),
  CHECK ((status = 'waiting') = (decided_by IS NULL)),
  CHECK ((status = 'objected') <= (note IS NOT NULL))
);
CALL itqan_protect('line_approvals');
