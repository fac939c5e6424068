import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { Rank } from '../../../shared/ranks.ts'
import { isReason, type ReasonUse } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { ChangeStage, ResultStatus } from '../domain/year.ts'
import { errors } from '../errors.ts'
import * as results from '../repository/results.ts'

/** Stages in which people decide; the curve writes its own. */
export type HumanStage = Exclude<ChangeStage, 'curve' | 'supervisor'>

const uses: Readonly<Record<HumanStage, ReasonUse>> = {
  committee: 'committee',
  excellence: 'excellence',
  grievance: 'grievance',
}

/** In the order of the year: a decision of one stage voids the same and later ones, which were made about another rank. */
const order = ['committee', 'excellence', 'grievance'] as const satisfies readonly HumanStage[]

export type RankChange = {
  readonly year: number
  readonly employeeId: string
  readonly stage: HumanStage
  readonly to: Rank
  /** Micro-percent, where a grievance changes the number too. Beside the frozen value, never over it (H3). */
  readonly toResult?: bigint
  readonly reasonCode: string
  readonly reasonText: string
  /** The employee who decided: the chair for the committee. */
  readonly madeBy: string
  readonly madeFor?: string | null
  /** The sitting, nomination or case. */
  readonly sourceId?: string | null
  /** A seat beyond the quotas (AMB-32). */
  readonly addedSeat?: boolean
  readonly actor: Pick<EntityActor, 'identityId' | 'employeeId'> | null
  readonly now: Date
  readonly newId: NewId
}

/**
 * A decision of people about a rank: writes it as the final rank and records the change with its reason. Band, curve
 * rank and the supervisor's view stay as they are.
 */
export async function changeRank(tx: Tx, change: RankChange): Promise<{ version: number }> {
  const { year, employeeId, stage, to, reasonCode, reasonText, madeBy, actor, now, newId } = change
  const before = await results.lockResult(tx, { year, employeeId })
  if (!before) throw refuse(errors.notFound)
  if (madeBy === employeeId || change.madeFor === employeeId) throw refuse(errors.ownResult)
  if (!isReason(reasonCode, uses[stage])) throw refuse(errors.unknownReason)
  if (before.standing !== 'ranked' || !before.band) throw refuse(errors.notRanked)
  const replaced = await results.supersede(tx, { year, employeeId, stages: order.slice(order.indexOf(stage)), now })
  const from = replaced ?? before.finalRank ?? before.curveRank ?? before.band
  await results.addChange(tx, {
    id: newId(),
    year,
    employeeId,
    stage,
    from,
    to,
    fromResult: before.result,
    toResult: change.toResult === undefined ? before.result : String(change.toResult),
    reasonCode,
    reasonText,
    madeBy,
    madeFor: change.madeFor ?? null,
    sourceId: change.sourceId ?? null,
    now,
  })
  await results.saveResult(tx, {
    year,
    employeeId,
    patch: { finalRank: to, ...(change.addedSeat && { addedSeat: true }) },
  })
  audit.record(tx, {
    actor,
    action: `appraisal.change_rank_${stage}`,
    subject: { type: 'annual_result', id: employeeId },
    before: { year, rank: from },
    after: { year, rank: to, reasonCode, sourceId: change.sourceId ?? null },
    reason: reasonText,
    onBehalfOf: change.madeFor ?? undefined,
    at: now,
  })
  return { version: before.version + 1 }
}

type Mark = {
  readonly year: number
  readonly employeeId: string
  readonly status: Extract<ResultStatus, 'published' | 'under_grievance' | 'final'>
}

/** Where a published result stands: under a grievance, or final once its window or its grievance is over. */
export async function markResult(tx: Tx, { year, employeeId, status }: Mark): Promise<void> {
  await results.saveResult(tx, { year, employeeId, patch: { status } })
}
