import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import * as audit from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { EnvironmentProblem } from '../../platform/process/environment-problem.ts'
import { copyInto, copyText, type Rows, type Table, tabulate } from './copy.ts'
import type { EntitySample } from './entity-sample.ts'
import type { Sink } from './row-writer.ts'

/** Tables in an order that their foreign keys allow. What is not named here holds no sample. */
const platformOrder: readonly Table[] = ['sign_in_identities', 'identity_entities', 'platform_grants']
export const tenantOrder: readonly Table[] = [
  'entity_profiles',
  'divisions',
  'division_periods',
  'posts',
  'employees',
  'assignments',
  'supervisions',
  'headships',
  'absences',
  'delegations',
  'memberships',
  'actor_divisions',
  'role_grants',
  'holidays',
  'policy_values',
  'plan_versions',
  'plan_nodes',
  'plan_version_nodes',
  'plan_node_vision_links',
  'plan_indicators',
  'plan_directions',
  'cycle_years',
  'cycles',
  'bank_objectives',
  'bank_key_results',
  'performance_documents',
  'objectives',
  'objective_plan_links',
  'key_results',
  'document_submissions',
  'document_comments',
  'document_meetings',
  'amendment_requests',
  'stored_files',
  'stored_file_chunks',
  'assessments',
  'achievements',
  'achievement_evidence',
  'actual_corrections',
  'assessment_events',
  'difficulties',
  'feedback_meetings',
  'feedback_notes',
  'cycle_results',
  'appraisal_years',
  'calibration_groups',
  'annual_results',
  'rank_changes',
  'line_approvals',
  'declared_relations',
  'sittings',
  'sitting_members',
  'calibration_cases',
  'case_votes',
  'case_recusals',
  'fairness_findings',
  'integrity_questions',
  'result_signatures',
  'excellence_projects',
  'excellence_nominations',
  'excellence_claims',
  'excellence_evidence',
  'excellence_verifiers',
  'grievances',
  'grievance_grounds',
  'grievance_files',
  'grievance_panel',
  'grievance_hearings',
  'low_performance_cases',
  'low_performance_causes',
  'low_performance_measures',
  'low_performance_reviews',
  'low_performance_answers',
  'work_items',
  'notices',
  'audit_heads',
  'audit_events',
]

const checkedTables: readonly Table[] = ['performance_documents', 'key_results']

/** Refuses a database that already holds something: a sample never mixes with real people. */
async function requireEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    'SELECT EXISTS (SELECT FROM entities) OR EXISTS (SELECT FROM sign_in_identities) AS filled',
  )
  if (!rows[0]?.filled) return
  throw new EnvironmentProblem(
    'The database already holds an entity or an account: a sample is loaded into an empty database only.',
    'تحوي قاعدة البيانات جهة أو حسابًا: لا تُحمَّل البيانات التجريبية إلا في قاعدة بيانات فارغة.',
  )
}

/**
 * Runs `work` in one transaction of the owner in which rows may be streamed behind the wall: COPY does not work with
 * row-level security, so force is taken off and put back, unseen by anybody else. The weights are proved at the end in
 * one statement rather than row by row.
 */
export async function inLoadingTransaction<T>(
  owner: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  /** What the product itself adds once the wall stands again. */
  afterwards: (client: pg.PoolClient) => Promise<void> = async () => undefined,
): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(4918270302)')
    await requireEmpty(client)
    await client.query(tenantOrder.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`).join(';'))
    await client.query(
      checkedTables
        .map(
          (table) =>
            `ALTER TABLE ${table} DISABLE TRIGGER ${table === 'key_results' ? 'key_results_complete' : 'performance_documents_complete'}`,
        )
        .join(';'),
    )
    const result = await work(client)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    await proveWeights(client)
    await proveResults(client)
    await client.query(
      checkedTables
        .map(
          (table) =>
            `ALTER TABLE ${table} ENABLE TRIGGER ${table === 'key_results' ? 'key_results_complete' : 'performance_documents_complete'}`,
        )
        .join(';'),
    )
    await client.query(tenantOrder.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`).join(';'))
    await afterwards(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release(true)
  }
}

