import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { ranks } from '../../../shared/ranks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { closeWorkItems, notify } from '../../inbox/public.ts'
import { ejadaTeam, employeesWithRole } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { itemKinds } from '../domain/telling.ts'
import type { YearStatus } from '../domain/workflow.ts'
import type { YearState } from '../domain/year.ts'
import { errors } from '../errors.ts'
import { decideApproval, lockApproval, waitingOfficials } from '../repository/approvals.ts'
import { lockYear } from '../repository/years.ts'
import { type Approval, approvalsOf, lineResults, teamResults, teamYears } from '../views/team.ts'
import { yearOf } from '../views/years.ts'
import { appraisalConnections } from './connections.ts'
import { mayView } from './results.ts'
import { moveYear } from './year-moves.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
type Chosen = Request & { readonly year?: number | undefined }

/** The year asked for, else the latest in which the actor has people. */
async function chosen({ year, actor, now, tx }: Chosen) {
  const today = (await calendarOf(tx)).today(now)
  const employeeId = actor.employeeId
  const years = employeeId ? await teamYears(tx, { employeeId }) : []
  const wanted = year ?? years[0]
  const state = wanted !== undefined && years.includes(wanted) ? await yearOf(tx, { year: wanted }) : null
  return { today, employeeId, years, state }
}

/** The direct supervisor's people of a year, each with the view that may be recorded. */
export async function teamOf(request: Chosen) {
  const { today, employeeId, years, state } = await chosen(request)
  if (!employeeId || !state) return { year: null, years, rows: [] }
  const rows = await teamResults(request.tx, { employeeId, year: state.year, today })
  return {
    year: state,
    years,
    rows: rows.map((row) => ({ ...row, can: { view: mayView({ yearStatus: state.status, standing: row.standing }) } })),
  }
}

/** The higher official's people of a year (RP-13): their results, how they are distributed, and the approval. */
export async function lineOf(request: Chosen) {
  const { today, employeeId, years, state } = await chosen(request)
  const { tx } = request
  if (!employeeId || !state) return { year: null, years, approval: null, distribution: [], rows: [], can: {} }
  const rows = await lineResults(tx, { employeeId, year: state.year, today })
  const [approval] = await approvalsOf(tx, { year: state.year, today, officialId: employeeId })
  const inForce = rows.map((row) => (row.standing === 'ranked' ? (row.final ?? row.curve ?? row.band) : null))
  return {
    year: state,
    years,
    approval: approval ?? null,
    distribution: ranks.map((rank) => ({ rank, people: inForce.filter((one) => one === rank).length })),
    rows,
    can: approval ? await abilitiesFor(tx, state, approval) : {},
  }
}

async function abilitiesFor(tx: Tx, { year, status }: YearState, approval: Approval) {
  const no = (why: string) => ({ allowed: false, why }) as const
  const open = status === 'signed' && approval.status !== 'approved'
  const undecided = open && (await appraisalConnections().undecidedExcellence(tx, { year })) > 0
  const yes = { allowed: true } as const
  return {
    approve: !open ? no(errors.notOpen.code) : undecided ? no(errors.excellenceUndecided.code) : yes,
    object: open ? yes : no(errors.notOpen.code),
  }
}

type Decision = Request & {
  readonly year: number
  readonly officialId: string
  readonly version: number
  readonly decision: 'approved' | 'objected'
  readonly note?: string | undefined
  readonly newId: NewId
}

/**
 * A higher official approves the results of the own people after the committee, or objects with a note (guide E 10.a,
 * AMB-29). Nobody does it for the official (AMB-22). The last approval approves the year.
 */
export async function decideLine(request: Decision): Promise<{ version: number; yearStatus: YearStatus }> {
  const { year, officialId, version, decision, note, actor, newId, now, tx } = request
  const state = await lockYear(tx, { year, newId })
  const before = actor.employeeId === officialId ? await lockApproval(tx, { year, officialId }) : null
  if (!before) throw refuse(errors.notFound)
  if (before.version !== version) throw await changedByOther(tx, { type: 'line_approval', id: officialId })
  if (state.status !== 'signed' || before.status === 'approved') throw refuse(errors.notOpen)
  if (decision === 'objected' && !note) throw refuse(errors.objectionNeedsNote)
  if (decision === 'approved' && (await appraisalConnections().undecidedExcellence(tx, { year })) > 0) {
    throw refuse(errors.excellenceUndecided)
  }
  await decideApproval(tx, { year, officialId, decision, note: note ?? null, by: officialId, now })
  audit.record(tx, {
    actor,
    action: decision === 'approved' ? 'appraisal.approve_line' : 'appraisal.object',
    subject: { type: 'line_approval', id: officialId },
    before: { year, status: before.status },
    after: { year, status: decision, people: before.people },
    ...(note && { reason: note }),
    at: now,
  })
  await tellOfDecision(request, state.id)
  const all = decision === 'approved' && (await waitingOfficials(tx, { year })) === 0
  const after = all ? await moveYear(tx, { year, move: 'approve', actor: null, newId, now }) : state
  return { version: version + 1, yearStatus: after.status }
}

async function tellOfDecision({ year, officialId, decision, note, newId, now, tx }: Decision, yearId: string) {
  const subject = { type: 'appraisal_year', id: yearId }
  await closeWorkItems(tx, {
    subject,
    kind: itemKinds.approve,
    assigneeId: officialId,
    outcome: decision,
    closedBy: officialId,
    now,
  })
  if (decision === 'approved') return
  const recipients = [...(await ejadaTeam(tx)), ...(await employeesWithRole(tx, { role: 'head' }))]
  const params = { year: String(year), note: note ?? '' }
  await notify(tx, { recipients, kind: 'appraisal.objected', params, subject, exceptId: officialId, newId, now })
}
