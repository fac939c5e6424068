import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType } from '../../../shared/measure.ts'
import type { Cycle, DocumentStatus, ObjectiveClass } from '../domain/document.ts'
import { objectivesJson } from '../views/fragments.ts'

/** A target as it is stored: plain decimal text, dates as days since 1970; null while not typed. */
type StoredTargets = {
  readonly below: string | null
  readonly meets: string | null
  readonly exceeds: string | null
}

export type StoredKeyResult = {
  readonly id: string
  readonly statement: string
  readonly dataType: DataType
  readonly targets: StoredTargets
  /** Basis points. */
  readonly weight: number | null
}

/** A document under lock with the line that is going to change: one statement before every autosave. */
export type EditedDocument = {
  readonly id: string
  readonly version: number
  readonly status: DocumentStatus
  readonly employeeId: string
  readonly draftedBy: string | null
  readonly editorId: string | null
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly objectives: number
  readonly cycle: Pick<Cycle, 'startsOn' | 'endsOn' | 'planDueOn' | 'status' | 'year'>
  readonly objective: { readonly id: string; readonly keyResults: number } | null
  readonly keyResult: (StoredKeyResult & { readonly objectiveId: string }) | null
}

type Line = {
  readonly id: string
  readonly objectiveId?: string | undefined
  readonly keyResultId?: string | undefined
}

export async function lockForEditing(tx: Tx, { id, objectiveId, keyResultId }: Line): Promise<EditedDocument | null> {
  const { rows } = await sql<EditedDocument>`
    SELECT d.id, d.version, d.status, d.employee_id AS "employeeId", d.drafted_by AS "draftedBy",
           d.updated_at AS "updatedAt", d.updated_by AS "updatedBy",
           (SELECT s.editor_id FROM editing_sessions s WHERE s.document_id = d.id) AS "editorId",
           json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on, 'planDueOn', c.plan_due_on, 'status', c.status,
                             'year', c.year) AS cycle,
           ${keyResultId ? sql`0` : sql`(SELECT count(*)::int FROM objectives o WHERE o.document_id = d.id)`} AS objectives,
           ${
             objectiveId
               ? sql`(SELECT json_build_object('id', o.id, 'keyResults',
                              (SELECT count(*) FROM key_results k WHERE k.document_id = d.id AND k.objective_id = o.id))
                        FROM objectives o WHERE o.document_id = d.id AND o.id = ${objectiveId}::uuid)`
               : sql`NULL`
           } AS objective,
           ${
             keyResultId
               ? sql`(SELECT json_build_object('id', k.id, 'objectiveId', k.objective_id, 'statement', k.statement,
                              'dataType', k.data_type, 'weight', k.weight, 'targets', json_build_object(
                                'below', k.target_below::text, 'meets', k.target_meets::text, 'exceeds', k.target_exceeds::text))
                        FROM key_results k WHERE k.document_id = d.id AND k.id = ${keyResultId}::uuid)`
               : sql`NULL`
           } AS "keyResult"
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id
     WHERE d.id = ${id}::uuid
       FOR UPDATE OF d`.execute(tx)
  return rows[0] ?? null
}

type Edit = { readonly id: string; readonly by: string; readonly now: Date }
export type Edited = { readonly version: number; readonly weightTotal: number }

/**
 * Changes a line and its root in one statement: version, kept total and who. Every part of the statement sees the
 * document as it was, so `delta` may look at what is being removed.
 */
async function edit(
  tx: Tx,
  { id, by, now }: Edit,
  change: RawBuilder<unknown>,
  delta: RawBuilder<unknown>,
): Promise<Edited> {
  const { rows } = await sql<Edited>`
    WITH ${change}
    UPDATE performance_documents
       SET version = version + 1, weight_total = weight_total + ${delta}, editing_since = coalesce(editing_since, ${now}),
           edited_at = ${now}, updated_at = ${now}, updated_by = ${by}::uuid
     WHERE id = ${id}::uuid
     RETURNING version, weight_total AS "weightTotal"`.execute(tx)
  const [edited] = rows
  if (!edited) throw new Error(`document ${id} is gone`)
  return edited
}

