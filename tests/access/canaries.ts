import { unzipSync } from 'fflate'
import type pg from 'pg'
import * as audit from '../../src/platform/audit/record.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity } from '../../src/platform/db/with-entity.ts'
import { put } from '../../src/platform/outbox/put.ts'
import { printedText } from '../../src/platform/pdf/test-support/printed-text.ts'
import type { Ministry } from '../support/ministry.ts'
import { rowsIn } from '../support/rows-in.ts'
import type { Answer } from '../support/test-server.ts'

/** What must never reach somebody outside: a word in every text of an entity, and the ids of all its rows. */
export type Canary = { readonly word: string; readonly ids: ReadonlySet<string> }

/** Texts that the program itself reads: a word in them would make it stumble. */
const codes =
  /^(actor|key|kind|subject_type|subject_id|action|topic|operation|purpose|status|outcome|logo_\w+|path|search)$/

/** Tables that hold no text of people, by what they are. */
const withoutText = new Set([
  'audit_heads',
  'assignments',
  'supervisions',
  'headships',
  'actor_divisions',
  'objective_plan_links',
  'plan_node_vision_links',
  'cycle_years',
  'cycles',
  'performance_documents',
  'stored_file_chunks',
  'appraisal_years',
  'calibration_groups',
  'sitting_members',
  'check_runs',
  'grievance_files',
  'result_signatures',
  'excellence_evidence',
  'excellence_verifiers',
])

type Column = { readonly table: string; readonly column: string; readonly type: string }

/** Plants the word in every text column of every tenant table of the entity, first adding a row where there is none. */
export async function plant(world: Ministry, entityId: string, word: string): Promise<Canary> {
  const { owner } = world
  await fillEmptyTables(world, entityId, word)
  const { rows: columns } = await owner.query<Column>(`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER'
       AND c.data_type IN ('text', 'json', 'jsonb', 'ARRAY') AND c.table_name IN (
         SELECT t.table_name FROM information_schema.columns t JOIN pg_class k ON k.relname = t.table_name
          WHERE t.table_schema = 'public' AND t.column_name = 'entity_id' AND k.relforcerowsecurity)
     ORDER BY 1, 2`)
  const planted = new Set<string>()
  const { rows: tables } = await owner.query<{ table: string }>(
    "SELECT relname AS table FROM pg_class WHERE relkind = 'r' AND relforcerowsecurity",
  )
  for (const { table, column, type } of columns) {
    if (codes.test(column) || table === 'audit_events') continue
    if (await write(owner, entityId, { table, column, type }, word)) planted.add(table)
  }
  // The chain is append-only: its canary is an event of its own.
  await withEntity(world.db, { entityId }, async (tx) => {
    audit.record(tx, {
      actor: null,
      action: 'test',
      subject: { type: 'test', id: word },
      after: word,
      at: world.clock.now,
    })
  })
  planted.add('audit_events')
  const bare = entityId === world.ministry.id ? new Set<string>() : await emptyTables(owner, entityId, tables)
  const missing = tables
    .map((one) => one.table)
    .filter((table) => !planted.has(table) && !withoutText.has(table) && !bare.has(table))
  if (missing.length > 0) throw new Error(`No canary sits in: ${missing.join(', ')}`)
  return { word, ids: await idsOf(owner, entityId, tables) }
}

async function write(
  owner: pg.Pool,
  entityId: string,
  { table, column, type }: Column,
  word: string,
): Promise<boolean> {
  const value =
    type === 'text'
      ? `left(${column}, 150) || ' ${word}'`
      : type === 'ARRAY'
        ? `array_append(${column}, '${word}')`
        : `regexp_replace(${column}::text, '("(?:ar|en|title|statement)": ?")', '\\1${word} ', 'g')::${type}`
  try {
    const changed = await rowsIn<{ now: string }>(
      owner,
      entityId,
      `UPDATE ${table} SET ${column} = ${value} WHERE ${column} IS NOT NULL RETURNING ${column}::text AS now`,
    )
    return changed.some(({ now }) => now.includes(word))
  } catch {
    // A column that takes no words: a number in digits, a closed list.
    return false
  }
}

/** What the entity beside the ministry has nothing of cannot be told either. */
async function emptyTables(owner: pg.Pool, entityId: string, tables: readonly { table: string }[]) {
  const empty = new Set<string>()
  for (const { table } of tables) {
    if ((await rowsIn(owner, entityId, `SELECT 1 FROM ${table} LIMIT 1`)).length === 0) empty.add(table)
  }
  return empty
}

async function idsOf(owner: pg.Pool, entityId: string, tables: readonly { table: string }[]): Promise<Set<string>> {
  const ids = new Set<string>([entityId])
  for (const { table } of tables) {
    const { rows } = await owner.query(
      "SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = 'id' AND data_type = 'uuid'",
      [table],
    )
    if (rows.length === 0) continue
    for (const { id } of await rowsIn<{ id: string }>(owner, entityId, `SELECT id FROM ${table}`)) ids.add(id)
  }
  return ids
}

