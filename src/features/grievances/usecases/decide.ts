import { parseDecimal } from '../../../shared/decimal.ts'
import type { Rank } from '../../../shared/ranks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { changeRank, markResult, publishedResult } from '../../appraisal/public.ts'
import { effectProblem, hasMajority, reasonFits } from '../domain/decision.ts'
import type { Ground, Outcome } from '../domain/grievance.ts'
import { errors, problemOf } from '../errors.ts'
import { livePanel } from '../policy.ts'
import * as grievances from '../repository.ts'
import { actorId, lockVisible, type Seen } from './access.ts'
import type { OnCase } from './act.ts'
import { mustMove, record } from './move.ts'
import { announce, deskOf, passOn } from './tell.ts'

export type Decision = {
  readonly outcome: Outcome
  readonly reasonCode: string
  readonly reasoning: string
  readonly findings: readonly { readonly ground: Ground; readonly accepted: boolean; readonly finding: string }[]
  readonly rank: Rank | null
  /** Percent as typed. */
  readonly result: string | null
}

/**
 * The reasoned decision, by the chair of the panel with its majority, or by the head after silence. What succeeds takes
 * effect at once, adds a seat and moves nobody else (AMB-31, 32).
 */
export async function decideGrievance(request: OnCase & { readonly decision: Decision }): Promise<void> {
  const { id, decision, now, tx } = request
  const seen = await lockVisible(request)
  const { grievance } = seen
  const asHead = !seen.parts.includes('panel_chair')
  mustMove(seen, request, asHead ? 'rule' : 'decide', ['reason'])
  const panel = livePanel({ committee: seen.committee, panel: grievance.panel })
  if (!asHead && !hasMajority(panel, decision.outcome)) throw refuse(errors.noMajority)
  await checkFindings(request)
  if (!reasonFits(decision.reasonCode, decision.outcome)) throw refuse(errors.reasonCode)

  const before = await publishedResult(tx, grievance)
  const standing = { rank: before?.finalRank ?? null, result: before?.result == null ? null : BigInt(before.result) }
  const effect = { outcome: decision.outcome, rank: decision.rank, result: percentOf(decision.result) }
  const problem = effectProblem(effect, standing)
  if (problem) throw refuse(problemOf(problem))

  const by = actorId(request.actor)
  await grievances.saveFindings(tx, { id, findings: decision.findings })
  await grievances.save(tx, {
    id,
    now,
    status: 'decided',
    outcome: decision.outcome,
    reason_code: decision.reasonCode,
    reasoning: decision.reasoning,
    from_rank: standing.rank,
    to_rank: effect.rank,
    to_result: effect.result,
    decided_by: by,
    decided_as: asHead ? 'head' : 'panel',
    decided_at: now,
  })
  if (decision.outcome !== 'rejected') await takeEffect(request, seen, { ...effect, from: standing.rank, by })
  await markResult(tx, { ...grievance, status: 'final' })

  const desk = deskOf(seen)
  await passOn({ ...request, grievance }, { outcome: decision.outcome, by, status: 'decided', desk, dueOn: null })
  await announce({ ...request, grievance }, { kind: `decided_${decision.outcome}`, to: [grievance.employeeId], by })
  await announce(
    { ...request, grievance },
    { kind: 'case_decided', to: [desk.chair, desk.secretary, ...desk.panel], by },
  )
  record(request, asHead ? 'rule' : 'decide', { ...decision, by }, decision.reasoning)
}

type Effective = {
  readonly rank: Rank | null
  readonly result: bigint | null
  readonly from: Rank | null
  readonly by: string
}

async function takeEffect(request: OnCase & { decision: Decision }, seen: Seen, { rank, result, from, by }: Effective) {
  const { id, decision, actor, now, tx, newId } = request
  const to = rank ?? from
  if (to === null) throw refuse(errors.upheldChangesSomething)
  const { year, employeeId } = seen.grievance
  await changeRank(tx, {
    year,
    employeeId,
    stage: 'grievance',
    to,
    ...(result !== null && { toResult: result }),
    reasonCode: decision.reasonCode,
    reasonText: decision.reasoning.slice(0, 4000),
    madeBy: by,
    sourceId: id,
    addedSeat: to !== from,
    actor,
    now,
    newId,
  })
}

/** Each ground gets its own answer, and the answers fit the outcome. */
async function checkFindings({
  id,
  decision: { findings, outcome },
  tx,
}: OnCase & { decision: Decision }): Promise<void> {
  const rows = await tx.selectFrom('grievance_grounds').select('ground').where('grievance_id', '=', id).execute()
  const asked = rows.map(({ ground }) => ground).toSorted()
  if (
    findings
      .map(({ ground }) => ground as string)
      .toSorted()
      .join() !== asked.join()
  )
    throw refuse(errors.findingsMissing)
  const accepted = findings.filter((finding) => finding.accepted).length
  const fits =
    outcome === 'rejected' ? accepted === 0 : outcome === 'upheld' ? accepted === findings.length : accepted > 0
  if (!fits) throw refuse(errors.findingsDisagree)
}

/** Micro-percent of a typed percentage. */
function percentOf(typed: string | null): bigint | null {
  if (typed === null || typed.trim() === '') return null
  const parsed = parseDecimal(typed, { digits: 3, decimals: 6, percentSign: true })
  if (!parsed.ok) throw refuse({ code: parsed.why, status: 422 }, { fields: [{ path: 'result', code: parsed.why }] })
  return parsed.value
}
