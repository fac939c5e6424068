import { attempt } from '../../../platform/db/attempt.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EmployeeActor, EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf, type EntityCalendar } from '../../policies/public.ts'
import { countTimings, type Timing, timingOf } from '../domain/timing.ts'
import { errors } from '../errors.ts'
import { type BulkMove, inboxConnections } from '../public.ts'
import { type DelegableKinds, type ListedItem, openItems } from '../views.ts'

export function isEmployee(actor: EntityActor): actor is EmployeeActor {
  return actor.employeeId !== null
}

export function employee(actor: EntityActor): EmployeeActor {
  if (!isEmployee(actor)) throw refuse(errors.notAnEmployee)
  return actor
}

export function delegableKinds(): DelegableKinds {
  return [...inboxConnections().kinds.values()].flatMap(({ kind, delegable }) =>
    delegable ? [{ kind, scope: delegable }] : [],
  )
}

function presentItem(item: ListedItem, { today, calendar, bulk }: Presenting) {
  const kind = inboxConnections().kinds.get(item.kind)
  return {
    id: item.id,
    kind: item.kind,
    group: kind?.group ?? 'task',
    icon: kind?.icon ?? 'task',
    link: kind?.link(item) ?? null,
    about: item.about,
    onBehalfOf: item.onBehalfOf,
    params: item.params,
    openedAt: item.openedAt,
    dueOn: item.dueOn,
    timing: timingOf(item.dueOn, today),
    lateDays: item.dueOn ? workingDaysLate({ dueOn: item.dueOn, today, calendar }) : 0,
    bulk: [...(bulk.get(item.kind) ?? [])],
  }
}

type Presenting = {
  readonly today: string
  readonly calendar: EntityCalendar
  readonly bulk: ReadonlyMap<string, readonly BulkMove[]>
}

type Asked = {
  readonly timing?: Timing | undefined
  readonly kind?: string | undefined
  readonly limit?: number
  readonly actor: EmployeeActor
  readonly now: Date
  readonly tx: Tx
}

/** What waits for the person now, filtered, with the counts of everything that waits. */
export async function listItems({ timing, kind, limit = 500, actor, now, tx }: Asked) {
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const all = await openItems(tx, { employeeId: actor.employeeId, on: today, delegable: delegableKinds() })
  const ofKind = kind ? all.filter((item) => item.kind === kind) : all
  const shown = ofKind.filter((item) => !timing || timingOf(item.dueOn, today) === timing).slice(0, limit)
  const bulk = await bulkMoves(tx, { kinds: new Set(shown.map((item) => item.kind)), now })
  return {
    today,
    items: shown.map((item) => presentItem(item, { today, calendar, bulk })),
    counts: countTimings(
      ofKind.map((item) => item.dueOn),
      today,
    ),
    kinds: [...new Set(all.map((item) => item.kind))].map((name) => ({
      kind: name,
      count: all.filter((item) => item.kind === name).length,
    })),
  }
}

async function bulkMoves(
  tx: Tx,
  { kinds, now }: { kinds: ReadonlySet<string>; now: Date },
): Promise<Map<string, readonly BulkMove[]>> {
  const moves = new Map<string, readonly BulkMove[]>()
  for (const name of kinds) {
    const kind = inboxConnections().kinds.get(name)
    if (kind?.act && kind.bulk) moves.set(name, await kind.bulk(tx, { now }))
  }
  return moves
}

type Bulk = {
  readonly ids: readonly string[]
  readonly move: string
  readonly comment: string | undefined
  readonly actor: EmployeeActor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

/** Makes one move for many items, each by itself: what is refused says why and leaves the others alone. */
export async function actOnMany({ ids, move, comment, actor, now, newId, tx }: Bulk) {
  const calendar = await calendarOf(tx)
  const on = calendar.today(now)
  const visible = await openItems(tx, { employeeId: actor.employeeId, on, delegable: delegableKinds(), ids })
  const moves = await bulkMoves(tx, { kinds: new Set(visible.map((item) => item.kind)), now })
  const results = []
  for (const id of new Set(ids)) {
    const item = visible.find((one) => one.id === id)
    const act = item && inboxConnections().kinds.get(item.kind)?.act
    const outcome = await attempt(tx, async () => {
      if (!item) throw refuse(errors.itemGone)
      const allowed = moves.get(item.kind)?.find((one) => one.move === move)
      if (!act || !allowed) throw refuse(errors.notInBulk)
      if (allowed.needsComment && !comment) throw refuse(errors.needsComment)
      await act(tx, { item, move, comment, actor, newId, now })
    })
    results.push(
      'refusal' in outcome
        ? { id, done: false as const, code: outcome.refusal.code, params: outcome.refusal.params }
        : { id, done: true as const },
    )
  }
  return { results }
}
