import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Body, Capacity, DelegationScope } from '../domain/vocabulary.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { type PersonCard, personCards } from './people.ts'

export type DelegationFact = {
  readonly id: string
  readonly version: number
  readonly delegatorId: string
  readonly delegateId: string
  readonly scopes: readonly DelegationScope[]
  readonly startsOn: string
  readonly endsOn: string
  readonly reason: string
  readonly revokedOn: string | null
}
export type DelegationView = DelegationFact & { readonly delegator: PersonCard; readonly delegate: PersonCard }

type Query = {
  /** Delegations of or to one person; all without it. */
  readonly employeeId?: string | undefined
  readonly openOnly: boolean
  readonly on: string
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Delegations, newest start first. Open ones have not ended and are not revoked. */
export async function delegationList(tx: Tx, { employeeId, openOnly, on, cursor, limit }: Query) {
  const after = decodeCursor(cursor)
  const of = employeeId
    ? sql<boolean>`(delegator_id = ${employeeId}::uuid OR delegate_id = ${employeeId}::uuid)`
    : sql<boolean>`true`
  const open = openOnly
    ? sql<boolean>`ends_on >= ${on}::date AND (revoked_on IS NULL OR revoked_on > ${on}::date)`
    : sql<boolean>`true`
  const beyond = after ? sql<boolean>`(starts_on::text, id) < (${after.key}, ${after.id}::uuid)` : sql<boolean>`true`
  const { rows } = await sql<DelegationFact>`
    SELECT ${columns} FROM delegations WHERE ${of} AND ${open} AND ${beyond}
     ORDER BY starts_on DESC, id DESC LIMIT ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? encodeCursor({ key: last.startsOn, id: last.id }) : null
  return { items: await withPeople(tx, { items, on }), next }
}

export async function delegationById(tx: Tx, { id, on }: { id: string; on: string }): Promise<DelegationView | null> {
  const { rows } = await sql<DelegationFact>`SELECT ${columns} FROM delegations WHERE id = ${id}::uuid`.execute(tx)
  const [view] = await withPeople(tx, { items: rows, on })
  return view ?? null
}

/** Delegations that concern a person from a day on and are not revoked. */
export async function openDelegations(
  tx: Tx,
  { employeeId, as, from }: { employeeId: string; as: 'delegator' | 'either'; from: string },
): Promise<DelegationFact[]> {
  const who =
    as === 'delegator'
      ? sql<boolean>`delegator_id = ${employeeId}::uuid`
      : sql<boolean>`(delegator_id = ${employeeId}::uuid OR delegate_id = ${employeeId}::uuid)`
  const { rows } = await sql<DelegationFact>`
    SELECT ${columns} FROM delegations WHERE ${who} AND ends_on >= ${from}::date AND revoked_on IS NULL
     ORDER BY starts_on, id`.execute(tx)
  return rows
}

/** Delegations whose start or end has come and of which those concerned have not been told (N-19). */
export async function untoldDelegations(
  tx: Tx,
  { what, on }: { what: 'start' | 'end'; on: string },
): Promise<DelegationFact[]> {
  const due: RawBuilder<boolean> =
    what === 'start'
      ? sql`start_told_at IS NULL AND starts_on <= ${on}::date AND ends_on >= ${on}::date
          AND (revoked_on IS NULL OR revoked_on > ${on}::date)`
      : sql`end_told_at IS NULL AND start_told_at IS NOT NULL
          AND (ends_on < ${on}::date OR revoked_on <= ${on}::date)`
  const { rows } = await sql<DelegationFact>`
    SELECT ${columns} FROM delegations WHERE ${due} ORDER BY starts_on, id LIMIT 1000 FOR UPDATE`.execute(tx)
  return rows
}

export type MembershipView = {
  readonly id: string
  readonly version: number
  readonly employee: PersonCard
  readonly body: Body
  readonly capacity: Capacity
  readonly from: string
  readonly to: string | null
  readonly decision: string | null
}

/** Members on a day, or with `past` all that ever were. */
export async function membershipList(
  tx: Tx,
  { on, body, past, id }: { on: string; body?: Body | undefined; past: boolean; id?: string },
): Promise<MembershipView[]> {
  const when = past || id ? sql<boolean>`true` : sql<boolean>`(valid_to IS NULL OR valid_to >= ${on}::date)`
  const { rows } = await sql<Omit<MembershipView, 'employee'> & { employeeId: string }>`
    SELECT id, version, employee_id AS "employeeId", body, capacity, valid_from AS "from", valid_to AS "to", decision
      FROM memberships
     WHERE ${when} AND (${body ?? null}::text IS NULL OR body = ${body ?? null})
       AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null}::uuid)
     ORDER BY body, array_position(ARRAY['chair', 'secretary', 'member', 'representative', 'expert'], capacity),
              valid_from, id LIMIT 2000`.execute(tx)
  const people = await peopleOf(tx, { ids: rows.map(({ employeeId }) => employeeId), on })
  return rows.flatMap(({ employeeId, ...row }) => {
    const employee = people.get(employeeId)
    return employee ? [{ ...row, employee }] : []
  })
}

async function withPeople(
  tx: Tx,
  { items, on }: { items: readonly DelegationFact[]; on: string },
): Promise<DelegationView[]> {
  const people = await peopleOf(tx, { ids: items.flatMap((one) => [one.delegatorId, one.delegateId]), on })
  return items.flatMap((one) => {
    const delegator = people.get(one.delegatorId)
    const delegate = people.get(one.delegateId)
    return delegator && delegate ? [{ ...one, delegator, delegate }] : []
  })
}

async function peopleOf(tx: Tx, { ids, on }: { ids: string[]; on: string }): Promise<Map<string, PersonCard>> {
  const cards = ids.length > 0 ? await personCards(tx, { ids: [...new Set(ids)], on }) : []
  return new Map(cards.map((card) => [card.id, card]))
}

const columns = sql`id, version, delegator_id AS "delegatorId", delegate_id AS "delegateId", scopes,
  starts_on AS "startsOn", ends_on AS "endsOn", reason, revoked_on AS "revokedOn"`
