import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { type Problem, refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { type VersionMove, versionAbilities } from '../domain/version.ts'
import { errors } from '../errors.ts'
import * as repository from '../repository.ts'
import { readVersions } from '../views/versions.ts'

type Request = {
  readonly id: string
  /** The version of the record that the writer saw. */
  readonly version: number
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** Shows a draft to everyone as the preliminary plan, until one is approved (AMB-62). */
export async function markPreliminary(request: Request) {
  await lockFor('markPreliminary', request)
  await repository.setStatus(request.tx, { id: request.id, status: 'preliminary' })
  return moved('markPreliminary', request)
}

type Approval = Request & { readonly approvedOn: string; readonly reference: string }

/** Records an approval that was given on paper; the version in force until now is superseded. */
export async function approveVersion({ approvedOn, reference, ...request }: Approval) {
  const { tx, id, actor, now } = request
  const { year, superseded } = await lockFor('approve', request)
  const today = (await calendarOf(tx, { year })).today(now)
  if (approvedOn > today) {
    throw refuse(errors.approvedInFuture, { fields: [{ path: 'approvedOn', code: errors.approvedInFuture.code }] })
  }
  if (superseded) {
    await repository.setStatus(tx, { id: superseded, status: 'superseded' })
    audit.record(tx, {
      actor,
      action: 'annual_plan.supersede',
      subject: { type: 'plan_version', id: superseded },
      after: { status: 'superseded', by: id },
      at: now,
    })
  }
  await repository.approve(tx, { id, approvedOn, approvedBy: actor.employeeId, reference })
  return moved('approve', request, { approvedOn, reference })
}

/** Takes a draft away. Node ids stay, for a later version with the same codes. */
export async function discardVersion(request: Request): Promise<void> {
  const before = await lockFor('discard', request)
  await repository.removeVersion(request.tx, request.id)
  audit.record(request.tx, {
    actor: request.actor,
    action: 'annual_plan.discard',
    subject: { type: 'plan_version', id: request.id },
    before: { year: before.year, number: before.number },
    at: request.now,
  })
}

async function lockFor(move: VersionMove, { id, version, tx }: Request) {
  const found = await repository.lockVersion(tx, id)
  if (!found) throw refuse(errors.versionNotFound)
  if (found.version !== version) throw await changedByOther(tx, { type: 'plan_version', id })
  const superseded = await repository.approvedVersion(tx, found.year)
  const ability = versionAbilities(found.status, { approvedExists: superseded !== null })[move]
  if (!ability.allowed) throw refuse(closed(ability.why))
  return { ...found, superseded }
}

function closed(why: string): Problem {
  return { code: why, status: 409 }
}

async function moved(move: 'markPreliminary' | 'approve', { id, actor, now, tx }: Request, extra: object = {}) {
  const [after] = await readVersions(tx, { id })
  if (!after) throw refuse(errors.versionNotFound)
  audit.record(tx, {
    actor,
    action: move === 'approve' ? 'annual_plan.approve' : 'annual_plan.mark_preliminary',
    subject: { type: 'plan_version', id },
    after: { year: after.year, number: after.number, status: after.status, ...extra },
    at: now,
  })
  return after
}
