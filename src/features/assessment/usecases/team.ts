import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { currentCycle, cycleById, peopleById } from '../../performance/public.ts'
import { awaits } from '../domain/acts.ts'
import { type Ability, type Asker, abilities } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { standingOf } from '../policy.ts'
import { factsOfMany } from '../repository/assessments.ts'
import { cyclesBegun, type TeamQuery, teamOf, undecidedBelow, type WaitingRow, waitingBelow } from '../views/team.ts'
import { factsFrom } from './access.ts'
import { connections } from './connections.ts'
import { type Settings, settingsOf } from './settings.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

const nobody = {
  none: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  agreed: 0,
  amending: 0,
  assessing: 0,
  reviewing: 0,
  closed: 0,
}

/** How far my people are in a cycle; the statements do not grow with the team. */
export async function listTeam(
  request: Request & { query: Omit<TeamQuery, 'employeeId' | 'cycleId' | 'today'> & { cycleId?: string | undefined } },
) {
  const { actor, query, now, tx } = request
  const settings = await settingsOf(tx, { now })
  const { today } = settings
  const cycles = await cyclesBegun(tx)
  const cycle =
    query.cycleId === undefined ? await currentCycle(tx, { today }) : await cycleById(tx, { id: query.cycleId })
  if (query.cycleId !== undefined && !cycle) throw refuse(errors.cycleNotFound)
  const { employeeId } = actor
  if (!employeeId) return { cycle, cycles, counts: nobody, people: 0, hasSecondLine: false, items: [], next: null }
  const team = await teamOf(tx, { ...query, employeeId, cycleId: cycle?.id ?? null, today })
  return {
    cycle,
    cycles,
    ...team,
    items: team.items.map((row) => ({ ...row, lateDays: lateDays(row.dueOn, settings) })),
  }
}

function lateDays(dueOn: string | null, { today, calendar }: Settings): number {
  return dueOn ? workingDaysLate({ dueOn, today, calendar }) : 0
}

/** What of the closing waits for me, the most urgent first: each with what I may do about it. */
export async function listQueue({ actor, now, tx }: Request) {
  const settings = await settingsOf(tx, { now })
  const bulk = { approve: settings.bulkApprove }
  const { employeeId } = actor
  if (!employeeId) return { items: [], bulk }
  const { today } = settings
  const waiting = await waitingBelow(tx, { employeeId, today })
  const known = await documentItems({ actor, tx, employeeId, settings, waiting })
  const undecided = await undecidedItems({ actor, tx, employeeId, settings })
  const ids = [...known, ...undecided].flatMap((one) => one.behalf ?? [])
  const people = await peopleById(tx, { ids: [...new Set(ids)], today })
  const items = [...known, ...undecided].map(({ behalf, ...item }) => ({
    ...item,
    onBehalfOf: (behalf && people.get(behalf)) || null,
  }))
  return { items: items.toSorted((a, b) => b.lateDays - a.lateDays), bulk }
}

type Asked = { readonly actor: EntityActor; readonly tx: Tx; readonly employeeId: string; readonly settings: Settings }

async function documentItems({ actor, tx, employeeId, settings, waiting }: Asked & { waiting: WaitingRow[] }) {
  const { today } = settings
  const items = []
  const documentIds = waiting.map((row) => row.documentId)
  const found = await factsOfMany(tx, { documentIds, employeeId, today })
  const known = new Map(found.map((one) => [one.documentId, one]))
  const frozenYears = await frozenAmong(
    tx,
    found.map((one) => one.cycle.year),
  )
  for (const row of waiting) {
    const assessment = known.get(row.documentId)
    const standing = assessment && standingOf(actor, assessment)
    if (!assessment || !standing || standing.view !== 'full') continue
    const { facts } = factsFrom(assessment, settings, frozenYears.has(assessment.cycle.year))
    const asker: Asker = { employeeId, parts: standing.parts, today }
    const can = abilities(facts, asker)
    const ruling =
      asker.parts.includes('higher_official') &&
      assessment.corrections.some(
        (one) => awaits(one, { today, ...facts }) === 'ruling' && one.correctedBy !== employeeId,
      )
    const kind = kindOf({ status: facts.status, can, ruling })
    if (!kind) continue
    const part =
      kind === 'ruling' || !asker.parts.includes('supervisor') ? ('higher_official' as const) : ('supervisor' as const)
    items.push({
      kind,
      documentId: row.documentId,
      version: row.version,
      employee: row.employee,
      cycle: assessment.cycle,
      status: facts.status,
      since: row.since,
      dueOn: assessment.dueOn,
      lateDays: lateDays(assessment.dueOn, settings),
      lines: row.lines,
      evidence: row.evidence,
      reviewed: row.reviewed,
      corrections: assessment.corrections.filter((one) => !one.ended).length,
      weighted: facts.status === 'reviewing' ? row.weighted : null,
      hasMeeting: assessment.hasMeeting,
      part,
      behalf: standing.behalf[part] ?? null,
      cause: null,
      coveredDays: null,
      cycleDays: null,
      can: { ...(can.approve && { approve: can.approve }) },
    })
  }
  return items
}

type Found = { readonly status: string; readonly can: ReturnType<typeof abilities>; readonly ruling: boolean }

/** Sending back is open to whoever may decide at all; a late one is listed for who may record it. */
function kindOf({ status, can, ruling }: Found): 'review' | 'ruling' | 'late_recording' | null {
  if (ruling) return 'ruling'
  if (status === 'reviewing') return can.sendBack?.allowed ? 'review' : null
  return can.recordFor?.allowed || can.sendFor ? 'late_recording' : null
}

async function frozenAmong(tx: Tx, years: readonly number[]): Promise<Set<number>> {
  const frozen = new Set<number>()
  for (const year of new Set(years)) if (await connections().yearFrozen(tx, { year })) frozen.add(year)
  return frozen
}

const yes: Ability = { allowed: true }

async function undecidedItems({ actor, tx, employeeId, settings }: Asked) {
  const rows = await undecidedBelow(tx, { employeeId, today: settings.today })
  const items = []
  const frozenYears = await frozenAmong(
    tx,
    rows.map((row) => row.cycle.year),
  )
  for (const { holderId, leaveProtected, result, ...row } of rows) {
    const decide: Ability = frozenYears.has(row.cycle.year) ? { allowed: false, why: errors.yearFrozen.code } : yes
    const decideZero: Ability =
      leaveProtected && decide.allowed ? { allowed: false, why: errors.leaveNeverZero.code } : decide
    items.push({
      ...row,
      kind: 'undecided' as const,
      status: null,
      since: null,
      dueOn: null,
      lateDays: 0,
      lines: 0,
      evidence: 0,
      reviewed: 0,
      corrections: 0,
      weighted: null,
      hasMeeting: false,
      part: 'higher_official' as const,
      behalf: holderId === actor.employeeId ? null : holderId,
      cause: result.cause,
      coveredDays: result.coveredDays,
      cycleDays: result.cycleDays,
      can: { decide, decideZero },
    })
  }
  return items
}
