import { layOut } from '../../features/performance/domain/cycles.ts'
import type { Content, Cycle } from '../../features/performance/domain/document.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Random } from '../../shared/random.ts'
import { addWorkingDays, nthWorkingDay } from '../../shared/working-days.ts'
import { contentFor } from './content.ts'
import { addRow, type Rows } from './copy.ts'
import { openPaper } from './desk.ts'
import { agreedInTime, before, type Story, type StoryName, stories, usualStory } from './document-stories.ts'
import type { Organization } from './organization-rows.ts'
import type { Person } from './people.ts'
import type { OwnedNode } from './plan-rows.ts'
import { type SampleCycle, sampleClocks } from './policy-rows.ts'
import { at, type SampleDays } from './working-calendar.ts'

export type DocumentsRequest = {
  readonly organization: Organization
  readonly days: SampleDays
  readonly running: SampleCycle
  readonly nodesOf: (year: number) => readonly OwnedNode[]
  readonly bank: ReadonlyMap<string, string>
  /** Who opens the cycles. */
  readonly opener: Person
  readonly told: Readonly<Record<string, StoryName>>
  /** Documents that somebody wrote by hand, by seat. */
  readonly written: Readonly<Record<string, (ids: () => string, nodes: readonly OwnedNode[]) => Content>>
  /** Documents whose day came earlier than that of the others, in working days before the sample's day. */
  readonly dueEarlier: Readonly<Record<string, number>>
  readonly random: Random
  readonly ids: () => string
}

/** How many cycles before the running one have agreed documents. */
const earlierCycles = 2

/** The cycles that the sample knows: those of the running year, and of the year before where earlier ones lie there. */
function cyclesOf(running: SampleCycle, { calendar }: SampleDays, ids: () => string): Cycle[] {
  const { year, ordinal } = running.period
  const years = ordinal > earlierCycles ? [year] : [year - 1, year]
  return years.flatMap((one) =>
    layOut('quarter', one).map((cycle): Cycle => {
      const usual = nthWorkingDay(cycle.startsOn, catalogue.clocks.default.plan, calendar)
      const now = one === year && cycle.ordinal === ordinal
      const over = one < year || cycle.ordinal < ordinal
      return {
        id: ids(),
        kind: 'quarter',
        year: one,
        ...cycle,
        planDueOn: now ? running.planDueOn : usual,
        status: now ? 'open' : over ? 'closed' : 'planned',
      }
    }),
  )
}

/** Cycles and everybody's documents: agreed ones of before, and the running cycle in every state. */
export function addDocuments(rows: Rows, audit: AuditEvent[], request: DocumentsRequest): void {
  const { days, running, ids, opener } = request
  const cycles = cyclesOf(running, days, ids)
  for (const year of new Set(cycles.map((cycle) => cycle.year))) addRow(rows, 'cycle_years', { year, kind: 'quarter' })
  const place = cycles.findIndex((cycle) => cycle.status === 'open')
  for (const [index, cycle] of cycles.entries()) {
    const openedOn = cycle.status === 'open' ? running.openedOn : before(cycle.startsOn, 1, days)
    const openedAt = cycle.status === 'planned' ? null : at(openedOn, '08:15')
    addRow(rows, 'cycles', {
      id: cycle.id,
      year: cycle.year,
      kind: cycle.kind,
      ordinal: cycle.ordinal,
      starts_on: cycle.startsOn,
      ends_on: cycle.endsOn,
      plan_due_on: cycle.planDueOn,
      status: cycle.status,
      opened_at: openedAt,
      opened_by: openedAt ? opener.id : null,
      version: openedAt ? 2 : 1,
    })
    if (!openedAt || index < place - earlierCycles) continue
    const enrolled = addCycleDocuments(rows, audit, { ...request, cycle, openedAt, openedOn })
    audit.push({
      actor: { identityId: opener.identityId, employeeId: opener.id },
      action: 'performance.open_cycle',
      subject: { type: 'cycle', id: cycle.id },
      before: { status: 'planned' },
      after: { status: 'open', planDueOn: cycle.planDueOn, enrolled },
      at: openedAt,
    })
  }
}

type OfCycle = DocumentsRequest & { readonly cycle: Cycle; readonly openedAt: Date; readonly openedOn: string }

function addCycleDocuments(rows: Rows, audit: AuditEvent[], request: OfCycle): number {
  const { organization, days, cycle, openedAt, openedOn, ids } = request
  const random = request.random.fork(`${cycle.year}/${cycle.ordinal}`)
  const over = cycle.status === 'closed'
  const nodes = request.nodesOf(cycle.year)
  const desk = {
    rows,
    audit,
    ids,
    cycle,
    openedAt,
    clocks: over ? catalogue.clocks.default : sampleClocks,
    calendar: days.calendar,
    quiet: over,
    readUntil: at(days.ago(4), '00:00'),
  }
  const people = organization.people.filter(
    ({ inScope, hiredOn }) => inScope && hiredOn <= (over ? cycle.startsOn : days.date),
  )
  for (const person of people) {
    const { supervisor } = person
    if (!supervisor) continue
    const own = random.fork(person.seat)
    const story: Story = over ? agreedInTime : stories[request.told[person.seat] ?? usualStory(own)]
    const joinedLater = person.hiredOn > openedOn
    const startedAt = joinedLater ? at(addWorkingDays(person.hiredOn, 1, days.calendar), '07:05') : openedAt
    const joinerDue = joinedLater ? nthWorkingDay(person.hiredOn, sampleClocks.joinerPlan, days.calendar) : ''
    const earlier = over ? undefined : request.dueEarlier[person.seat]
    const usualDue = joinerDue > cycle.planDueOn ? joinerDue : cycle.planDueOn
    const paper = openPaper(desk, person, {
      at: startedAt,
      dueOn: earlier === undefined ? usualDue : days.ago(earlier),
    })
    const write = over ? undefined : request.written[person.seat]
    story({
      paper,
      person,
      supervisor,
      higher: supervisor.supervisor ?? supervisor,
      days,
      random: own,
      content: write?.(ids, nodes) ?? contentFor({ person, cycle, nodes, bank: request.bank, random: own, ids }),
      openedOn,
      inSeat: organization.inSeat,
    })
    paper.finish()
  }
  return people.length
}
