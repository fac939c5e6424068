import type { TimelineEvent } from '../../features/assessment/domain/timeline.ts'
import type { Content, Cycle } from '../../features/performance/domain/document.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Quantity } from '../../shared/measure.ts'
import type { Random } from '../../shared/random.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { cycleResult, type ScoreLine } from '../../shared/scoring.ts'
import { addWorkingDays, type Calendar } from '../../shared/working-days.ts'
import {
  actualNear,
  type Line,
  linesOf,
  type Measure,
  measured,
  storedQuantity,
  storedTarget,
  wantedOf,
} from './achieved.ts'
import { advice, corrections, difficulties, improvements, meetingNotes, praise, strengths } from './closing-words.ts'
import { addRow, type Rows } from './copy.ts'
import type { Paper } from './desk.ts'
import { evidenceFile, storeFile } from './evidence-files.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'

/** What an employee recorded first, where the supervisor found another value. */
export type Correction = {
  readonly line: number
  readonly claimed: Quantity
  readonly code: ReasonCode
  readonly text: string
  readonly answer: 'agreed' | 'reserved'
}

/** Values that a story gives, in the order of the lines. */
export type ToldValues = { readonly actuals: readonly (Quantity | null)[]; readonly correction: Correction | null }

export type ClosingDays = { readonly opensOn: string; readonly closedOn: string }

export type Closing = {
  readonly paper: Paper
  readonly content: Content
  readonly cycle: Cycle
  readonly person: Person
  readonly supervisor: Person
  readonly higher: Person
  /** The result that the person comes near, in percent. */
  readonly wanted: number
  readonly told: ToldValues | null
  readonly days: ClosingDays
  readonly calendar: Calendar
  readonly random: Random
  readonly ids: () => string
}

/** What was reached of a closed document: what a cycle's result is made of. */
export type Scored = {
  readonly documentId: string
  readonly lines: readonly ScoreLine[]
  /** The part of the sum that objectives of the annual plan brought, in units of `src/shared/scoring.ts`. */
  readonly plan: bigint
}

