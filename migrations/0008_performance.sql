-- Performance documents: what an employee and the direct supervisor agree for one cycle.

CREATE TABLE cycle_years (
  entity_id uuid NOT NULL REFERENCES entities (id),
  year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  kind      text NOT NULL CHECK (kind IN ('quarter', 'third', 'half')),
  PRIMARY KEY (entity_id, year),
  UNIQUE (entity_id, year, kind)
);
CALL itqan_protect('cycle_years');

CREATE TABLE cycles (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  year        integer NOT NULL,
  kind        text NOT NULL,
  ordinal     smallint NOT NULL CHECK (ordinal BETWEEN 1 AND 4),
  starts_on   date NOT NULL,
  ends_on     date NOT NULL,
  plan_due_on date NOT NULL,
  status      text NOT NULL CHECK (status IN ('planned', 'open', 'closed')),
  opened_at   timestamptz,
  opened_by   uuid,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, year, ordinal),
  FOREIGN KEY (entity_id, year, kind) REFERENCES cycle_years (entity_id, year, kind),
  -- Never above six months (BR-28).
  CHECK (starts_on < ends_on AND ends_on < starts_on + interval '6 months'),
  EXCLUDE USING gist (entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
CALL itqan_protect('cycles');

CREATE TABLE performance_documents (
  entity_id          uuid NOT NULL,
  id                 uuid NOT NULL,
  cycle_id           uuid NOT NULL,
  employee_id        uuid NOT NULL,
  status             text NOT NULL CHECK (status IN ('draft', 'submitted', 'returned', 'agreed', 'amending', 'assessing', 'reviewing', 'closed')),
  status_since       timestamptz NOT NULL,
  due_on             date,
  -- Counts every change: the value of If-Match.
  version            integer NOT NULL DEFAULT 1,
  -- First edition until it is agreed; each amendment begins the next (AMB-24, 25).
  edition            smallint NOT NULL DEFAULT 1,
  submissions        smallint NOT NULL DEFAULT 0,
  returns            smallint NOT NULL DEFAULT 0,
  first_submitted_at timestamptz,
  submitted_at       timestamptz,
  -- Set when the supervisor drafted for a late employee (H8).
  drafted_by         uuid,
  objection_until    date,
  objected_at        timestamptz,
  -- From the second return or after the ladder's last step the higher official may decide (AMB-24, H7).
  higher_may_decide  boolean NOT NULL DEFAULT false,
  decided_by         uuid,
  decided_for        uuid,
  agreed_at          timestamptz,
  -- Sum of the key results' weights in basis points, changed with them and checked against them.
  weight_total       integer NOT NULL DEFAULT 0 CHECK (weight_total >= 0),
  editing_since      timestamptz,
  edited_at          timestamptz,
  updated_at         timestamptz NOT NULL,
  updated_by         uuid,
  created_at         timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, cycle_id, employee_id),
  FOREIGN KEY (entity_id, cycle_id) REFERENCES cycles (entity_id, id),
  FOREIGN KEY (entity_id, employee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, drafted_by) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, decided_by) REFERENCES employees (entity_id, id),
  -- Nobody approves the own document, nor one that they drafted for another, nor in the name of such a person.
  CONSTRAINT performance_documents_separation CHECK (
    (decided_by IS NULL OR decided_by <> employee_id AND decided_by IS DISTINCT FROM drafted_by)
    AND (decided_for IS NULL OR decided_for <> employee_id AND decided_for IS DISTINCT FROM drafted_by)),
  CONSTRAINT performance_documents_agreed CHECK ((status IN ('agreed', 'amending', 'assessing', 'reviewing', 'closed')) <= (agreed_at IS NOT NULL))
);
CREATE INDEX performance_documents_employee ON performance_documents (entity_id, employee_id);
CREATE INDEX performance_documents_status ON performance_documents (entity_id, cycle_id, status);
CREATE INDEX performance_documents_editing ON performance_documents (entity_id, edited_at) WHERE editing_since IS NOT NULL;
CALL itqan_protect('performance_documents', 'SELECT, INSERT, UPDATE');

