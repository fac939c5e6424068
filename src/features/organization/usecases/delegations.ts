import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import { policyValue } from '../../policies/public.ts'
import { type DelegationWish, delegationProblems } from '../domain/delegation.ts'
import { errors } from '../errors.ts'
import { mayDelegateFor, maySee } from '../policy.ts'
import { addDelegation, revokeDelegations } from '../repository/delegations.ts'
import { lockRow } from '../repository/roots.ts'
import { type DelegationView, delegationById, openDelegations } from '../views/delegations.ts'
import { lineAbove as supervisorsAbove } from '../views/lines.ts'
import { serviceOf } from '../views/service.ts'
import { type Act, todayOf } from './act.ts'
import { tellDelegations } from './delegation-notices.ts'
import { mustCover } from './in-service.ts'

/** Lets somebody act for a time. By the delegator, an official above, or an administrator (AMB-22). */
export async function delegate(request: Act & { wish: DelegationWish; reason: string }): Promise<string> {
  const { wish, reason, actor, now, tx, newId } = request
  const today = await todayOf(request)
  const lineAbove = await supervisorsAbove(tx, { employeeId: wish.delegatorId, on: today })
  const standing = { employeeId: wish.delegatorId, lineAbove }
  if (!mayDelegateFor(actor, standing)) {
    throw refuse(maySee(actor, standing) ? errors.mayNotDelegate : errors.employeeNotFound)
  }
  await lockRow(tx, 'employees', { id: wish.delegatorId, subject: 'employee' })
  const { delegator, delegateOf } = await peopleOf(request, wish)
  const { value: maxMonths } = await policyValue(tx, { key: 'delegation.max_months', year: yearOf(wish.startsOn) })
  const problems = delegationProblems(wish, {
    today,
    maxMonths,
    delegatorLevel: delegator.level,
    delegateLevel: delegateOf.level,
    delegateExitsOn: delegateOf.exitedOn,
    others: await openDelegations(tx, { employeeId: wish.delegatorId, as: 'delegator', from: today }),
  })
  if (problems.length > 0) {
    const fields = problems.map(({ code, field, params }) => ({ path: field, code, ...(params && { params }) }))
    throw refuse(errors.delegationRefused, { fields })
  }
  const id = newId()
  await addDelegation(tx, { ...wish, id, reason, createdBy: actor.employeeId ?? actor.identityId, now })
  const subject = { type: 'delegation', id }
  audit.record(tx, { actor, action: 'organization.delegate', subject, after: wish, reason, at: now })
  await tellDelegations(request)
  return id
}

/** From today on the delegation no longer holds; what the delegate did stays done. */
export async function revokeDelegation(
  request: Act & { id: string; version: number; reason: string },
): Promise<DelegationView> {
  const { id, version, reason, actor, now, tx } = request
  const today = await todayOf(request)
  await lockRow(tx, 'delegations', { id, version, subject: 'delegation' })
  const before = await delegationById(tx, { id, on: today })
  const lineAbove = before ? await supervisorsAbove(tx, { employeeId: before.delegatorId, on: today }) : []
  if (!before || !mayDelegateFor(actor, { employeeId: before.delegatorId, lineAbove })) {
    throw refuse(before?.delegateId === actor.employeeId ? errors.mayNotDelegate : errors.delegationNotFound)
  }
  if (before.revokedOn !== null || before.endsOn < today) throw refuse(errors.delegationOver)
  await revokeDelegations(tx, { ids: [id], on: today })
  const subject = { type: 'delegation', id }
  audit.record(tx, {
    actor,
    action: 'organization.revoke_delegation',
    subject,
    after: { revokedOn: today },
    reason,
    at: now,
  })
  await tellDelegations(request)
  return { ...before, revokedOn: today, version: before.version + 1 }
}

async function peopleOf({ tx }: Act, { delegatorId, delegateId, startsOn }: DelegationWish) {
  const delegator = await serviceOf(tx, { employeeId: delegatorId, on: startsOn })
  const delegateOf = await serviceOf(tx, { employeeId: delegateId, on: startsOn })
  if (!delegator)
    throw refuse(errors.employeeNotFound, { fields: [{ path: 'delegatorId', code: errors.employeeNotFound.code }] })
  if (!delegateOf)
    throw refuse(errors.employeeNotFound, { fields: [{ path: 'delegateId', code: errors.employeeNotFound.code }] })
  mustCover(delegator, { on: startsOn, path: 'delegatorId' })
  mustCover(delegateOf, { on: startsOn, path: 'delegateId' })
  return { delegator, delegateOf }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
