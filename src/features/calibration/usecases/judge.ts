import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Band } from '../../../shared/ranks.ts'
import { compareRanks } from '../../../shared/ranks.ts'
import { isReason } from '../../../shared/reasons.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { changeRank } from '../../appraisal/public.ts'
import { separateTie } from '../domain/ties.ts'
import { followsTieOrder, hasQuorum, type Judge, majorityOf, maySpeakFor } from '../domain/voting.ts'
import { decideCase } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { isVoter } from '../policy.ts'
import * as cases from '../repository/cases.ts'
import { withdrawSignatures } from '../repository/signatures.ts'
import { attendants, openSittingOf, type Sitting } from '../repository/sittings.ts'
import { tieMembersOf, votesOf } from '../views/cases.ts'
import { recusalsOf } from '../views/committee.ts'
import { type Acting, type ActingRoom, enterCaseToAct, requireFrozen, voters } from './access.ts'
import { askForChecks } from './checks.ts'
import { closeSignItems, tellJudges } from './tell.ts'

type OfCase = Acting & { readonly id: string }

/** My own judgement before the sitting; while it is open, my vote. */
export async function vote({
  rank,
  note,
  ...acting
}: OfCase & { rank: Band; note: string | undefined }): Promise<void> {
  const { now, newId, tx, actor } = acting
  const { room, case: found } = await enterCaseToAct({ ...acting, needs: voters })
  requireFrozen(room)
  if (found.status !== 'open') throw refuse(errors.notOpen)
  await requireUnrecused(acting, room)
  const sitting = await openSittingOf(tx, { year: found.year })
  if (sitting) requirePresent(await judgesOf(acting, room, sitting), room)
  const stage = sitting ? 'sitting' : 'before'
  const memberId = room.me.employeeId
  await cases.vote(tx, {
    caseId: found.id,
    memberId,
    employeeId: found.employeeId,
    stage,
    rank,
    note: note ?? null,
    now,
  })
  audit.record(tx, {
    actor,
    action: 'calibration.vote',
    subject: { type: 'calibration_case', id: found.id },
    after: { stage, rank },
    ...(note && { reason: note }),
    at: now,
  })
  await tellJudges(tx, { year: found.year, yearId: room.state.id, by: memberId, newId, now })
}

/** A member's own word that they shall not judge this case; what they voted before falls away. */
export async function recuse({ note, ...acting }: OfCase & { note: string }): Promise<void> {
  const { now, newId, tx, actor } = acting
  const { room, case: found } = await enterCaseToAct({ ...acting, needs: voters })
  requireFrozen(room)
  if (found.status !== 'open') throw refuse(errors.notOpen)
  await requireUnrecused(acting, room)
  const memberId = room.me.employeeId
  await cases.recuse(tx, { caseId: found.id, recusals: [{ memberId, cause: 'declared', note }], now })
  audit.record(tx, {
    actor,
    action: 'calibration.recuse',
    subject: { type: 'calibration_case', id: found.id },
    reason: note,
    at: now,
  })
  await tellJudges(tx, { year: found.year, yearId: room.state.id, by: memberId, newId, now })
}

type Decision = OfCase & {
  readonly version: number
  readonly rank: Band
  readonly reasonCode: string
  readonly reasonText: string
}

/**
 * What the majority of those who may judge and are present decided, with the quorum counted at this moment. A rank
 * that changes goes into the record of the results; one that is kept has its reason too.
 */
export async function decide({ version, rank, reasonCode, reasonText, ...acting }: Decision): Promise<void> {
  const { now, newId, tx, actor } = acting
  const { room, case: found } = await enterCaseToAct({ ...acting, needs: voters })
  const memberId = room.me.employeeId
  requireFrozen(room)
  await requireUnrecused(acting, room)
  const sitting = await openSittingOf(tx, { year: found.year })
  if (!sitting) throw refuse(errors.noSittingOpen)
  const judges = await judgesOf(acting, room, sitting)
  const parts = maySpeakFor(memberId, judges) ? (['chair'] as const) : []
  const ruling = decideCase({ status: found.status, move: 'decide', parts, reason: reasonText })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  if (found.version !== version) throw await changedByOther(tx, { type: 'calibration_case', id: found.id })
  requirePresent(judges, room)
  if (!isReason(reasonCode, 'committee')) throw refuse(errors.unknownReason)
  const votes = (await votesOf(tx, { caseId: found.id })).filter((one) => one.stage === 'sitting')
  if (majorityOf(votes, judges) !== rank) throw refuse(errors.noMajority)
  if (found.origin === 'tie') await requireTieOrder(acting, found, { rank, reasonCode })

  await cases.recuse(tx, {
    caseId: found.id,
    recusals: judges.flatMap((judge) => (judge.cause ? [{ memberId: judge.memberId, cause: judge.cause }] : [])),
    now,
  })
  await cases.decide(tx, { id: found.id, sittingId: sitting.id, rank, reasonCode, reasonText, by: memberId, now })
  audit.record(tx, {
    actor,
    action: 'calibration.decide',
    subject: { type: 'calibration_case', id: found.id },
    before: { rank: found.rankNow },
    after: { rank, reasonCode, sittingId: sitting.id, votes: votes.length, present: judges.length },
    reason: reasonText,
    at: now,
  })
  if (rank !== found.rankNow) await putRank({ rank, reasonCode, reasonText, ...acting }, { room, found, sitting })
  await tellJudges(tx, { year: found.year, yearId: room.state.id, by: memberId, newId, now })
}

