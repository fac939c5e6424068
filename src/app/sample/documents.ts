import { layOut } from '../../features/performance/domain/cycles.ts'
import type { Content, Cycle } from '../../features/performance/domain/document.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { addDays } from '../../shared/dates.ts'
import type { Random } from '../../shared/random.ts'
import { addWorkingDays, nthWorkingDay, workingDaysBetween } from '../../shared/working-days.ts'
import { type ClosingDays, closeDocument } from './closing.ts'
import { contentFor } from './content.ts'
import { addRow, type Rows } from './copy.ts'
import { addCycleResult, type Counted, countedOf, leaveDaysOf, type Standing, standingIn } from './cycle-results.ts'
import { type Desk, openPaper, type Segment } from './desk.ts'
import { agreedInTime, before, type Story, type StoryName, stories, usualStory } from './document-stories.ts'
import type { Organization } from './organization-rows.ts'
import type { Person } from './people.ts'
import type { OwnedNode } from './plan-rows.ts'
import { type SampleCycle, sampleClocks } from './policy-rows.ts'
import { type ServiceRecord, serviceRecord } from './service-record.ts'
import { type Headwinds, standingsOf } from './standings.ts'
import type { ToldClosing } from './story-values.ts'
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
  /** What was reached in the years before the running one (by how many years), by seat: whole documents, or a result in percent. */
  readonly closings: Readonly<Record<number, Readonly<Record<string, ToldClosing>>>>
  readonly standings: Readonly<Record<number, Readonly<Record<string, number>>>>
  readonly headwinds: Headwinds
  readonly random: Random
  readonly ids: () => string
}

/** The cycles that the sample knows: those of the running year and of the two before it. */
function cyclesOf(running: SampleCycle, { calendar }: SampleDays, ids: () => string): Cycle[] {
  const { year, ordinal } = running.period
  return [year - 2, year - 1, year].flatMap((one) =>
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

/** Working days from the end of a cycle to its closing; the last cycle of a year is closed before the year is frozen. */
const closedAfter = 12
const closedBefore = { cycle: 1, year: 9 }

function closingOf(cycle: Cycle, { calendar, ago }: SampleDays): ClosingDays {
  const usual = addWorkingDays(cycle.endsOn, closedAfter, calendar)
  const latest = ago(cycle.ordinal === 4 ? closedBefore.year : closedBefore.cycle)
  return {
    opensOn: addWorkingDays(cycle.endsOn, 1 - catalogue['assessment.windows'].default.opensBefore, calendar),
    closedOn: usual < latest ? usual : latest,
  }
}

/** The closing of a document that ends before its cycle does. */
function endingOn(day: string, { calendar }: SampleDays): ClosingDays {
  const closedOn = nthWorkingDay(addWorkingDays(day, -1, calendar), 1, calendar)
  return { opensOn: addWorkingDays(closedOn, -10, calendar), closedOn }
}

/** What the closed cycle of a person brought, null where it does not count. */
export type CycleOutcome = { readonly cycle: Cycle; readonly person: Person; readonly counted: Counted | null }

/** Cycles and everybody's documents: closed ones of before with their results, and the running cycle in every state. */
export function addDocuments(rows: Rows, audit: AuditEvent[], request: DocumentsRequest): CycleOutcome[] {
  const { days, running, ids, opener, organization } = request
  const outcomes: CycleOutcome[] = []
  const record = serviceRecord(rows, organization)
  const cycles = cyclesOf(running, days, ids)
  for (const year of new Set(cycles.map((cycle) => cycle.year))) addRow(rows, 'cycle_years', { year, kind: 'quarter' })
  for (const cycle of cycles) {
    const openedOn = cycle.status === 'open' ? running.openedOn : before(cycle.startsOn, 1, days)
    const openedAt = cycle.status === 'planned' ? null : at(openedOn, '08:15')
    const closing = cycle.status === 'closed' ? closingOf(cycle, days) : null
    const closedAt = closing && at(closing.closedOn, '14:10')
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
      version: closedAt ? 3 : openedAt ? 2 : 1,
      closed_at: closedAt,
      closed_by: closedAt ? opener.id : null,
    })
    if (!openedAt) continue
    const actor = { identityId: opener.identityId, employeeId: opener.id }
    const ofCycle = { ...request, cycle, openedAt, openedOn, record }
    let enrolled = 0
    if (closing && closedAt) {
      const closed = addClosedDocuments(rows, audit, { ...ofCycle, closing, closedAt })
      outcomes.push(...closed)
      enrolled = closed.filter(({ counted }) => counted).length
      audit.push({
        actor,
        action: 'assessment.close_cycle',
        subject: { type: 'cycle', id: cycle.id },
        before: { status: 'open' },
        after: { status: 'closed', people: closed.length },
        at: closedAt,
      })
    } else {
      enrolled = addCycleDocuments(rows, audit, ofCycle)
    }
    audit.push({
      actor,
      action: 'performance.open_cycle',
      subject: { type: 'cycle', id: cycle.id },
      before: { status: 'planned' },
      after: { status: 'open', planDueOn: cycle.planDueOn, enrolled },
      at: openedAt,
    })
  }
  return outcomes
}

type OfCycle = DocumentsRequest & {
  readonly cycle: Cycle
  readonly openedAt: Date
  readonly openedOn: string
  readonly record: ServiceRecord
}

