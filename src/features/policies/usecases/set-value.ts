import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import type { EmployeeActor, EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { catalogue, type PolicyKey, type PolicyValues } from '../domain/catalogue.ts'
import { errors } from '../errors.ts'
import { maySet } from '../policy.ts'
import * as repository from '../repository.ts'
import { confirmersOf, nameOf, type PolicyView, policiesOf } from '../views.ts'
import { checkedValue, requireOpenYears } from './checks.ts'
import { policyConnections } from './connections.ts'
import { titleOf } from './titles.ts'

type SetRequest = {
  readonly key: PolicyKey
  readonly year: number
  readonly value: unknown
  readonly reason: string
  readonly source: string | null
  /** The last version of that year which the writer saw, in force or not; 0 when it had none. */
  readonly version: number
  readonly actor: EntityActor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

/**
 * Sets one value for one year as a new version; the earlier ones stay. Where it decides grades this is a proposal that
 * waits for a second person and takes the place of one that waits already. Refuses 412 when another came first.
 */
export async function setPolicy(request: SetRequest): Promise<PolicyView> {
  const { key, year, value, source, version, actor, tx } = request
  if (!maySet(actor, key)) throw refuse(errors.notOwner)
  const decidesGrades = catalogue[key].decidesGrades ?? false
  const proposer = decidesGrades ? employee(actor) : null
  await (decidesGrades ? repository.lockGrading(tx) : repository.lockPlace(tx, { key, year }))
  const before = await viewOf(tx, { key, year })
  if (before.version !== version) throw refuse(httpErrors.changedByOther, { params: lastAuthor(before) })
  const accepted = await checkedValue(tx, { key, year, value, source })
  if (before.setForYear === year && !before.proposal && sameJson(before.value, accepted)) throw refuse(errors.unchanged)
  if (proposer) await propose({ ...request, before, accepted, actor: proposer })
  else await decide({ ...request, before, accepted })
  return viewOf(tx, { key, year })
}

type Accepted = SetRequest & { readonly before: PolicyView; readonly accepted: PolicyValues[PolicyKey] }

async function decide({ key, year, accepted, reason, source, version, before, actor, now, tx, newId }: Accepted) {
  await repository.addSetting(tx, {
    ...{ id: newId(), key, year, version: version + 1, value: accepted, reason, source },
    ...{ setBy: actor.employeeId, setAt: now, status: 'in_force', decidesGrades: false },
  })
  audit.record(tx, {
    actor,
    action: 'policies.set',
    subject: { type: 'policy', id: `${key}/${year}` },
    before: { value: before.value, version: before.settingVersion },
    after: { value: accepted, version: version + 1, source },
    reason,
    at: now,
  })
}

async function propose(request: Accepted & { readonly actor: EmployeeActor }) {
  const { key, year, accepted, reason, source, version, before, actor, now, tx, newId } = request
  await requireOpenYears(tx, { key, year, now })
  const { proposed, decided } = policyConnections()
  const earlier = before.proposal
  if (earlier) {
    await repository.decideProposal(tx, { id: earlier.id, status: 'withdrawn', by: null, at: now, note: null })
    const { id, proposer } = earlier
    const superseded = { id, key, title: titleOf(key), year, proposer }
    await decided(tx, { proposal: superseded, outcome: 'superseded', by: actor.employeeId, note: null, newId, now })
  }
  const id = newId()
  await repository.addSetting(tx, {
    ...{ id, key, year, version: version + 1, value: accepted, reason, source },
    ...{ setBy: actor.employeeId, setAt: now, status: 'proposed', decidesGrades: true },
  })
  audit.record(tx, {
    actor,
    action: 'policies.propose',
    subject: { type: 'policy', id: `${key}/${year}` },
    before: { value: before.value, version: before.settingVersion, supersedes: earlier?.version ?? null },
    after: { value: accepted, version: version + 1, source },
    reason,
    at: now,
  })
  const confirmers = (await confirmersOf(tx)).map((one) => one.id).filter((one) => one !== actor.employeeId)
  const proposer = { id: actor.employeeId, name: await nameOf(tx, actor.employeeId) }
  const proposal = { id, key, title: titleOf(key), year, proposer }
  await proposed(tx, { proposal, confirmers, newId, now })
}

/** A second person can only be told from the first where both are employees of the entity. */
export function employee(actor: EntityActor): EmployeeActor {
  const { employeeId } = actor
  if (employeeId === null) throw refuse(errors.needsEmployee)
  return { ...actor, employeeId }
}

async function viewOf(tx: Tx, { key, year }: { key: PolicyKey; year: number }): Promise<PolicyView> {
  const [view] = await policiesOf(tx, { year, key })
  if (!view) throw refuse(errors.unknownKey)
  return view
}

function lastAuthor({ proposal, setBy, setAt }: PolicyView) {
  const by = proposal ? proposal.proposer.name : setBy
  const at = proposal ? proposal.proposedAt : setAt
  return { by: by?.ar ?? '', byEn: by?.en ?? '', at: at?.toISOString() ?? '' }
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted()
      .map(([name, part]) => [name, sorted(part)]),
  )
}