/** What the sample leaves empty. */
async function fillEmptyTables({ owner, db, clock }: Ministry, entityId: string, word: string): Promise<void> {
  const at = clock.now
  await withEntity(db, { entityId }, async (tx) => {
    await put(tx, { topic: 'test.canary', payload: { word }, newId, now: at })
  })
  const add = (statement: string, values: unknown[]) => rowsIn(owner, entityId, statement, values)
  const [person, other] = await rowsIn<{ id: string }>(owner, entityId, 'SELECT id FROM employees ORDER BY id LIMIT 2')
  const [document] = await rowsIn<{ id: string }>(owner, entityId, 'SELECT id FROM performance_documents LIMIT 1')
  const [identity] = await rowsIn<{ id: string }>(owner, entityId, 'SELECT identity_id AS id FROM role_grants LIMIT 1')
  await add(
    `INSERT INTO sms_messages (id, recipient, purpose, body, status, created_at) VALUES ($1, '99999999', 'test', $2, 'visible', $3)`,
    [newId(), word, at],
  )
  await add(
    `INSERT INTO idempotency_keys (identity_id, key, operation, request_digest, status, response, created_at)
     VALUES ($1, $2, 'test', '', 200, to_json($2::text), $3)`,
    [identity?.id, `${word}-key`, at],
  )
  await add(
    `INSERT INTO employee_profile_changes (id, employee_id, field, old_value, new_value, changed_at)
     VALUES ($1, $2, 'display_title', $3, $3, $4)`,
    [newId(), person?.id, word, at],
  )
  await add(
    `INSERT INTO delegations (id, delegator_id, delegate_id, scopes, starts_on, ends_on, reason, created_by, created_at)
     VALUES ($1, $2, $3, '{escalate}', '2020-01-01', '2020-01-02', $4, $2, $5)`,
    [newId(), person?.id, other?.id, word, at],
  )
  await add(
    `INSERT INTO declared_relations (id, employee_id, other_id, kind, note, declared_by, declared_at)
     VALUES ($1, $2, $3, 'other', $4, $2, $5)`,
    [newId(), person?.id, other?.id, word, at],
  )
  await add(
    `INSERT INTO amendment_requests (id, document_id, side, requested_by, requested_at, reason, status)
     VALUES ($1, $2, 'employee', $3, $5, $4, 'withdrawn')`,
    [newId(), document?.id, person?.id, word, at],
  )
  await add(
    `INSERT INTO editing_sessions (document_id, editor_id, identity_id, started_at, before)
     VALUES ($1, $2, $3, $5, json_build_object('title', $4::text)) ON CONFLICT DO NOTHING`,
    [document?.id, person?.id, identity?.id, word, at],
  )
  await add(
    `INSERT INTO plan_directions (id, year, division_id, author_id, body, published_at, created_at, updated_at)
     SELECT $1, 2026, division_id, $2, $3, $4, $4, $4 FROM division_periods WHERE parent_id IS NULL LIMIT 1`,
    [newId(), person?.id, word, at],
  )
  await add(
    `INSERT INTO case_recusals (case_id, member_id, cause, note, at)
     SELECT id, $1, 'declared', $2, $3 FROM calibration_cases LIMIT 1`,
    [person?.id, word, at],
  )
  await add('UPDATE line_approvals SET note = $1 WHERE note IS NULL', [word])
  await add('UPDATE absences SET note = $1 WHERE note IS NULL', [word])
  await add(
    `UPDATE cycle_results SET status = 'excluded', result = NULL, literal = NULL, decided_by = $1, decided_at = $3, decision_reason = $2
      WHERE (cycle_id, employee_id) = (SELECT cycle_id, employee_id FROM cycle_results WHERE employee_id <> $1 ORDER BY 2 DESC, 1 LIMIT 1)`,
    [person?.id, word, at],
  )
  await add(
    `INSERT INTO excellence_projects (id, year, title, designated_by, designated_at) VALUES ($1, 2025, $2, $3, $4)`,
    [newId(), word, person?.id, at],
  )
  await add(
    `INSERT INTO excellence_nominations (id, year, employee_id, status, status_since, created_at, updated_at, requested_at, request)
     SELECT $1, year, employee_id, 'requested', $2, $2, $2, $2, $3::text || ' request' FROM annual_results ORDER BY year DESC, employee_id LIMIT 1
     ON CONFLICT DO NOTHING`,
    [newId(), at, word],
  )
  await add(
    `INSERT INTO excellence_claims (nomination_id, condition, words) SELECT id, 'teams', $1 FROM excellence_nominations LIMIT 1
     ON CONFLICT DO NOTHING`,
    [word],
  )
  await add('UPDATE memberships SET decision = $1 WHERE decision IS NULL', [word])
  await add(
    `INSERT INTO bank_key_results (id, bank_objective_id, position, statement, data_type)
     SELECT $1, id, 99, $2, 'number' FROM bank_objectives LIMIT 1`,
    [newId(), word],
  )
}

/** The words of an answer as its reader would see them, whatever the file's type. */
export function wordsOf({ raw, headers }: Pick<Answer, 'raw' | 'headers'>): string {
  const type = String(headers['content-type'] ?? '')
  if (raw.subarray(0, 5).toString() === '%PDF-') return printedText(raw)
  if (raw.subarray(0, 2).toString() === 'PK') {
    return Object.values(unzipSync(raw))
      .map((part) => Buffer.from(part).toString())
      .join('\n')
  }
  return /image/.test(type) ? '' : raw.toString()
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What of the canary an answer gives away, beside what its reader sent in the first place. */
export function leaksOf(words: string, { word, ids }: Canary, sent: string): string[] {
  const found = (words.match(uuid) ?? []).filter((id) => ids.has(id) && !sent.includes(id))
  return [...(words.includes(word) && !sent.includes(word) ? [word] : []), ...new Set(found)]
}
