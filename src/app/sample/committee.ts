import { compareRanks, type Rank } from '../../shared/ranks.ts'
import { addRow, type Rows } from './copy.ts'
import type { Frozen } from './freeze.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'
import type { Decision, YearRequest } from './year-rows.ts'
import { questions, votes } from './year-words.ts'

type Sitting = {
  readonly number: number
  readonly heldOn: string
  readonly agenda: string
  /** Null while it has only been called. */
  readonly minutes: string | null
}

/** A sitting of the review committee, called by its secretary; once held, all were there. */
export function addSitting(rows: Rows, { year, days, offices, ids }: YearRequest, sitting: Sitting): string {
  const id = ids()
  const held = sitting.minutes !== null
  const openedAt = at(sitting.heldOn, '10:00')
  const closedAt = at(sitting.heldOn, '13:30')
  addRow(rows, 'sittings', {
    id,
    year,
    number: sitting.number,
    held_on: sitting.heldOn,
    status: held ? 'closed' : 'called',
    agenda: sitting.agenda,
    minutes: sitting.minutes ?? '',
    called_by: offices.secretary.id,
    called_at: at(days.calledOn, '11:15'),
    opened_at: held ? openedAt : null,
    closed_at: held ? closedAt : null,
    closed_by: held ? offices.committee[0]?.id : null,
    version: held ? 6 : 1,
  })
  const members = [...new Set([...offices.committee, offices.secretary])]
  for (const [index, member] of members.entries()) {
    addRow(rows, 'sitting_members', {
      sitting_id: id,
      member_id: member.id,
      capacity: index === 0 ? 'chair' : offices.committee.includes(member) ? 'member' : 'secretary',
      present: held,
      arrived_at: held ? openedAt : null,
      left_at: held ? closedAt : null,
    })
  }
  return id
}

type Case = {
  readonly frozen: Frozen
  readonly origin: 'supervisor_view' | 'member'
  readonly question: string
  readonly openedBy: Person
  readonly openedAt: Date
  readonly curveRank: Exclude<Rank, 'excellent'>
  readonly viewRank: Rank | null
  readonly sittingId: string | null
  /** What the committee decided, null while the case is open. */
  readonly decision: (Decision & { readonly to: Exclude<Rank, 'excellent'> }) | null
}

/** A case with the members' judgements before the sitting and, once decided, their votes in it. */
export function addCase(rows: Rows, request: YearRequest, one: Case): string {
  const { year, days, offices, random, ids } = request
  const { person } = one.frozen
  const id = ids()
  const own = random.fork(`case ${person.seat}`)
  const decidedAt = at(days.sittingOn, `11:${String(own.between(10, 59))}`)
  const fit = offices.committee.filter((member) => !isAbove(member, person))
  const unfit = offices.committee.filter((member) => isAbove(member, person))
  addRow(rows, 'calibration_cases', {
    id,
    year,
    employee_id: person.id,
    origin: one.origin,
    question: one.question,
    opened_by: one.openedBy.id,
    opened_at: one.openedAt,
    status: one.decision ? 'decided' : 'open',
    sitting_id: one.decision ? one.sittingId : null,
    decision: one.decision?.to ?? null,
    reason_code: one.decision?.code ?? null,
    reason_text: one.decision?.text ?? null,
    decided_by: one.decision ? (fit[0]?.id ?? null) : null,
    decided_at: one.decision ? decidedAt : null,
    version: one.decision ? 2 : 1,
  })
  const asked = one.viewRank === 'excellent' || one.viewRank === null ? one.curveRank : one.viewRank
  const vote = (member: Person, stage: 'before' | 'sitting', rank: Exclude<Rank, 'excellent'>, when: Date) =>
    addRow(rows, 'case_votes', {
      case_id: id,
      member_id: member.id,
      stage,
      employee_id: person.id,
      rank,
      note: stage === 'before' && own.chance(0.5) ? own.pick(votes) : null,
      at: when,
    })
  for (const [index, member] of fit.entries()) {
    // In an open case some have not judged yet.
    if (!one.decision && own.chance(0.4)) continue
    const first = own.chance(0.5) ? one.curveRank : asked
    vote(member, 'before', first, at(days.votesOn, `${String(8 + index).padStart(2, '0')}:${own.between(10, 59)}`))
    if (one.decision) vote(member, 'sitting', index < 3 || own.chance(0.5) ? one.decision.to : first, decidedAt)
  }
  for (const member of one.decision ? unfit : []) {
    addRow(rows, 'case_recusals', { case_id: id, member_id: member.id, cause: 'line', at: decidedAt })
  }
  return id
}

/** Whether somebody stands in the line above a person, or is that person (AMB-30). */
function isAbove(member: Person, person: Person): boolean {
  for (let next: Person | null = person; next; next = next.supervisor) if (next.id === member.id) return true
  return false
}

/** The rank next to another one, up or down, and never beyond what a committee may give. */
export function beside(rank: Exclude<Rank, 'excellent'>, step: 1 | -1): Exclude<Rank, 'excellent'> | null {
  const order = ['weak', 'average', 'good', 'very_good'] as const
  const next = order.find((one) => compareRanks(one, rank) === step)
  return next ?? null
}

export function aQuestion(random: YearRequest['random']): string {
  return random.pick(questions)
}
