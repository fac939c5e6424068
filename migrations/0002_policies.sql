-- Every value that the guides leave to the entity, with its reason, source and history (requirement O-67).

CREATE TABLE policy_values (
  entity_id uuid NOT NULL,
  id        uuid NOT NULL,
  key       text NOT NULL,
  year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  version   integer NOT NULL CHECK (version > 0),
  value     jsonb NOT NULL,
  reason    text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
  source    text CHECK (length(source) <= 500),
  set_by    uuid,
  set_at    timestamptz NOT NULL,
  PRIMARY KEY (entity_id, id),
  UNIQUE (entity_id, key, year, version)
);
CALL itqan_protect('policy_values', 'SELECT, INSERT');

CREATE TABLE holidays (
  entity_id uuid NOT NULL,
  id        uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on   date NOT NULL,
  name_ar   text NOT NULL CHECK (length(name_ar) BETWEEN 2 AND 120),
  name_en   text NOT NULL CHECK (length(name_en) BETWEEN 2 AND 120),
  version   integer NOT NULL DEFAULT 1,
  PRIMARY KEY (entity_id, id),
  CHECK (starts_on <= ends_on AND ends_on - starts_on < 31),
  EXCLUDE USING gist (entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
CALL itqan_protect('holidays');
