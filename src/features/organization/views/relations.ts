import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { RelationKind } from '../domain/vocabulary.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { type PersonCard, personCards } from './people.ts'

/** A living relation, read from the side of `employeeId`. */
export type Relation = { readonly employeeId: string; readonly otherId: string; readonly kind: RelationKind }

/**
 * Living relations of the given people, whoever declared them: a relation binds both sides, so one between two of the
 * asked stands there twice (AMB-30).
 */
export async function relationsOf(
  tx: Tx,
  { employeeIds }: { readonly employeeIds: readonly string[] },
): Promise<Relation[]> {
  if (employeeIds.length === 0) return []
  const { rows } = await sql<Relation>`
    SELECT employee_id AS "employeeId", other_id AS "otherId", kind FROM declared_relations
     WHERE ended_at IS NULL AND employee_id = ANY (${employeeIds}::uuid[])
    UNION
    SELECT other_id, employee_id, kind FROM declared_relations
     WHERE ended_at IS NULL AND other_id = ANY (${employeeIds}::uuid[])
     ORDER BY 1, 2, 3`.execute(tx)
  return rows
}

export type RelationView = {
  readonly id: string
  readonly employee: PersonCard
  readonly other: PersonCard
  readonly kind: RelationKind
  readonly note: string | null
  readonly declaredBy: string
  readonly declaredAt: Date
  readonly endedAt: Date | null
}

type Row = Omit<RelationView, 'employee' | 'other'> & { readonly employeeId: string; readonly otherId: string }

type Query = {
  /** Relations that this person declared, or that were recorded for the person; everybody's without it. */
  readonly employeeId?: string | undefined
  readonly openOnly: boolean
  readonly on: string
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Declared relations, newest first. */
export async function relationList(tx: Tx, { employeeId, openOnly, on, cursor, limit }: Query) {
  const after = decodeCursor(cursor)
  const of = employeeId ? sql<boolean>`employee_id = ${employeeId}::uuid` : sql<boolean>`true`
  const open = openOnly ? sql<boolean>`ended_at IS NULL` : sql<boolean>`true`
  const beyond = after ? sql<boolean>`id < ${after.id}::uuid` : sql<boolean>`true`
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM declared_relations WHERE ${of} AND ${open} AND ${beyond}
     ORDER BY id DESC LIMIT ${limit + 1}`.execute(tx)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? encodeCursor({ key: '', id: last.id }) : null
  return { items: await withPeople(tx, { rows: shown, on }), next }
}

export async function relationById(
  tx: Tx,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<RelationView | null> {
  const { rows } = await sql<Row>`SELECT ${columns} FROM declared_relations WHERE id = ${id}::uuid`.execute(tx)
  const [view] = await withPeople(tx, { rows, on })
  return view ?? null
}

/** Whether a living relation between the two is on record from this side. */
export async function isDeclared(
  tx: Tx,
  { employeeId, otherId }: { readonly employeeId: string; readonly otherId: string },
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM declared_relations
     WHERE ended_at IS NULL AND employee_id = ${employeeId}::uuid AND other_id = ${otherId}::uuid LIMIT 1`.execute(tx)
  return rows.length > 0
}

async function withPeople(tx: Tx, { rows, on }: { rows: readonly Row[]; on: string }): Promise<RelationView[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.employeeId, row.otherId]))]
  const people = new Map((await personCards(tx, { ids, on })).map((card) => [card.id, card]))
  return rows.flatMap(({ employeeId, otherId, ...row }) => {
    const employee = people.get(employeeId)
    const other = people.get(otherId)
    return employee && other ? [{ ...row, employee, other }] : []
  })
}

// Ids are made in the order of time.
const columns = sql`id, employee_id AS "employeeId", other_id AS "otherId", kind, note, declared_by AS "declaredBy",
  declared_at AS "declaredAt", ended_at AS "endedAt"`