type NewObjective = {
  readonly id: string
  readonly title: string
  readonly class: ObjectiveClass
  readonly bankObjectiveId: string | null
  readonly nodeIds: readonly string[]
  readonly keyResults: readonly StoredKeyResult[]
}

export async function addObjective(tx: Tx, at: Edit, objective: NewObjective): Promise<Edited> {
  const change = sql`
    fresh AS (
      INSERT INTO objectives (id, document_id, position, title, class, bank_objective_id)
      SELECT ${objective.id}::uuid, ${at.id}::uuid, coalesce(max(position), 0) + 1, ${objective.title}, ${objective.class},
             ${objective.bankObjectiveId}::uuid
        FROM objectives WHERE document_id = ${at.id}::uuid
    ), links AS (
      INSERT INTO objective_plan_links (objective_id, node_id)
      SELECT ${objective.id}::uuid, node FROM unnest(${[...objective.nodeIds]}::uuid[]) AS node
    ), ${keyResultsInsert(at.id, objective.id, objective.keyResults)}`
  return edit(tx, at, change, sql`${weightsOf(objective.keyResults)}`)
}

export async function changeObjective(
  tx: Tx,
  at: Edit,
  {
    objectiveId,
    title,
    class: toClass,
  }: { objectiveId: string; title: string | undefined; class: ObjectiveClass | undefined },
): Promise<Edited> {
  const change = sql`changed AS (
    UPDATE objectives SET title = coalesce(${title ?? null}, title), class = coalesce(${toClass ?? null}, class)
     WHERE document_id = ${at.id}::uuid AND id = ${objectiveId}::uuid)`
  return edit(tx, at, change, sql`0`)
}

export async function removeObjective(tx: Tx, at: Edit, { objectiveId }: { objectiveId: string }): Promise<Edited> {
  const change = sql`gone AS (DELETE FROM objectives WHERE document_id = ${at.id}::uuid AND id = ${objectiveId}::uuid)`
  const lost = sql`-(SELECT coalesce(sum(weight), 0)::int FROM key_results
                      WHERE document_id = ${at.id}::uuid AND objective_id = ${objectiveId}::uuid)`
  return edit(tx, at, change, lost)
}

export async function setLinks(
  tx: Tx,
  at: Edit,
  { objectiveId, nodeIds }: { objectiveId: string; nodeIds: readonly string[] },
): Promise<Edited> {
  const ids = [...nodeIds]
  const change = sql`
    gone AS (DELETE FROM objective_plan_links WHERE objective_id = ${objectiveId}::uuid AND node_id <> ALL (${ids}::uuid[])),
    fresh AS (INSERT INTO objective_plan_links (objective_id, node_id)
              SELECT ${objectiveId}::uuid, node FROM unnest(${ids}::uuid[]) AS node ON CONFLICT DO NOTHING)`
  return edit(tx, at, change, sql`0`)
}

export async function addKeyResults(
  tx: Tx,
  at: Edit,
  { objectiveId, keyResults }: { objectiveId: string; keyResults: readonly StoredKeyResult[] },
): Promise<Edited> {
  return edit(tx, at, keyResultsInsert(at.id, objectiveId, keyResults), sql`${weightsOf(keyResults)}`)
}

/** `before` is the weight under the lock: the kept total moves by the difference. */
export async function changeKeyResult(
  tx: Tx,
  at: Edit,
  { before, after }: { before: StoredKeyResult; after: StoredKeyResult },
): Promise<Edited> {
  const change = sql`changed AS (
    UPDATE key_results SET statement = ${after.statement}, data_type = ${after.dataType},
           target_below = ${after.targets.below}::numeric, target_meets = ${after.targets.meets}::numeric,
           target_exceeds = ${after.targets.exceeds}::numeric, weight = ${after.weight}::int
     WHERE document_id = ${at.id}::uuid AND id = ${after.id}::uuid)`
  return edit(tx, at, change, sql`${(after.weight ?? 0) - (before.weight ?? 0)}::int`)
}