function deskOf(rows: Rows, audit: AuditEvent[], { days, cycle, openedAt, ids }: OfCycle): Desk {
  const over = cycle.status === 'closed'
  return {
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
}

function addCycleDocuments(rows: Rows, audit: AuditEvent[], request: OfCycle): number {
  const { organization, days, cycle, openedAt, openedOn, ids } = request
  const random = request.random.fork(`${cycle.year}/${cycle.ordinal}`)
  const nodes = request.nodesOf(cycle.year)
  const desk = deskOf(rows, audit, request)
  const people = organization.people.filter(({ inScope, hiredOn }) => inScope && hiredOn <= days.date)
  for (const person of people) {
    const { supervisor } = person
    if (!supervisor) continue
    const own = random.fork(person.seat)
    const story: Story = stories[request.told[person.seat] ?? usualStory(own)]
    const joinedLater = person.hiredOn > openedOn
    const startedAt = joinedLater ? at(addWorkingDays(person.hiredOn, 1, days.calendar), '07:05') : openedAt
    const joinerDue = joinedLater ? nthWorkingDay(person.hiredOn, sampleClocks.joinerPlan, days.calendar) : ''
    const earlier = request.dueEarlier[person.seat]
    const usualDue = joinerDue > cycle.planDueOn ? joinerDue : cycle.planDueOn
    const paper = openPaper(desk, person, {
      at: startedAt,
      dueOn: earlier === undefined ? usualDue : days.ago(earlier),
    })
    const write = request.written[person.seat]
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

type OfClosedCycle = OfCycle & { readonly closing: ClosingDays; readonly closedAt: Date }

/** A cycle that is over: agreed in its first weeks, assessed at its end, with the result of everybody. */
function addClosedDocuments(rows: Rows, audit: AuditEvent[], request: OfClosedCycle): CycleOutcome[] {
  const { organization, days, cycle, openedAt, openedOn, ids, record, closedAt, running } = request
  const random = request.random.fork(`${cycle.year}/${cycle.ordinal}`)
  const nodes = request.nodesOf(cycle.year)
  const desk = deskOf(rows, audit, request)
  const people = [...organization.people, ...organization.leavers].filter((person) => person.inScope)
  const yearsAgo = running.period.year - cycle.year
  const wanted = standingsOf(people, {
    random: request.random.fork('standings'),
    year: cycle.year,
    headwinds: request.headwinds,
    told: request.standings[yearsAgo] ?? {},
  })
  const workingDays = (from: string, to: string) => workingDaysBetween(addDays(from, -1), to, days.calendar)
  const cycleDays = workingDays(cycle.startsOn, cycle.endsOn)
  return people.flatMap((one): CycleOutcome[] => {
    const standing = standingIn(rows, one, { cycle, cycleDays, workingDays })
    if (!standing || !one.supervisor) return []
    const own = random.fork(one.seat)
    const result = (counted: Counted | null): CycleOutcome[] => {
      addCycleResult(rows, { cycle, person: one, standing, cycleDays, counted, closedAt })
      return [{ cycle, person: one, counted }]
    }
    if (standing.cause) return result(null)
    const segments = segmentsOf(one, standing, request).map((span) => {
      const { from, to, segment } = span
      const person = record.asOf(one, to)
      const supervisor = person.supervisor ?? one.supervisor
      if (!supervisor) throw new Error(`nobody supervises ${one.seat}`)
      const luck = segment.number === 1 ? own : own.fork(`segment ${segment.number}`)
      const began = from > cycle.startsOn ? from : openedOn
      const paper = openPaper(desk, person, {
        at: from > cycle.startsOn ? at(began, '09:15') : openedAt,
        dueOn:
          from > cycle.startsOn
            ? nthWorkingDay(began, catalogue.clocks.default.joinerPlan, days.calendar)
            : cycle.planDueOn,
        segment,
      })
      const told = request.closings[yearsAgo]?.[person.seat]?.({ cycle, ids, nodes })
      const content = told?.content ?? contentFor({ person, cycle, nodes, bank: request.bank, random: luck, ids })
      const higher = supervisor.supervisor ?? supervisor
      const stage = { paper, person, supervisor, higher, days, random: luck, content }
      agreedInTime({ ...stage, openedOn: began, inSeat: organization.inSeat })
      const scored = closeDocument(rows, audit, {
        ...stage,
        cycle,
        wanted: (wanted.get(person.id) ?? 100) + luck.between(-5, 5),
        told: told?.values ?? null,
        days: span.closing,
        calendar: days.calendar,
        random: luck.fork('closing'),
        ids,
      })
      paper.finish()
      const leave = leaveDaysOf(rows, { person: one, from, to, countedBy: workingDays })
      return { ...scored, days: workingDays(from, to) - leave }
    })
    return result(countedOf(segments))
  })
}

type SpanOfCycle = {
  readonly from: string
  readonly to: string
  readonly closing: ClosingDays
  readonly segment: Segment
}

/** Working days that writing and agreeing a document take at most, and those that its closing goes back. */
const agreeing = 15
const assessing = 9

/** The whole time in service; or two parts, where a transfer leaves each of them time to be written and assessed. */
function segmentsOf(person: Person, { from, to }: Standing, request: OfClosedCycle): SpanOfCycle[] {
  const { cycle, closing, days, record } = request
  const { calendar } = days
  const whole = { number: 1, latest: true, startsOn: null, endsOn: null }
  // Who leaves is assessed before the last day.
  const last = to < cycle.endsOn ? endingOn(to, days) : closing
  const moved = record.movedBetween(person, from, to)
  const eve = moved && addDays(moved, -1)
  const first = eve && endingOn(addWorkingDays(eve, assessing, calendar), days)
  const fits =
    moved &&
    addWorkingDays(from, agreeing, calendar) <= moved &&
    addWorkingDays(moved, agreeing + assessing, calendar) <= last.closedOn
  if (!moved || !eve || !first || !fits) return [{ from, to, closing: last, segment: whole }]
  return [
    { from, to: eve, closing: first, segment: { ...whole, latest: false, endsOn: eve } },
    { from: moved, to, closing: last, segment: { ...whole, number: 2, startsOn: moved } },
  ]
}