/** Self-evaluation, review, meeting and closing of one document whose cycle is over. */
export function closeDocument(rows: Rows, audit: AuditEvent[], closing: Closing): Scored {
  const { paper, content, cycle, person, supervisor, days, calendar, random, ids } = closing
  const day = (before: number, from: string) => addWorkingDays(from, -before, calendar)
  const time = (from: number, to: number) => `${two(random.between(from, to))}:${two(random.between(0, 59))}`
  const approvedOn = day(random.between(1, 2), days.closedOn)
  const sentOn = day(random.between(3, 6), approvedOn)
  const sentAt = at(sentOn, time(9, 12))
  const approvedAt = at(approvedOn, time(12, 13))
  const openedAt = at(days.opensOn, '06:30')
  const lastDay = sentOn < cycle.endsOn ? sentOn : cycle.endsOn

  const lines = linesOf(content)
  const wanted = wantedOf(lines, closing.wanted, random)
  const measures = lines.map((line, index): Measure => {
    const told = closing.told?.actuals[index]
    return measured(line, told === undefined ? actualNear(line, wanted[index] ?? 0, { random, lastDay }) : told)
  })
  const correction = closing.told ? closing.told.correction : usualCorrection(lines, measures, random)
  const troubled = random.chance(0.14)

  addRow(rows, 'assessments', {
    document_id: paper.id,
    employee_id: person.id,
    cycle_id: cycle.id,
    version: lines.length + 4 + (correction ? 2 : 0),
    opened_at: openedAt,
    submitted_at: sentAt,
    submitted_by: person.id,
    first_submitted_at: sentAt,
    no_difficulties: !troubled,
    strengths: random.pick(strengths),
    improvements: random.pick(improvements),
    approved_by: supervisor.id,
    approved_at: approvedAt,
    closed_at: approvedAt,
    updated_at: approvedAt,
    updated_by: supervisor.id,
  })
  for (const [index, line] of lines.entries()) {
    const { actual, achievement, level } = measures[index] as Measure
    addRow(rows, 'achievements', {
      key_result_id: line.id,
      document_id: paper.id,
      weight: line.weight,
      data_type: line.dataType,
      target_below: storedTarget(line.dataType, line.targets.below),
      target_meets: storedTarget(line.dataType, line.targets.meets),
      target_exceeds: storedTarget(line.dataType, line.targets.exceeds),
      recorded: true,
      claimed: storedQuantity(line.dataType, correction?.line === index ? correction.claimed : actual),
      actual: storedQuantity(line.dataType, actual),
      achievement,
      level,
      recorded_at: at(sentOn, '08:40'),
      accepted_at: approvedAt,
      accepted_by: supervisor.id,
    })
  }
  const event: Tell = (action, by, when, { told, line, ...rest }) => {
    addRow(rows, 'assessment_events', {
      id: ids(),
      document_id: paper.id,
      event: told,
      key_result_id: line ?? null,
      made_by: by.id,
      note: rest.reason ?? null,
      at: when,
    })
    if (told === 'sent') return
    audit.push({
      actor: { identityId: by.identityId, employeeId: by.id },
      action: `assessment.${action}`,
      subject: { type: 'performance_document', id: paper.id },
      at: when,
      ...rest,
    })
  }
  addRow(rows, 'assessment_events', { id: ids(), document_id: paper.id, event: 'opened', at: openedAt })
  event('send', person, sentAt, { told: 'sent', before: { status: 'assessing' }, after: { status: 'reviewing' } })
  if (correction) addCorrection(rows, closing, { correction, lines, measures, approvedOn, event })
  addEvidence(rows, closing, { lines, sentOn })
  if (troubled) addDifficulty(rows, closing, { lines, sentAt, approvedAt })
  if (random.chance(0.12)) {
    addRow(rows, 'feedback_notes', {
      id: ids(),
      employee_id: person.id,
      author_id: supervisor.id,
      document_id: paper.id,
      ...random.pick([
        { kind: 'praise' as const, body: random.pick(praise) },
        { kind: 'advice' as const, body: random.pick(advice) },
      ]),
      created_at: at(day(9, approvedOn), '12:20'),
      read_at: at(day(8, approvedOn), '08:10'),
    })
  }
  const metAt = at(day(1, approvedOn), '11:05')
  addRow(rows, 'feedback_meetings', {
    id: ids(),
    document_id: paper.id,
    held_at: at(day(1, approvedOn), '10:00'),
    mode: random.pick(['in_person', 'in_person', 'video'] as const),
    notes: random.pick(meetingNotes),
    recorded_by: supervisor.id,
    recorded_at: metAt,
  })
  addRow(rows, 'assessment_events', {
    id: ids(),
    document_id: paper.id,
    event: 'meeting',
    made_by: supervisor.id,
    at: metAt,
  })
  event('approve', supervisor, approvedAt, {
    told: 'approved',
    before: { status: 'reviewing' },
    after: { status: 'closed' },
  })
  paper.close({ by: supervisor, at: approvedAt })

  const scored = lines.map((line, index) => ({ ...line, achievement: measures[index]?.achievement ?? 0 }))
  return {
    documentId: paper.id,
    lines: scored,
    plan: cycleResult(scored.filter((line) => line.class === 'annual_plan')),
  }
}

/** In one document of sixteen the supervisor found less than was recorded. */
function usualCorrection(lines: readonly Line[], measures: readonly Measure[], random: Random): Correction | null {
  if (!random.chance(0.06)) return null
  const place = lines.findIndex(
    (line, index) => line.dataType === 'number' && line.targets.meets > line.targets.below && measures[index]?.actual,
  )
  const [line, actual] = [lines[place], measures[place]?.actual]
  if (!line || !actual) return null
  const [code, text] = random.pick(corrections)
  return {
    line: place,
    claimed: actual + 10_000n * BigInt(random.between(1, 2)),
    code,
    text,
    answer: random.chance(0.8) ? 'agreed' : 'reserved',
  }
}

/** An act in the assessment's own record (`told`) and in the audit. */
type Tell = (
  action: string,
  by: Person,
  at: Date,
  rest: Pick<AuditEvent, 'before' | 'after' | 'reason'> & { readonly told: TimelineEvent; readonly line?: string },
) => void

