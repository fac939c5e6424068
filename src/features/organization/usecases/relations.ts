import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { mayAdminister, mayEndRelation } from '../policy.ts'
import { addRelation, endRelation, lockRelation, type RelationFacts } from '../repository/relations.ts'
import { lockRow } from '../repository/roots.ts'
import { isDeclared } from '../views/relations.ts'
import { type Act, todayOf } from './act.ts'
import { mustBeInService } from './in-service.ts'

type Wish = Omit<RelationFacts, 'employeeId'> & { readonly employeeId?: string | undefined }

/**
 * Puts a relation on record that makes the person unfit to judge the other, and the other way round (AMB-30). One
 * declares the own; an administrator records anybody's.
 */
export async function declareRelation(request: Act & { readonly wish: Wish }): Promise<string> {
  const { wish, actor, now, tx, newId } = request
  const employeeId = wish.employeeId ?? actor.employeeId
  const mayDeclare = mayAdminister(actor) || (employeeId !== null && employeeId === actor.employeeId)
  if (!mayDeclare || employeeId === null) throw refuse(errors.mayNotDeclare)
  const facts = { employeeId, otherId: wish.otherId, kind: wish.kind, note: wish.note }
  if (facts.otherId === employeeId) throw refused(errors.relationWithSelf)
  await lockRow(tx, 'employees', { id: employeeId, subject: 'employee' })
  const on = await todayOf(request)
  await mustBeInService(tx, { employeeId, on, path: 'employeeId' })
  await mustBeInService(tx, { employeeId: facts.otherId, on, path: 'otherId' })
  if (await isDeclared(tx, facts)) throw refused(errors.relationDeclared)
  const id = newId()
  await addRelation(tx, { ...facts, id, by: actor.employeeId ?? actor.identityId, now })
  const subject = { type: 'relation', id }
  audit.record(tx, { actor, action: 'organization.declare_relation', subject, after: facts, at: now })
  return id
}

/** The relation no longer holds from now on; what was decided meanwhile stays as it was decided. */
export async function closeRelation(request: Act & { readonly id: string }): Promise<void> {
  const { id, actor, now, tx } = request
  const relation = await lockRelation(tx, { id })
  const isSeen = relation !== null && (mayAdminister(actor) || relation.employeeId === actor.employeeId)
  if (!isSeen) throw refuse(errors.relationNotFound)
  if (!mayEndRelation(actor, relation)) throw refuse(errors.mayNotEndRelation)
  if (relation.endedAt !== null) throw refuse(errors.relationEnded)
  await endRelation(tx, { id, now })
  const subject = { type: 'relation', id }
  audit.record(tx, { actor, action: 'organization.end_relation', subject, after: { endedAt: now }, at: now })
}

function refused(problem: { readonly code: string; readonly status: number }) {
  return refuse(problem, { fields: [{ path: 'otherId', code: problem.code }] })
}