CREATE TABLE bank_objectives (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  title       text NOT NULL CHECK (length(title) BETWEEN 3 AND 300),
  class       text NOT NULL CHECK (class IN ('annual_plan', 'development', 'routine')),
  division_id uuid,
  post_id     uuid,
  plan_node_id uuid,
  retired_at  timestamptz,
  version     integer NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  created_by  uuid,
  updated_at  timestamptz,
  updated_by  uuid,
  search      text GENERATED ALWAYS AS (itqan_normalize(title)) STORED,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id),
  FOREIGN KEY (entity_id, post_id) REFERENCES posts (entity_id, id),
  FOREIGN KEY (entity_id, plan_node_id) REFERENCES plan_nodes (entity_id, id)
);
CREATE INDEX bank_objectives_search ON bank_objectives USING gin (search gin_trgm_ops);
CALL itqan_protect('bank_objectives', 'SELECT, INSERT, UPDATE');

CREATE TABLE bank_key_results (
  entity_id         uuid NOT NULL,
  id                uuid NOT NULL,
  bank_objective_id uuid NOT NULL,
  position          smallint NOT NULL,
  statement         text NOT NULL CHECK (length(statement) BETWEEN 3 AND 500),
  data_type         text NOT NULL CHECK (data_type IN ('percentage', 'number', 'date')),
  target_below      numeric,
  target_meets      numeric,
  target_exceeds    numeric,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, bank_objective_id) REFERENCES bank_objectives (entity_id, id)
);
CREATE INDEX bank_key_results_objective ON bank_key_results (entity_id, bank_objective_id);
CALL itqan_protect('bank_key_results');

CREATE TABLE objectives (
  entity_id         uuid NOT NULL,
  id                uuid NOT NULL,
  document_id       uuid NOT NULL,
  position          smallint NOT NULL,
  title             text NOT NULL CHECK (length(title) <= 300),
  class             text NOT NULL CHECK (class IN ('annual_plan', 'development', 'routine')),
  bank_objective_id uuid,
  shared            boolean NOT NULL DEFAULT false,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, document_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, bank_objective_id) REFERENCES bank_objectives (entity_id, id)
);
CREATE INDEX objectives_document ON objectives (entity_id, document_id, position);
CALL itqan_protect('objectives');

CREATE TABLE objective_plan_links (
  entity_id    uuid NOT NULL,
  objective_id uuid NOT NULL,
  node_id      uuid NOT NULL,
  PRIMARY KEY (entity_id, objective_id, node_id),
  FOREIGN KEY (entity_id, objective_id) REFERENCES objectives (entity_id, id) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, node_id) REFERENCES plan_nodes (entity_id, id)
);
CREATE INDEX objective_plan_links_node ON objective_plan_links (entity_id, node_id);
CALL itqan_protect('objective_plan_links');

CREATE TABLE key_results (
  entity_id      uuid NOT NULL,
  id             uuid NOT NULL,
  document_id    uuid NOT NULL,
  objective_id   uuid NOT NULL,
  position       smallint NOT NULL,
  statement      text NOT NULL CHECK (length(statement) <= 500),
  data_type      text NOT NULL CHECK (data_type IN ('percentage', 'number', 'date')),
  -- Dates are kept as days since 1970-01-01, so that one rule measures every type (AMB-02).
  target_below   numeric(18, 4),
  target_meets   numeric(18, 4),
  target_exceeds numeric(18, 4),
  -- Basis points: 2500 is 25 %. Null while it has not been typed.
  weight         integer CHECK (weight BETWEEN 0 AND 10000),
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id, objective_id) REFERENCES objectives (entity_id, document_id, id) ON DELETE CASCADE
);
CREATE INDEX key_results_document ON key_results (entity_id, document_id, objective_id, position);
CALL itqan_protect('key_results');

-- Each submission leaves the content as it was sent: what was compared, returned and agreed.
CREATE TABLE document_submissions (
  entity_id    uuid NOT NULL,
  document_id  uuid NOT NULL,
  number       smallint NOT NULL,
  edition      smallint NOT NULL,
  content      json NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  outcome      text CHECK (outcome IN ('agreed', 'returned', 'withdrawn', 'objected')),
  outcome_by   uuid,
  outcome_for  uuid,
  outcome_at   timestamptz,
  outcome_note text CHECK (length(outcome_note) <= 4000),
  PRIMARY KEY (entity_id, document_id, number),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id)
);
CALL itqan_protect('document_submissions', 'SELECT, INSERT, UPDATE');

