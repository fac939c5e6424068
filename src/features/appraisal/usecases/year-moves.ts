import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { addDays } from '../../../shared/dates.ts'
import { bandsOf } from '../../../shared/ranks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { endOfDay } from '../../../shared/time-zone.ts'
import { policySnapshot } from '../../policies/public.ts'
import { decide, type MoveName, type Obstacles, obstacleTo } from '../domain/workflow.ts'
import type { YearState } from '../domain/year.ts'
import { errors, problemOf } from '../errors.ts'
import { partsOf } from '../policy.ts'
import { closeApprovals, openApprovals, waitingOfficials } from '../repository/approvals.ts'
import { clearResults, freezeResults, holdCycles, keepSegmentDays, scorePlans } from '../repository/freeze.ts'
import { moveResults, publishResults, supersedeCurve } from '../repository/results.ts'
import { lockYear, saveYear, type YearPatch } from '../repository/years.ts'
import { withoutCurve } from '../views/overview.ts'
import { standInsOf } from './approvers.ts'
import { appraisalConnections } from './connections.ts'
import { curveIsStale } from './curve.ts'
import { segmentDaysOf } from './segment-days.ts'
import { type Settings, settingsOf } from './settings.ts'
import { tellOfMove } from './tell.ts'

export type YearMove = {
  readonly year: number
  readonly move: MoveName
  /** Null when the program acts: the last approval, the sample. */
  readonly actor: EntityActor | null
  readonly reason?: string | undefined
  /** What the page showed; without it the move is part of another act, which has its own check. */
  readonly version?: number | undefined
  readonly newId: NewId
  readonly now: Date
}

/**
 * One step of a year (AMB-29): lock, decide, carry out, record, tell. Two who ask at once wait for each other, and the
 * second finds the first one's state. `sign` and `approve` are asked for by the committee's and the officials' own acts.
 */
export async function moveYear(tx: Tx, request: YearMove): Promise<YearState> {
  const { year, move, actor, reason, version, newId, now } = request
  const before = await lockYear(tx, { year, newId })
  const ruling = decide({ status: before.status, move, parts: partsOf(actor, move), reason })
  if (ruling.kind === 'refused' && ruling.why === errors.notYours.code) throw refuse(errors.notYours)
  if (version !== undefined && version !== before.version) {
    throw await changedByOther(tx, { type: 'appraisal_year', id: before.id })
  }
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  const obstacle = obstacleTo(move, await obstaclesOf(tx, { year, move }))
  if (obstacle) throw refuse(problemOf(obstacle))

  const settings = await settingsOf(tx, { year, now })
  const patch = await carryOut[move]({ ...request, before, settings, tx })
  await saveYear(tx, { year, patch: { ...patch, status: ruling.to } })
  audit.record(tx, {
    actor,
    action: `appraisal.${move}`,
    subject: { type: 'appraisal_year', id: before.id },
    before: { year, status: before.status, version: before.version },
    after: { year, ...patch, policies: undefined, status: ruling.to, version: before.version + 1 },
    ...(reason && { reason }),
    at: now,
  })
  await tellOfMove({ ...request, yearId: before.id, settings, tx })
  for (const told of appraisalConnections().yearMoved) await told(tx, { year, move, actor, newId, now })
  return { ...before, ...stateOf(patch), status: ruling.to, version: before.version + 1 }
}

type Act = YearMove & { readonly before: YearState; readonly settings: Settings; readonly tx: Tx }
type Patch = Omit<YearPatch, 'status'>

const carryOut: Readonly<Record<MoveName, (act: Act) => Promise<Patch>>> = {
  freeze,
  refreeze: async (act) => {
    await clearResults(act.tx, act)
    return freeze(act)
  },
  sign: async ({ year, actor, now, tx }) => {
    await moveResults(tx, { year, from: ['preliminary'], to: 'calibrated' })
    await openApprovals(tx, { year, standIns: await standInsOf(tx, { year, now }) })
    return { signedAt: now, signedBy: actor?.employeeId ?? null }
  },
  sendBack: async ({ year, tx }) => {
    await closeApprovals(tx, { year })
    await moveResults(tx, { year, from: ['calibrated', 'approved'], to: 'preliminary' })
    return { signedAt: null, signedBy: null, approvedAt: null }
  },
  approve: async ({ now }) => ({ approvedAt: now }),
  confirm: async ({ year, actor, now, tx }) => {
    // Results without an official above are approved by the head's confirmation, but for the head's own.
    await moveResults(tx, { year, from: ['calibrated'], to: 'approved', except: actor?.employeeId ?? null })
    return { confirmedAt: now, confirmedBy: actor?.employeeId ?? null }
  },
  publish: async ({ year, actor, settings, now, tx }) => {
    const until = grievancesUntil(settings, now)
    await publishResults(tx, { year, until, now })
    return { publishedAt: now, publishedBy: actor?.employeeId ?? null, grievancesUntil: until }
  },
}

async function freeze({ year, actor, before, settings, now, tx }: Act): Promise<Patch> {
  await supersedeCurve(tx, { year, now })
  await freezeResults(tx, { year, ...rulesOf(settings) })
  await scorePlans(tx, { year })
  await keepSegmentDays(tx, { year, days: await segmentDaysOf(tx, { year }) })
  return {
    policies: JSON.stringify(await policySnapshot(tx, { year })),
    freezes: before.freezes + 1,
    frozenAt: now,
    frozenBy: actor?.employeeId ?? null,
  }
}

/** What the statement of the freeze needs of the policies. */
export function rulesOf({ policies }: Pick<Settings, 'policies'>) {
  return {
    serviceMonths: policies['result.service_months'].value,
    bands: bandsOf(policies['result.bands'].value),
    formula: policies['result.formula'].value,
  }
}

/** The end of the last local day of the window (AMB-31): a grievance one second later is late. */
export function grievancesUntil({ calendar, policies, today }: Settings, now: Date): Date {
  const { file } = policies['grievance.periods'].value
  return endOfDay(addDays(today || calendar.today(now), file), calendar.timeZone)
}

async function obstaclesOf(tx: Tx, { year, move }: { year: number; move: MoveName }): Promise<Obstacles> {
  const { openSitting, undecidedExcellence } = appraisalConnections()
  const freezing = move === 'freeze' || move === 'refreeze'
  return {
    openCycles: freezing ? await holdCycles(tx, { year }) : 0,
    openSitting: move === 'refreeze' || move === 'sign' ? await openSitting(tx, { year }) : false,
    withoutCurve: move === 'sign' ? await withoutCurve(tx, { year }) : 0,
    staleCurve: move === 'sign' ? await curveIsStale(tx, { year }) : false,
    undecidedExcellence: move === 'approve' ? await undecidedExcellence(tx, { year }) : 0,
    waitingOfficials: move === 'approve' ? await waitingOfficials(tx, { year }) : 0,
  }
}

function stateOf({
  policies: _,
  signedBy: __,
  confirmedBy: ___,
  publishedBy: ____,
  ...state
}: Patch): Partial<YearState> {
  return state
}
