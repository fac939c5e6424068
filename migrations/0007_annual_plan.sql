-- The entity's annual plan: nodes whose ids stay the same across versions, so that links survive a new version.

CREATE TABLE plan_versions (
  entity_id   uuid NOT NULL REFERENCES entities (id),
  id          uuid NOT NULL,
  year        integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  number      integer NOT NULL CHECK (number > 0),
  status      text NOT NULL CHECK (status IN ('draft', 'preliminary', 'approved', 'superseded')),
  title_ar    text NOT NULL CHECK (length(title_ar) BETWEEN 2 AND 200),
  title_en    text NOT NULL CHECK (length(title_en) BETWEEN 2 AND 200),
  approved_on date,
  approved_by uuid,
  approval_reference text CHECK (length(approval_reference) <= 200),
  version     integer NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, year, number),
  CHECK ((status IN ('approved', 'superseded')) = (approved_on IS NOT NULL))
);
CREATE UNIQUE INDEX plan_versions_one_approved ON plan_versions (entity_id, year) WHERE status = 'approved';
CALL itqan_protect('plan_versions');

CREATE TABLE plan_nodes (
  entity_id  uuid NOT NULL REFERENCES entities (id),
  id         uuid NOT NULL,
  year       integer NOT NULL,
  code       text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, year, code)
);
CALL itqan_protect('plan_nodes', 'SELECT, INSERT');

CREATE TABLE plan_version_nodes (
  entity_id         uuid NOT NULL,
  version_id        uuid NOT NULL,
  node_id           uuid NOT NULL,
  parent_id         uuid,
  kind              text NOT NULL CHECK (kind IN ('objective', 'programme', 'initiative', 'project')),
  title_ar          text NOT NULL CHECK (length(title_ar) BETWEEN 2 AND 300),
  title_en          text NOT NULL CHECK (length(title_en) BETWEEN 2 AND 300),
  summary_ar        text NOT NULL DEFAULT '' CHECK (length(summary_ar) <= 4000),
  summary_en        text NOT NULL DEFAULT '' CHECK (length(summary_en) <= 4000),
  owner_division_id uuid,
  starts_on         date,
  ends_on           date,
  position          integer NOT NULL,
  PRIMARY KEY (entity_id, version_id, node_id),
  FOREIGN KEY (entity_id, version_id) REFERENCES plan_versions (entity_id, id) ON DELETE CASCADE,
  FOREIGN KEY (entity_id, node_id) REFERENCES plan_nodes (entity_id, id),
  FOREIGN KEY (entity_id, version_id, parent_id) REFERENCES plan_version_nodes (entity_id, version_id, node_id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (entity_id, owner_division_id) REFERENCES divisions (entity_id, id),
  CHECK ((kind = 'objective') = (parent_id IS NULL)),
  CHECK (parent_id IS DISTINCT FROM node_id),
  CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
);
CREATE INDEX plan_version_nodes_parent ON plan_version_nodes (entity_id, version_id, parent_id);
CALL itqan_protect('plan_version_nodes');

-- What a node serves above: a national priority, and where it is known an indicator.
CREATE TABLE plan_node_vision_links (
  entity_id    uuid NOT NULL,
  version_id   uuid NOT NULL,
  node_id      uuid NOT NULL,
  id           uuid NOT NULL,
  priority_id  uuid NOT NULL REFERENCES vision_priorities (id),
  indicator_id uuid REFERENCES vision_indicators (id),
  programme_id uuid REFERENCES national_programmes (id),
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, version_id, node_id) REFERENCES plan_version_nodes (entity_id, version_id, node_id) ON DELETE CASCADE
);
CREATE INDEX plan_node_vision_links_node ON plan_node_vision_links (entity_id, version_id, node_id);
CALL itqan_protect('plan_node_vision_links');

CREATE TABLE plan_indicators (
  entity_id  uuid NOT NULL,
  id         uuid NOT NULL,
  version_id uuid NOT NULL,
  node_id    uuid NOT NULL,
  name_ar    text NOT NULL CHECK (length(name_ar) BETWEEN 2 AND 300),
  name_en    text NOT NULL CHECK (length(name_en) BETWEEN 2 AND 300),
  data_type  text NOT NULL CHECK (data_type IN ('percentage', 'number', 'date')),
  baseline   numeric,
  target     numeric NOT NULL,
  position   integer NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, version_id, node_id) REFERENCES plan_version_nodes (entity_id, version_id, node_id) ON DELETE CASCADE
);
CREATE INDEX plan_indicators_node ON plan_indicators (entity_id, version_id, node_id);
CALL itqan_protect('plan_indicators');

-- Directions that a higher official gives to a division for the year (D-17).
CREATE TABLE plan_directions (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  year         integer NOT NULL,
  division_id  uuid NOT NULL,
  author_id    uuid NOT NULL,
  body         text NOT NULL CHECK (length(body) BETWEEN 3 AND 4000),
  published_at timestamptz,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, division_id) REFERENCES divisions (entity_id, id),
  FOREIGN KEY (entity_id, author_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX plan_directions_division ON plan_directions (entity_id, year, division_id);
CALL itqan_protect('plan_directions');