CREATE TABLE document_comments (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  -- A line that has been deleted keeps its talk: no foreign key on purpose.
  objective_id  uuid,
  key_result_id uuid,
  submission    smallint NOT NULL,
  author_id     uuid NOT NULL,
  body          text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  created_at    timestamptz NOT NULL,
  resolved_at   timestamptz,
  resolved_by   uuid,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, author_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX document_comments_document ON document_comments (entity_id, document_id, created_at);
CALL itqan_protect('document_comments', 'SELECT, INSERT, UPDATE');

CREATE TABLE document_meetings (
  entity_id   uuid NOT NULL,
  id          uuid NOT NULL,
  document_id uuid NOT NULL,
  edition     smallint NOT NULL,
  held_at     timestamptz NOT NULL,
  mode        text NOT NULL CHECK (mode IN ('in_person', 'video', 'phone', 'chat')),
  notes       text NOT NULL DEFAULT '' CHECK (length(notes) <= 4000),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, recorded_by) REFERENCES employees (entity_id, id)
);
CREATE INDEX document_meetings_document ON document_meetings (entity_id, document_id, held_at);
CALL itqan_protect('document_meetings', 'SELECT, INSERT');

CREATE TABLE amendment_requests (
  entity_id     uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  side          text NOT NULL CHECK (side IN ('employee', 'supervisor')),
  requested_by  uuid NOT NULL,
  requested_at  timestamptz NOT NULL,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 3 AND 4000),
  requested_for uuid,
  -- Cancelled: given up after it had been accepted, and the agreed content put back.
  status        text NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'withdrawn', 'cancelled')),
  decided_by    uuid,
  decided_for   uuid,
  decided_at    timestamptz,
  decision_note text CHECK (length(decision_note) <= 4000),
  ended_by      uuid,
  ended_at      timestamptz,
  end_note      text CHECK (length(end_note) <= 4000),
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id),
  FOREIGN KEY (entity_id, requested_by) REFERENCES employees (entity_id, id),
  CHECK (decided_by IS NULL OR decided_by <> requested_by)
);
CREATE INDEX amendment_requests_document ON amendment_requests (entity_id, document_id, requested_at);
CREATE UNIQUE INDEX amendment_requests_one_pending ON amendment_requests (entity_id, document_id) WHERE status = 'pending';
CALL itqan_protect('amendment_requests', 'SELECT, INSERT, UPDATE');

-- What the document held when an editing session began; the session ends in one audit row (H10).
CREATE TABLE editing_sessions (
  entity_id   uuid NOT NULL,
  document_id uuid NOT NULL,
  editor_id   uuid NOT NULL,
  identity_id uuid NOT NULL,
  started_at  timestamptz NOT NULL,
  before      json NOT NULL,
  PRIMARY KEY (entity_id, document_id),
  FOREIGN KEY (entity_id, document_id) REFERENCES performance_documents (entity_id, id)
);
CALL itqan_protect('editing_sessions');

-- Backstop at commit: the kept total is the true sum, and what has been sent holds exactly 100.00 in positive
-- weights with ordered targets (F-04, AMB-03, AMB-06).
CREATE FUNCTION itqan_check_document_weights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid;
  doc performance_documents%ROWTYPE;
  lines record;
BEGIN
  -- One statement a table: an expression may not name a column that the row at hand does not have.
  IF TG_TABLE_NAME = 'performance_documents' THEN checked := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN checked := OLD.document_id;
  ELSE checked := NEW.document_id;
  END IF;
  SELECT * INTO doc FROM performance_documents WHERE entity_id = itqan_entity() AND id = checked;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(sum(weight), 0) AS total,
         bool_and(coalesce(weight, 0) > 0) AS all_weighted,
         bool_and(coalesce((target_below < target_meets AND target_meets < target_exceeds)
               OR (target_below > target_meets AND target_meets > target_exceeds), false)) AS ordered
    INTO lines FROM key_results WHERE entity_id = itqan_entity() AND document_id = checked;
  IF lines.total <> doc.weight_total THEN
    RAISE EXCEPTION 'weight_total % of document % is not the sum %', doc.weight_total, checked, lines.total
      USING ERRCODE = 'check_violation', CONSTRAINT = 'performance_documents_weight_total';
  END IF;
  IF doc.status IN ('submitted', 'agreed', 'assessing', 'reviewing', 'closed')
     AND (lines.total <> 10000 OR NOT lines.all_weighted OR NOT lines.ordered) THEN
    RAISE EXCEPTION 'document % is % but not complete', checked, doc.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'performance_documents_complete';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER performance_documents_complete
  AFTER INSERT OR UPDATE OF status, weight_total ON performance_documents
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION itqan_check_document_weights();
CREATE CONSTRAINT TRIGGER key_results_complete
  AFTER INSERT OR DELETE OR UPDATE OF weight, target_below, target_meets, target_exceeds, document_id ON key_results
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION itqan_check_document_weights();