/** The rule of the two triggers that were off, for all documents at once. */
async function proveWeights(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`
    SELECT d.id, d.status, d.weight_total, found.total
      FROM performance_documents d
      LEFT JOIN (
        SELECT entity_id, document_id, sum(weight) AS total, bool_and(coalesce(weight, 0) > 0) AS weighted,
               bool_and(coalesce((target_below < target_meets AND target_meets < target_exceeds)
                     OR (target_below > target_meets AND target_meets > target_exceeds), false)) AS ordered
          FROM key_results GROUP BY entity_id, document_id) found
        ON found.entity_id = d.entity_id AND found.document_id = d.id
     WHERE d.weight_total <> coalesce(found.total, 0)
        OR (d.status IN ('submitted', 'agreed', 'assessing', 'reviewing', 'closed')
            AND (coalesce(found.total, 0) <> 10000 OR NOT found.weighted OR NOT found.ordered))
     LIMIT 1`)
  if (rows[0]) throw new Error(`the sample holds an incomplete document: ${JSON.stringify(rows[0])}`)
}

/**
 * That every closed cycle is the exact sum of its lines, and every annual result the mean of the counted cycles, rounded
 * once (H1). Cycles of a year are of one length here; the mean of the few with two segments is proved by a test.
 */
async function proveResults(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`
    SELECT 'cycle' AS what, r.employee_id, r.result, found.total AS expected
      FROM cycle_results r
      LEFT JOIN (
        SELECT s.entity_id, s.cycle_id, s.employee_id, sum(a.score) AS total
          FROM achievements a
          JOIN assessments s ON s.entity_id = a.entity_id AND s.document_id = a.document_id
         WHERE s.closed_at IS NOT NULL GROUP BY 1, 2, 3) found
        ON found.entity_id = r.entity_id AND found.cycle_id = r.cycle_id AND found.employee_id = r.employee_id
     WHERE r.segments < 2 AND r.result IS DISTINCT FROM found.total
    UNION ALL
    SELECT 'year', r.employee_id, r.result, found.mean
      FROM annual_results r
      LEFT JOIN (
        SELECT c.entity_id, c.year, s.employee_id, div(2 * sum(s.result) + count(*) * 10000, 2 * count(*) * 10000) AS mean
          FROM cycle_results s JOIN cycles c ON c.entity_id = s.entity_id AND c.id = s.cycle_id
         WHERE s.status = 'counted' GROUP BY 1, 2, 3) found
        ON found.entity_id = r.entity_id AND found.year = r.year AND found.employee_id = r.employee_id
     WHERE r.result IS DISTINCT FROM found.mean
     LIMIT 1`)
  if (rows[0]) throw new Error(`the sample holds a result that its parts do not make: ${JSON.stringify(rows[0])}`)
}

/** The transaction as features know it, over the loader's own connection. */
export function asTx(client: pg.ClientBase): Tx {
  const connection = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient
  const pool = { connect: async () => connection, end: async () => undefined, options: {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) as Tx
}

export async function loadPlatform(client: pg.ClientBase, rows: Rows): Promise<void> {
  for (const table of platformOrder) await copyRows(client, table, rows)
}

export async function enterEntity(client: pg.ClientBase, entityId: string): Promise<void> {
  await client.query("SELECT set_config('itqan.entity_id', $1, true)", [entityId])
}

export async function registerEntities(
  client: pg.ClientBase,
  entities: Iterable<Pick<EntitySample, 'id' | 'code' | 'name' | 'createdAt'>>,
): Promise<void> {
  const columns = ['id', 'code', 'name_ar', 'name_en', 'sample', 'created_at']
  const fields = Array.from(entities, (one) => [one.id, one.code, one.name.ar, one.name.en, true, one.createdAt])
  await copyInto(client, { table: 'entities', columns }, copyText(fields))
}

/** One entity's rows, then its audit chain through the same function that every later act goes through. */
export async function loadEntity(client: pg.ClientBase, tx: Tx, entity: EntitySample): Promise<void> {
  await enterEntity(client, entity.id)
  for (const table of tenantOrder) await copyRows(client, table, entity.rows)
  for (const event of entity.audit.toSorted((a, b) => a.at.getTime() - b.at.getTime())) audit.record(tx, event)
  await audit.flushAudit(tx)
}

async function copyRows(client: pg.ClientBase, table: Table, rows: Rows): Promise<void> {
  const list = rows[table]
  if (!list?.length) return
  const { columns, fields } = tabulate(list as never[])
  await copyInto(client, { table, columns }, copyText(fields))
}

/** The tables of a database as the place where a country goes. */
export function tablesOf(client: pg.ClientBase): Sink {
  return {
    enter: (entityId) => enterEntity(client, entityId),
    copy: (table, columns, text) => copyInto(client, { table, columns }, [text]),
  }
}
