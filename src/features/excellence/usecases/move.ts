import * as audit from '../../../platform/audit/record.ts'
import { isReason } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { changeRank, lockYear } from '../../appraisal/public.ts'
import { actingChair, fitMembers } from '../domain/committee.ts'
import { decide, type MoveName } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import * as nominations from '../repository.ts'
import { lockVisible, type Seen } from './access.ts'
import { actorId, type OnCase, subjectOf } from './act.ts'
import { announce, itemKinds, passOn } from './tell.ts'

export type Moving = OnCase & {
  readonly move: MoveName
  readonly reasonCode?: string | undefined
  readonly reason?: string | undefined
  readonly memberIds?: readonly string[] | undefined
}
type Made = Moving & { readonly seen: Seen; readonly by: string }

/**
 * One move of a nomination: lock the year, so that two ratifications for one seat and the approval of the year wait for
 * each other; then load, decide, save, record, tell.
 */
export async function moveNomination(request: Moving): Promise<void> {
  const { id, move, reason, reasonCode, actor, newId, now, tx } = request
  const found = await nominations.read(tx, { id })
  if (!found) throw refuse(errors.notFound)
  await lockYear(tx, { year: found.year, newId })
  const seen = await lockVisible(request)
  const ruling = decide(seen.facts, { parts: seen.parts, move, supplied: reason ? ['reason'] : [] })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  if (needsCode.has(move) && !isReason(reasonCode ?? '', 'excellence')) throw refuse(errors.unknownReason)
  await carryOut[move]({ ...request, seen, by: actorId(actor) })
  audit.record(tx, {
    actor,
    action: `excellence.${move}`,
    subject: subjectOf(id),
    before: { status: seen.nomination.status },
    after: { status: ruling.to, reasonCode },
    ...(reason && { reason }),
    at: now,
  })
}

const needsCode: ReadonlySet<MoveName> = new Set(['refuse', 'ratify', 'reject', 'passOver'])

const carryOut: Readonly<Record<MoveName, (made: Made) => Promise<void>>> = {
  begin: async ({ id, now, tx }) => nominations.save(tx, { id, now, status: 'draft' }),
  refuse: async (made) => {
    const { id, by, now, tx, seen, reasonCode, reason } = made
    const refusal = { refusal_code: reasonCode, refusal_reason: reason, refused_by: by, refused_at: now }
    await nominations.save(tx, { id, now, status: 'refused', ...refusal })
    await passOn(told(made), { outcome: 'refused', by })
    await announce(told(made), { kind: 'refused', to: [seen.nomination.employeeId], as: 'employee', by })
  },
  submit: async (made) => {
    const { id, by, now, tx, seen } = made
    const { needed, applicable } = seen.requirement
    const sent = { nominated_by: by, submitted_at: now, needed, applicable }
    await nominations.save(tx, { id, now, status: 'submitted', ...sent })
    const chair = actingChair(seen.circle.committee.filter(({ memberId }) => memberId !== by))
    await passOn(told(made), { outcome: 'submitted', by, next: { kind: itemKinds.verify, to: [chair] } })
    await announce(told(made), { kind: 'nominated', to: [seen.nomination.employeeId], as: 'employee', by })
  },
  takeBack: async (made) => {
    const { id, by, now, tx, seen } = made
    await nominations.clearFindings(tx, { id })
    const unsent = { submitted_at: null, nominated_by: null, needed: null, applicable: null }
    await nominations.save(tx, { id, now, status: 'draft', ...unsent })
    // A request still waits for its answer.
    const next = seen.nomination.requested ? { next: { kind: itemKinds.answer, to: [by] } } : {}
    await passOn(told(made), { outcome: 'taken_back', by, ...next })
  },
  verify: async (made) => {
    const { id, by, now, tx, seen } = made
    const members = new Set([...(made.memberIds ?? []), by])
    const fit = new Set(fitMembers(seen.circle.committee).map(({ memberId }) => memberId))
    if ([...members].some((member) => !fit.has(member))) throw refuse(errors.memberNotFit)
    if (members.size < seen.quorum) throw refuse(errors.noQuorum)
    const { employeeId, nominatedBy } = seen.nomination
    await nominations.saveVerifiers(tx, { id, employeeId, memberIds: [...members] })
    await nominations.save(tx, { id, now, status: 'verified', verified_by: by, verified_at: now })
    const next = { kind: itemKinds.ratify, to: [seen.circle.officialId] }
    await passOn(told(made), { outcome: 'verified', by, next })
    await announce(told(made), { kind: 'verified', to: [nominatedBy], as: 'nominator', by })
    await announce(told(made), { kind: 'verified', to: [employeeId], as: 'employee', by })
  },
  ratify: async (made) => {
    const { id, by, now, tx, newId, actor, seen, reason = '', reasonCode = '' } = made
    const { year, employeeId } = seen.nomination
    await close(made, 'ratified')
    const change = { stage: 'excellence', to: 'excellent', reasonCode, reasonText: reason, madeBy: by } as const
    await changeRank(tx, { year, employeeId, ...change, sourceId: id, actor, now, newId })
  },
  reject: (made) => close(made, 'rejected'),
  passOver: (made) => close(made, 'not_seated'),
}

async function close(made: Made, status: 'ratified' | 'rejected' | 'not_seated'): Promise<void> {
  const { id, by, now, tx, seen, reasonCode, reason } = made
  const decision = { decided_by: by, decided_at: now, decision_code: reasonCode, decision_reason: reason }
  await nominations.save(tx, { id, now, status, ...decision })
  const { employeeId, nominatedBy } = seen.nomination
  await passOn(told(made), { outcome: status, by })
  await announce(told(made), { kind: status, to: [employeeId], as: 'employee', by })
  await announce(told(made), { kind: status, to: [nominatedBy], as: 'nominator', by })
}

function told({ seen, newId, now, tx }: Made) {
  return { about: seen.nomination, newId, now, tx }
}
