import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { Rank } from '../../../shared/ranks.ts'
import { isReason } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors, problemOf } from '../errors.ts'
import * as results from '../repository/results.ts'
import { holdYear } from '../repository/years.ts'
import { seeResult } from './access.ts'
import { appraisalConnections } from './connections.ts'
import { mayView } from './results.ts'

type Request = {
  readonly employeeId: string
  readonly year: number
  readonly version: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

type View = {
  readonly rank: Rank
  readonly reasonCode?: string | undefined
  readonly reasonText?: string | undefined
}

/**
 * The direct supervisor's view of a rank beside the computed one (H3): it changes no number, and the committee sees it,
 * with its reason where it differs. While the year lies before the committee.
 */
export async function recordView(request: Request & View): Promise<{ version: number }> {
  const { employeeId, year, rank, reasonCode, reasonText, newId, now, tx } = request
  const { before, by } = await lockForView(request)
  const from = before.curveRank ?? before.band
  if (!from) throw refuse(errors.notRanked)
  await results.supersede(tx, { year, employeeId, stages: ['supervisor'], now })
  if (rank !== from) {
    if (!reasonCode || !reasonText) throw refuse(errors.needsReason)
    if (!isReason(reasonCode, 'supervisor_view')) throw refuse(errors.unknownReason)
    await results.addChange(tx, {
      id: newId(),
      year,
      employeeId,
      stage: 'supervisor',
      from,
      to: rank,
      fromResult: before.result,
      toResult: before.result,
      reasonCode,
      reasonText,
      madeBy: by,
      madeFor: null,
      sourceId: null,
      now,
    })
  }
  return save(request, { by, from: before.viewRank, to: rank, reasonText, version: before.version })
}

/** Takes the view back; the record keeps that there was one. */
export async function withdrawView(request: Request): Promise<{ version: number }> {
  const { employeeId, year, now, tx } = request
  const { before, by } = await lockForView(request)
  if (before.viewRank === null) throw refuse(errors.nothingDifferent)
  await results.supersede(tx, { year, employeeId, stages: ['supervisor'], now })
  return save(request, { by, from: before.viewRank, to: null, version: before.version })
}

async function lockForView(request: Request) {
  const { employeeId, year, version, actor, tx } = request
  // A view is either before a move of the year or after it.
  await holdYear(tx, { year, alone: false })
  const { head, parts } = await seeResult(request)
  if (!parts.includes('supervisor') || !actor.employeeId) throw refuse(errors.notYours)
  const before = await results.lockResult(tx, { year, employeeId })
  if (!before) throw refuse(errors.notFound)
  if (before.version !== version) throw await changedByOther(tx, { type: 'annual_result', id: employeeId })
  const may = mayView({ ...head, standing: before.standing })
  if (!may.allowed) throw refuse(problemOf(may.why))
  return { before, by: actor.employeeId }
}

type Saved = { by: string; from: Rank | null; to: Rank | null; reasonText?: string | undefined; version: number }

async function save(request: Request, { by, from, to, reasonText, version }: Saved): Promise<{ version: number }> {
  const { employeeId, year, actor, newId, now, tx } = request
  await results.saveResult(tx, { year, employeeId, patch: { viewRank: to } })
  audit.record(tx, {
    actor,
    action: to === null ? 'appraisal.withdraw_view' : 'appraisal.record_view',
    subject: { type: 'annual_result', id: employeeId },
    before: { year, view: from },
    after: { year, view: to },
    ...(reasonText && { reason: reasonText }),
    at: now,
  })
  for (const told of appraisalConnections().viewRecorded) await told(tx, { year, employeeId, rank: to, by, newId, now })
  return { version: version + 1 }
}
