-- Files that people upload, in the transaction of the change that they belong to (decision 0009). What a file is about
-- is known to the feature that links to it.

CREATE TABLE stored_files (
  entity_id    uuid NOT NULL,
  id           uuid NOT NULL,
  -- SHA-256 of the content.
  digest       bytea NOT NULL CHECK (length(digest) = 32),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  type         text NOT NULL CHECK (length(type) BETWEEN 3 AND 100),
  extension    text NOT NULL CHECK (extension IN ('pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'csv', 'txt')),
  size         integer NOT NULL CHECK (size > 0),
  status       text NOT NULL CHECK (status IN ('clean', 'unscanned', 'infected')),
  -- What the scanner said.
  verdict      text CHECK (length(verdict) BETWEEN 1 AND 200),
  uploaded_by  uuid NOT NULL,
  uploaded_at  timestamptz NOT NULL,
  -- The picture written anew, without anything that is not picture.
  preview      bytea,
  preview_type text CHECK (preview_type IN ('image/png', 'image/jpeg')),
  PRIMARY KEY (entity_id, id),
  FOREIGN KEY (entity_id, uploaded_by) REFERENCES employees (entity_id, id),
  CHECK ((preview IS NULL) = (preview_type IS NULL)),
  CHECK (status <> 'infected' OR verdict IS NOT NULL)
);
ALTER TABLE stored_files ALTER COLUMN preview SET STORAGE EXTERNAL;
-- The same file given as evidence twice.
CREATE INDEX stored_files_digest ON stored_files (entity_id, digest);
CREATE INDEX stored_files_unscanned ON stored_files (entity_id, uploaded_at) WHERE status = 'unscanned';
CALL itqan_protect('stored_files');

CREATE TABLE stored_file_chunks (
  entity_id uuid NOT NULL,
  file_id   uuid NOT NULL,
  position  integer NOT NULL CHECK (position >= 0),
  content   bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 262144),
  PRIMARY KEY (entity_id, file_id, position),
  FOREIGN KEY (entity_id, file_id) REFERENCES stored_files (entity_id, id) ON DELETE CASCADE
);
-- Uploaded files are packed already: packing them once more costs time and gains nothing.
ALTER TABLE stored_file_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
CALL itqan_protect('stored_file_chunks', 'SELECT, INSERT, DELETE');