type Put = Acting & { readonly rank: Band; readonly reasonCode: string; readonly reasonText: string }
type Where = { readonly room: ActingRoom; readonly found: cases.LockedCase; readonly sitting: Sitting }

async function putRank(
  { rank, reasonCode, reasonText, actor, newId, now, tx }: Put,
  { room, found, sitting }: Where,
): Promise<void> {
  const { year, employeeId } = found
  const madeBy = room.me.employeeId
  await changeRank(tx, {
    year,
    employeeId,
    stage: 'committee',
    to: rank,
    reasonCode,
    reasonText,
    madeBy,
    sourceId: sitting.id,
    actor,
    now,
    newId,
  })
  await withdrawSignatures(tx, { year, now })
  await closeSignItems(tx, { yearId: room.state.id, by: madeBy, outcome: 'changed', now })
  await askForChecks(tx, { year, kinds: ['fairness'], newId, now })
}

/** A case that a member or an official opened may be taken back by who opened it, or by the chair. */
export async function withdraw({
  version,
  reason,
  ...acting
}: OfCase & { version: number; reason: string }): Promise<void> {
  const { now, newId, tx, actor } = acting
  const { room, case: found } = await enterCaseToAct({ ...acting, needs: voters })
  requireFrozen(room)
  const me = room.me.employeeId
  const parts = [...room.parts, ...(found.openedBy === me ? (['opener'] as const) : [])]
  const ruling = decideCase({ status: found.status, move: 'withdraw', parts, reason })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  await requireUnrecused(acting, room)
  if (found.version !== version) throw await changedByOther(tx, { type: 'calibration_case', id: found.id })
  // What a supervisor's view or a tie opened is answered, not taken back.
  if (found.origin === 'supervisor_view' || found.origin === 'tie') throw refuse(errors.caseStays)
  await cases.withdraw(tx, { id: found.id, reason, now })
  audit.record(tx, {
    actor,
    action: 'calibration.withdraw_case',
    subject: { type: 'calibration_case', id: found.id },
    reason,
    at: now,
  })
  await tellJudges(tx, { year: found.year, yearId: room.state.id, by: me, newId, now })
}

type Present = Judge & { readonly cause: cases.Cause | null }

/** Who is in the room with a vote, and whether each may judge this case. */
async function judgesOf({ id, tx }: OfCase, room: ActingRoom, sitting: Sitting): Promise<Present[]> {
  const present = (await attendants(tx, { id: sitting.id })).filter((one) => one.present && isVoter(one.capacity))
  const causes = await recusalsOf(tx, {
    caseId: id,
    members: present.map((one) => one.id),
    today: room.settings.today,
  })
  return present.map((one) => {
    const cause = causes.get(one.id) ?? null
    return { memberId: one.id, isChair: one.capacity === 'chair', recused: cause !== null, cause }
  })
}

function requirePresent(judges: readonly Judge[], { settings, me }: ActingRoom): void {
  if (!judges.some((judge) => judge.memberId === me.employeeId)) throw refuse(errors.notPresent)
  if (!hasQuorum(judges.length, settings.quorum)) throw quorumLost(judges.length, settings.quorum)
}

export function quorumLost(present: number, needed: number): Refusal {
  return refuse(errors.quorumLost, { params: { present, needed } })
}

async function requireUnrecused({ id, tx }: OfCase, { me, settings }: ActingRoom): Promise<void> {
  const causes = await recusalsOf(tx, { caseId: id, members: [me.employeeId], today: settings.today })
  const cause = causes.get(me.employeeId)
  if (cause === 'self') throw refuse(errors.ownCase)
  if (cause) throw refuse(errors.recused)
}

async function requireTieOrder(
  { tx }: Acting,
  found: cases.LockedCase,
  { rank, reasonCode }: { rank: Band; reasonCode: string },
): Promise<void> {
  if (compareRanks(rank, found.curveRank) >= 0) return
  const { members, seats } = await tieMembersOf(tx, { year: found.year, employeeId: found.employeeId })
  const own = separateTie(members, seats).find((one) => one.employeeId === found.employeeId)
  if (own && followsTieOrder({ rank, curve: found.curveRank, reasonCode }, own)) return
  throw refuse(errors.tieOrder)
}
