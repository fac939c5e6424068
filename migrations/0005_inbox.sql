-- What waits for whom, since when, until when; and what people are told.

CREATE TABLE work_items (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  kind         text NOT NULL,
  subject_type text NOT NULL,
  subject_id   uuid NOT NULL,
  -- The person whom the record is about, and the one who must act.
  about_id     uuid,
  assignee_id  uuid NOT NULL,
  params       jsonb NOT NULL DEFAULT '{}',
  opened_at    timestamptz NOT NULL,
  due_on       date,
  -- How many steps of the escalation ladder have been taken (H7).
  escalation   smallint NOT NULL DEFAULT 0,
  closed_at    timestamptz,
  closed_by    uuid,
  outcome      text,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, assignee_id) REFERENCES employees (entity_id, id),
  FOREIGN KEY (entity_id, about_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX work_items_open ON work_items (entity_id, assignee_id, due_on, opened_at) WHERE closed_at IS NULL;
CREATE INDEX work_items_overdue ON work_items (entity_id, due_on) WHERE closed_at IS NULL AND due_on IS NOT NULL;
CREATE INDEX work_items_subject ON work_items (entity_id, subject_type, subject_id);
CREATE INDEX work_items_done ON work_items (entity_id, closed_by, closed_at) WHERE closed_at IS NOT NULL;
CREATE UNIQUE INDEX work_items_one_open ON work_items (entity_id, kind, subject_type, subject_id, assignee_id) WHERE closed_at IS NULL;
CALL itqan_protect('work_items', 'SELECT, INSERT, UPDATE');

CREATE TABLE notices (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  recipient_id uuid NOT NULL,
  kind         text NOT NULL,
  params       jsonb NOT NULL DEFAULT '{}',
  subject_type text,
  subject_id   uuid,
  created_at   timestamptz NOT NULL,
  read_at      timestamptz,
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, recipient_id) REFERENCES employees (entity_id, id)
);
CREATE INDEX notices_recipient ON notices (entity_id, recipient_id, created_at DESC, id);
CREATE INDEX notices_unread ON notices (entity_id, recipient_id) WHERE read_at IS NULL;
CALL itqan_protect('notices', 'SELECT, INSERT, UPDATE');
