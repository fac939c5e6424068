import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Cycle } from '../domain/document.ts'
import { type Ability, abilities, type MoveName } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Standing, standingOf } from '../policy.ts'
import { cycleById } from '../views/cycles.ts'
import { currentCycle } from '../views/document.ts'
import { peopleById, type TeamQuery, type TeamRow, teamOf, waitingBelow } from '../views/team.ts'
import { factsOf } from './access.ts'
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

/** The documents of my people in a cycle; the statements do not grow with the team. */
export async function listTeam(
  request: Request & { query: Omit<TeamQuery, 'employeeId' | 'cycleId' | 'today'> & { cycleId?: string | undefined } },
) {
  const { actor, query, tx, now } = request
  const settings = await settingsOf(tx, { now })
  const { today } = settings
  const cycle = await chosenCycle(tx, query.cycleId, today)
  if (!actor.employeeId) return { cycle, counts: nobody, people: 0, hasSecondLine: false, items: [], next: null }
  const team = await teamOf(tx, { ...query, employeeId: actor.employeeId, cycleId: cycle?.id ?? null, today })
  const { actingFor: deputised, ...found } = team
  return {
    cycle,
    ...found,
    items: team.items.map((row) => ({
      ...row,
      lateDays: lateDays(row.dueOn, settings),
      can: cycle ? canOf(row, cycle, { actor, actingFor: deputised, settings }, ['draftFor', 'agree', 'sendBack']) : {},
    })),
  }
}

/** The asked cycle, else the running one; null while there is none. */
export async function chosenCycle(tx: Tx, cycleId: string | undefined, today: string): Promise<Cycle | null> {
  if (cycleId === undefined) return currentCycle(tx, { today })
  const cycle = await cycleById(tx, { id: cycleId })
  if (!cycle) throw refuse(errors.cycleNotFound)
  return cycle
}

/** What waits for my decision, by its due date: as supervisor, as higher official, or in the name of one of them. */
export async function listApprovals({ actor, now, tx }: Request) {
  const settings = await settingsOf(tx, { now })
  const { bulk } = settings
  if (!actor.employeeId) return { items: [], bulk }
  const waiting = await waitingBelow(tx, { employeeId: actor.employeeId, today: settings.today })
  const asked = { actor, actingFor: waiting.actingFor, settings }
  const mine = waiting.items.flatMap((row) => {
    const standing = standingIn(row, asked)
    const moves =
      row.kind === 'document' ? (['agree', 'sendBack'] as const) : (['acceptAmendment', 'declineAmendment'] as const)
    const can = canOf(row, row.cycle, asked, moves)
    // Sending back, or declining, is open to whoever may decide at all.
    const decides = can.sendBack?.allowed || can.declineAmendment?.allowed
    const part = standing?.parts.find((one) => one === 'supervisor' || one === 'higher_official')
    return decides && standing && part ? [{ row, can, part, behalf: standing.behalf[part] ?? null }] : []
  })
  const ids = mine.flatMap((one) => one.behalf ?? [])
  const people = await peopleById(tx, { ids: [...new Set(ids)], today: settings.today })
  return {
    bulk,
    items: mine.map(({ row, can, part, behalf }) => ({
      kind: row.kind,
      documentId: row.documentId ?? '',
      version: row.version ?? 0,
      employee: row.employee,
      cycle: row.cycle,
      status: row.status ?? ('draft' as const),
      since: row.since,
      dueOn: row.dueOn,
      lateDays: lateDays(row.dueOn, settings),
      edition: row.edition ?? 1,
      submission: row.submissions,
      returnCount: row.returnCount,
      objectives: row.objectives,
      keyResults: row.keyResults,
      hasMeeting: row.hasMeeting,
      part,
      onBehalfOf: behalf ? (people.get(behalf) ?? null) : null,
      reason: row.reason,
      can,
    })),
  }
}

type Asked = { readonly actor: EntityActor; readonly actingFor: readonly string[]; readonly settings: Settings }

function standingIn(row: TeamRow, { actor, actingFor }: Asked): Standing | null {
  return standingOf(actor, { ...row, employeeId: row.employee.id, actingFor })
}

type Amended = { readonly amendment?: Parameters<typeof factsOf>[0]['amendment'] }

function canOf<M extends MoveName>(
  row: TeamRow & Amended,
  cycle: Cycle,
  asked: Asked,
  moves: readonly M[],
): { [K in M]?: Ability } {
  const standing = standingIn(row, asked)
  if (!standing || row.documentId === null || row.status === null) return {}
  const facts = factsOf(
    {
      ...row,
      status: row.status,
      employeeId: row.employee.id,
      edition: row.edition ?? 1,
      amendment: row.amendment ?? null,
      cycle,
    },
    asked.settings,
  )
  const asker = { employeeId: asked.actor.employeeId ?? '', parts: standing.parts, today: asked.settings.today }
  const all: Partial<Record<MoveName, Ability>> = abilities(facts, asker)
  return Object.fromEntries(moves.flatMap((move) => (all[move] ? [[move, all[move]]] : []))) as { [K in M]?: Ability }
}

function lateDays(dueOn: string | null, { today, calendar }: Settings): number {
  return dueOn ? workingDaysLate({ dueOn, today, calendar }) : 0
}
