import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { DataType } from '../../../shared/measure.ts'
import { type FieldProblem, refuse } from '../../../shared/refusal.ts'
import { divisionsLedBy } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import type { ObjectiveClass } from '../domain/document.ts'
import { readTargets, storedTargets, type TypedTargets } from '../domain/targets.ts'
import { errors } from '../errors.ts'
import { keepsWholeBank } from '../policy.ts'
import * as bank from '../repository/bank.ts'
import { type BankQuery, type BankRow, bankObjective, listBank } from '../views/bank.ts'
import { refuseStale } from './access.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

export type BankInput = {
  readonly title: string
  readonly class: ObjectiveClass
  readonly divisionId: string | null
  readonly postId: string | null
  readonly planNodeId: string | null
  readonly keyResults: readonly {
    readonly statement: string
    readonly dataType: DataType
    readonly targets: TypedTargets
  }[]
}

type Keeper = {
  readonly today: string
  readonly keeps: (divisionId: string | null) => boolean
  readonly anything: boolean
}

/** The Ejada team keeps the whole bank; the head of a division what belongs to it and to those below. */
async function keeperOf({ actor, now, tx }: Request): Promise<Keeper> {
  const today = (await calendarOf(tx)).today(now)
  if (keepsWholeBank(actor)) return { today, keeps: () => true, anything: true }
  const led = actor.employeeId ? await divisionsLedBy(tx, { employeeId: actor.employeeId, on: today }) : []
  return { today, keeps: (id) => id !== null && led.includes(id), anything: led.length > 0 }
}

export async function findInBank(request: Request & { query: Omit<BankQuery, 'employeeId' | 'today'> }) {
  const { query, actor, tx } = request
  const keeper = await keeperOf(request)
  const retired = query.retired && keeper.anything
  const found = await listBank(tx, { ...query, retired, employeeId: actor.employeeId, today: keeper.today })
  return {
    ...found,
    items: found.items.map((item) => present(item, keeper, query.scope === 'previous')),
    can: keeper.anything ? { create: { allowed: true as const } } : {},
  }
}

export async function addToBank(request: Request & { input: BankInput; newId: NewId }) {
  const { input, newId, actor, now, tx } = request
  const keeper = await keeperOf(request)
  if (!keeper.keeps(input.divisionId)) throw refuse(errors.bankNotYours)
  const entry = stored(newId(), input, newId)
  await bank.add(tx, { ...entry, by: actor.employeeId, now })
  const subject = { type: 'bank_objective', id: entry.id }
  audit.record(tx, { actor, action: 'performance.bank_add', subject, after: input, at: now })
  return shown(tx, entry.id, keeper)
}

type Change = Request & { readonly id: string; readonly version: number }

export async function changeInBank(request: Change & { input: BankInput; newId: NewId }) {
  const { id, input, newId, actor, now, tx } = request
  const keeper = await keeperOf(request)
  const before = await lockKept(request, keeper)
  if (before.retired) throw refuse(errors.bankRetired)
  if (!keeper.keeps(input.divisionId)) throw refuse(errors.bankNotYours)
  await bank.change(tx, { ...stored(id, input, newId), by: actor.employeeId, now })
  audit.record(tx, {
    actor,
    action: 'performance.bank_change',
    subject: { type: 'bank_objective', id },
    after: input,
    at: now,
  })
  return shown(tx, id, keeper)
}

export async function retireFromBank(request: Change) {
  const { id, actor, now, tx } = request
  const keeper = await keeperOf(request)
  const before = await lockKept(request, keeper)
  if (before.retired) throw refuse(errors.bankRetired)
  await bank.retire(tx, { id, by: actor.employeeId, now })
  audit.record(tx, { actor, action: 'performance.bank_retire', subject: { type: 'bank_objective', id }, at: now })
  return shown(tx, id, keeper)
}

async function lockKept({ id, version, tx }: Change, keeper: Keeper): Promise<bank.LockedBankEntry> {
  const found = await bank.lock(tx, { id })
  if (!found) throw refuse(errors.lineNotFound)
  if (!keeper.keeps(found.divisionId)) throw refuse(errors.bankNotYours)
  await refuseStale(tx, found, version)
  return found
}

async function shown(tx: Tx, id: string, keeper: Keeper) {
  const row = await bankObjective(tx, { id, today: keeper.today })
  if (!row) throw refuse(errors.lineNotFound)
  return present(row, keeper, false)
}

function present(row: BankRow, keeper: Keeper, previous: boolean) {
  const edits = !previous && row.retiredAt === null && keeper.keeps(row.division?.id ?? null)
  return { ...row, keyResults: [...row.keyResults], can: edits ? { edit: { allowed: true as const } } : {} }
}

function stored(id: string, input: BankInput, newId: NewId): bank.BankEntry {
  const problems: FieldProblem[] = []
  const keyResults = input.keyResults.map((one, index) => {
    const typed = readTargets(one.dataType, one.targets)
    problems.push(
      ...typed.problems.map(({ name, why }) => ({ path: `keyResults/${index}/targets/${name}`, code: why })),
    )
    return { ...one, id: newId(), targets: storedTargets(one.dataType, typed.targets) }
  })
  if (problems.length > 0) throw refuse(errors.invalidTargets, { fields: problems })
  return { ...input, id, keyResults }
}