export async function removeKeyResult(tx: Tx, at: Edit, { keyResultId }: { keyResultId: string }): Promise<Edited> {
  const change = sql`gone AS (DELETE FROM key_results WHERE document_id = ${at.id}::uuid AND id = ${keyResultId}::uuid)`
  const lost = sql`-(SELECT coalesce(sum(weight), 0)::int FROM key_results
                      WHERE document_id = ${at.id}::uuid AND id = ${keyResultId}::uuid)`
  return edit(tx, at, change, lost)
}

export type Order = readonly { readonly id: string; readonly keyResultIds: readonly string[] }[]

export async function reorder(tx: Tx, at: Edit, { order }: { order: Order }): Promise<Edited> {
  const keys = order.flatMap(({ id, keyResultIds }) => keyResultIds.map((key) => ({ id, key })))
  const change = sql`
    objectives_moved AS (
      UPDATE objectives o SET position = n.place
        FROM unnest(${order.map((one) => one.id)}::uuid[]) WITH ORDINALITY AS n (id, place)
       WHERE o.document_id = ${at.id}::uuid AND o.id = n.id),
    keys_moved AS (
      UPDATE key_results k SET position = n.place, objective_id = n.objective_id
        FROM unnest(${keys.map((one) => one.key)}::uuid[], ${keys.map((one) => one.id)}::uuid[])
             WITH ORDINALITY AS n (id, objective_id, place)
       WHERE k.document_id = ${at.id}::uuid AND k.id = n.id)`
  return edit(tx, at, change, sql`0`)
}

/** Remembers what the document held when an editing session began (H10). */
export async function beginSession(
  tx: Tx,
  session: { documentId: string; editorId: string; identityId: string; now: Date },
): Promise<void> {
  await sql`
    INSERT INTO editing_sessions (document_id, editor_id, identity_id, started_at, before)
    SELECT ${session.documentId}::uuid, ${session.editorId}::uuid, ${session.identityId}::uuid, ${session.now},
           json_build_object('objectives', ${objectivesJson(session.documentId)})
        ON CONFLICT DO NOTHING`.execute(tx)
}

export type EndedSession = { readonly editorId: string; readonly identityId: string; readonly before: unknown }

/** Takes the session away; null when there was none. */
export async function endSession(tx: Tx, { documentId }: { documentId: string }): Promise<EndedSession | null> {
  const { rows } = await sql<EndedSession>`
    DELETE FROM editing_sessions WHERE document_id = ${documentId}::uuid
    RETURNING editor_id AS "editorId", identity_id AS "identityId", before`.execute(tx)
  return rows[0] ?? null
}

/** The root forgets the session. The version stays: nothing in the document has changed. */
export async function restEditing(tx: Tx, { documentId }: { documentId: string }): Promise<void> {
  await tx.updateTable('performance_documents').set({ editing_since: null }).where('id', '=', documentId).execute()
}

function keyResultsInsert(
  documentId: string,
  objectiveId: string,
  keyResults: readonly StoredKeyResult[],
): RawBuilder<unknown> {
  return sql`keys AS (
      INSERT INTO key_results (id, document_id, objective_id, position, statement, data_type,
                               target_below, target_meets, target_exceeds, weight)
      SELECT k.id, ${documentId}::uuid, ${objectiveId}::uuid, k.place + last.position, k.statement, k.type, k.below, k.meets,
             k.exceeds, k.weight
        FROM unnest(${keyResults.map((one) => one.id)}::uuid[], ${keyResults.map((one) => one.statement)}::text[],
                    ${keyResults.map((one) => one.dataType)}::text[], ${keyResults.map((one) => one.targets.below)}::numeric[],
                    ${keyResults.map((one) => one.targets.meets)}::numeric[],
                    ${keyResults.map((one) => one.targets.exceeds)}::numeric[], ${keyResults.map((one) => one.weight)}::int[])
             WITH ORDINALITY AS k (id, statement, type, below, meets, exceeds, weight, place),
             (SELECT coalesce(max(position), 0) AS position FROM key_results
               WHERE document_id = ${documentId}::uuid AND objective_id = ${objectiveId}::uuid) AS last)`
}

function weightsOf(keyResults: readonly StoredKeyResult[]): number {
  return keyResults.reduce((sum, one) => sum + (one.weight ?? 0), 0)
}