type Corrected = {
  readonly correction: Correction
  readonly lines: readonly Line[]
  readonly measures: readonly Measure[]
  readonly approvedOn: string
  readonly event: Tell
}

function addCorrection(
  rows: Rows,
  closing: Closing,
  { correction, lines, measures, approvedOn, event }: Corrected,
): void {
  const { paper, person, supervisor, higher, calendar, ids } = closing
  const line = lines[correction.line]
  const found = measures[correction.line]
  if (!line || !found) throw new Error('a correction of no line')
  const claim = measured(line, correction.claimed)
  const day = (before: number) => addWorkingDays(approvedOn, -before, calendar)
  // Who is both supervisor and higher official has nobody above to rule.
  const reserved = correction.answer === 'reserved' && higher.id !== supervisor.id
  const id = ids()
  const correctedAt = at(day(2), '09:35')
  const answeredAt = at(day(2), '13:10')
  const ruledAt = at(day(1), '08:50')
  addRow(rows, 'actual_corrections', {
    id,
    document_id: paper.id,
    key_result_id: line.id,
    from_value: storedQuantity(line.dataType, claim.actual),
    to_value: storedQuantity(line.dataType, found.actual),
    from_achievement: claim.achievement,
    to_achievement: found.achievement,
    reason_code: correction.code,
    reason_text: correction.text,
    corrected_by: supervisor.id,
    corrected_as: 'supervisor',
    corrected_at: correctedAt,
    answer_due_on: addWorkingDays(day(2), 3, calendar),
    answer: reserved ? 'reserved' : 'agreed',
    answer_note: reserved ? 'القيمة المسجلة مأخوذة من سجل القسم، والمطلوب الرجوع إليه.' : null,
    answered_at: answeredAt,
    ruling: reserved ? 'confirmed' : null,
    ruling_note: reserved ? 'رُوجع السجل مع الطرفين، والقيمة المصححة هي المطابقة له.' : null,
    ruled_by: reserved ? higher.id : null,
    ruled_at: reserved ? ruledAt : null,
  })
  event('correct', supervisor, correctedAt, {
    told: 'corrected',
    line: line.id,
    before: { actual: storedQuantity(line.dataType, claim.actual) },
    after: { correctionId: id, actual: storedQuantity(line.dataType, found.actual), reasonCode: correction.code },
    reason: correction.text,
  })
  event('answerCorrection', person, answeredAt, {
    told: reserved ? 'correction_reserved' : 'correction_agreed',
    line: line.id,
    after: { correctionId: id, answer: reserved ? 'reserved' : 'agreed' },
  })
  if (!reserved) return
  event('rule', higher, ruledAt, {
    told: 'correction_confirmed',
    line: line.id,
    after: { correctionId: id, ruling: 'confirmed' },
  })
}

/** One document of five has files; everybody's in a story has. */
function addEvidence(
  rows: Rows,
  { paper, person, cycle, told, random, ids }: Closing,
  { lines, sentOn }: { lines: readonly Line[]; sentOn: string },
): void {
  if (!told && !random.chance(0.2)) return
  const when = at(sentOn, '08:35')
  for (const [index, line] of lines.slice(0, told ? 3 : random.between(1, 2)).entries()) {
    const file = evidenceFile(random.fork(`file ${index}`), `الربع ${cycle.ordinal} لسنة ${cycle.year}`)
    addRow(rows, 'achievement_evidence', {
      id: ids(),
      document_id: paper.id,
      key_result_id: line.id,
      file_id: storeFile(rows, { file, by: person.id, at: when, ids }),
      added_by: person.id,
      added_at: when,
    })
  }
}

function addDifficulty(
  rows: Rows,
  { paper, person, random, ids }: Closing,
  { lines, sentAt, approvedAt }: { lines: readonly Line[]; sentAt: Date; approvedAt: Date },
): void {
  const { kind, body, resolution } = random.pick(difficulties)
  addRow(rows, 'difficulties', {
    id: ids(),
    document_id: paper.id,
    employee_id: person.id,
    key_result_id: random.pick(lines).id,
    kind,
    body,
    status: 'resolved',
    resolution,
    resolved_at: approvedAt,
    created_at: sentAt,
  })
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
