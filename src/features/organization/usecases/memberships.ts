import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Body } from '../domain/vocabulary.ts'
import { errors } from '../errors.ts'
import { addMembership, type MembershipFacts, removeMembership, saveMembership } from '../repository/delegations.ts'
import { lockRow } from '../repository/roots.ts'
import { type MembershipView, membershipList } from '../views/delegations.ts'
import { membershipOverlaps } from '../views/service.ts'
import { type Act, todayOf } from './act.ts'
import { mustBeInService } from './in-service.ts'

type New = Act & { readonly employeeId: string; readonly body: Body; readonly facts: MembershipFacts }

export async function makeMember(request: New): Promise<MembershipView> {
  const { employeeId, body, facts, tx, newId } = request
  await lockRow(tx, 'employees', { id: employeeId, subject: 'employee' })
  await mustBeInService(tx, { employeeId, on: facts.from, path: 'employeeId' })
  await mustFit(request, { employeeId, body, facts, except: null })
  const id = newId()
  await addMembership(tx, { id, employeeId, body, ...facts })
  record(request, { id, action: 'add_membership', after: { employeeId, body, ...facts } })
  return membershipOf(request, id)
}

type OfMembership = Act & { readonly id: string; readonly version: number }

export async function changeMembership(request: OfMembership & { facts: MembershipFacts }): Promise<MembershipView> {
  const { id, facts, tx } = request
  const before = await locked(request)
  await mustFit(request, { employeeId: before.employee.id, body: before.body, facts, except: id })
  await saveMembership(tx, { id, ...facts })
  record(request, { id, action: 'change_membership', before: plain(before), after: facts })
  return membershipOf(request, id)
}

export async function deleteMembership(request: OfMembership): Promise<void> {
  const before = await locked(request)
  await removeMembership(request.tx, request.id)
  record(request, { id: request.id, action: 'delete_membership', before: plain(before) })
}

async function locked(request: OfMembership): Promise<MembershipView> {
  const { id, version, tx } = request
  if (!(await lockRow(tx, 'memberships', { id, version, subject: 'membership' })))
    throw refuse(errors.membershipNotFound)
  return membershipOf(request, id)
}

async function membershipOf(act: Act, id: string): Promise<MembershipView> {
  const [found] = await membershipList(act.tx, { on: await todayOf(act), past: true, id })
  if (!found) throw refuse(errors.membershipNotFound)
  return found
}

type Fit = { employeeId: string; body: Body; facts: MembershipFacts; except: string | null }

async function mustFit({ tx }: Act, { employeeId, body, facts: { from, to }, except }: Fit): Promise<void> {
  if (to !== null && to < from) {
    throw refuse(errors.periodEndsBeforeStart, { fields: [{ path: 'to', code: errors.periodEndsBeforeStart.code }] })
  }
  if (await membershipOverlaps(tx, { employeeId, body, from, to, except })) {
    throw refuse(errors.membershipOverlaps, { fields: [{ path: 'from', code: errors.membershipOverlaps.code }] })
  }
}

function plain({ employee, body, capacity, from, to, decision }: MembershipView): object {
  return { employeeId: employee.id, body, capacity, from, to, decision }
}

type Told = { id: string; action: string; before?: object; after?: object }

function record({ actor, now, tx }: Act, { id, action, before, after }: Told): void {
  const subject = { type: 'membership', id }
  audit.record(tx, { actor, action: `organization.${action}`, subject, before, after, at: now })
}
