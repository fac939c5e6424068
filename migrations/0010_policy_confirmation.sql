-- A value that decides grades is proposed by its owner and takes effect when a second person confirms it.

ALTER TABLE policy_values
  ADD COLUMN status text NOT NULL DEFAULT 'in_force' CHECK (status IN ('proposed', 'in_force', 'declined', 'withdrawn')),
  ADD COLUMN decides_grades boolean NOT NULL DEFAULT false,
  -- The second person, who confirmed or declined; nobody where the proposal was withdrawn or a newer one took its place.
  ADD COLUMN confirmed_by uuid,
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN decision_note text CHECK (length(decision_note) BETWEEN 3 AND 2000),
  ADD CONSTRAINT policy_values_second_person
    CHECK (confirmed_by IS NULL OR (set_by IS NOT NULL AND confirmed_by <> set_by)),
  ADD CONSTRAINT policy_values_confirmed
    CHECK (NOT decides_grades OR status <> 'in_force' OR (confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL)),
  ADD CONSTRAINT policy_values_declined
    CHECK (status <> 'declined' OR (confirmed_by IS NOT NULL AND decision_note IS NOT NULL)),
  ADD CONSTRAINT policy_values_proposed CHECK (status = 'in_force' OR decides_grades);
CREATE UNIQUE INDEX policy_values_one_proposal ON policy_values (entity_id, key, year) WHERE status = 'proposed';
GRANT UPDATE (status, confirmed_by, confirmed_at, decision_note) ON policy_values TO itqan_app, itqan_jobs;
