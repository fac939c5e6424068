import type { Cycle } from '../../features/performance/domain/document.ts'
import { addDays } from '../../shared/dates.ts'
import type { Random } from '../../shared/random.ts'
import { cycleResult, literalResult } from '../../shared/scoring.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '../../shared/working-days.ts'
import { actualNear, type Line, measured, storedQuantity } from './achieved.ts'
import type { Field } from './copy.ts'
import type { CountryCycle, World } from './country-world.ts'
import { kinds } from './stable-ids.ts'
import { at } from './working-calendar.ts'

/** What may have been reached of one line, measured once by the product's rule and used a million times. */
export type Reached = { readonly actual: string | null; readonly achievement: number; readonly level: string }

const wanted = [0, 30, 45, 55, 65, 75, 82, 88, 92, 96, 100, 103, 106, 110, 113, 116, 120, 120]

export function reachedOf(line: Line, cycle: Pick<Cycle, 'endsOn'>, random: Random): readonly Reached[] {
  return wanted.map((one) => {
    const { actual, achievement, level } = measured(line, actualNear(line, one, { random, lastDay: cycle.endsOn }))
    return { actual: storedQuantity(line.dataType, actual), achievement, level }
  })
}

/** Where in `wanted` a person stands, all cycles of a year alike: most in the upper middle. */
export function standingOf(random: Random): number {
  return 3 + Math.floor(((random.fraction() + random.fraction() + random.fraction()) / 3) * 15)
}

export type ClosedLine = {
  readonly keyResultId: string
  readonly dataType: string
  readonly targets: readonly Field[]
  readonly weight: number
  readonly reached: readonly Reached[]
}

type Closed = {
  readonly number: number
  readonly documentId: string
  readonly employeeId: string
  readonly supervisorId: string
  readonly standing: number
  readonly lines: readonly ClosedLine[]
}

const assessmentColumns = [
  'document_id',
  'employee_id',
  'cycle_id',
  'version',
  'opened_at',
  'submitted_at',
  'submitted_by',
  'first_submitted_at',
  'no_difficulties',
  'approved_by',
  'approved_at',
  'closed_at',
  'updated_at',
  'updated_by',
] as const
const achievementColumns = [
  'key_result_id',
  'document_id',
  'weight',
  'data_type',
  'target_below',
  'target_meets',
  'target_exceeds',
  'recorded',
  'claimed',
  'actual',
  'achievement',
  'level',
  'recorded_at',
  'accepted_at',
  'accepted_by',
] as const
const meetingColumns = ['id', 'document_id', 'held_at', 'mode', 'recorded_by', 'recorded_at'] as const
const resultColumns = [
  'cycle_id',
  'employee_id',
  'status',
  'covered_days',
  'cycle_days',
  'result',
  'literal',
  'key_results',
  'segments',
  'closed_at',
] as const

/** When the cycle of a country is assessed and closed: the same days for everybody. */
export function closingDays({ startsOn, endsOn }: CountryCycle, date: string, calendar: Calendar) {
  const usual = addWorkingDays(endsOn, 12, calendar)
  const closedOn = usual < date ? usual : addWorkingDays(date, -1, calendar)
  const before = (days: number) => addWorkingDays(closedOn, -days, calendar)
  return {
    openedAt: at(before(20), '06:30'),
    sentAt: at(before(7), '09:30'),
    metAt: at(before(3), '10:30'),
    approvedAt: at(before(2), '12:30'),
    closedAt: at(closedOn, '14:10'),
    cycleDays: workingDaysBetween(addDays(startsOn, -1), endsOn, calendar),
  }
}
export type CountryClosing = ReturnType<typeof closingDays>

/** Writes the assessments of a closed cycle with what every line reached, and the result of each person. */
export function closingWriter(
  { writer, idOf }: Pick<World, 'writer' | 'idOf'>,
  { entity, place, days, random }: { entity: number; place: number; days: CountryClosing; random: Random },
): (closed: Closed) => void {
  const assessments = writer.open('assessments', assessmentColumns)
  const achievements = writer.open('achievements', achievementColumns)
  const meetings = writer.open('feedback_meetings', meetingColumns)
  const results = writer.open('cycle_results', resultColumns)
  const cycleId = idOf(kinds.cycle, entity, place)
  const { openedAt, sentAt, metAt, approvedAt, closedAt, cycleDays } = days
  return ({ number, documentId, employeeId, supervisorId, standing, lines }) => {
    assessments([
      documentId,
      employeeId,
      cycleId,
      10,
      openedAt,
      sentAt,
      employeeId,
      sentAt,
      true,
      supervisorId,
      approvedAt,
      approvedAt,
      approvedAt,
      supervisorId,
    ])
    const scored = lines.map(({ keyResultId, dataType, targets, weight, reached }) => {
      const place = Math.min(reached.length - 1, Math.max(0, standing + random.between(-3, 3)))
      const { actual, achievement, level } = reached[place] as Reached
      achievements([
        keyResultId,
        documentId,
        weight,
        dataType,
        ...targets,
        true,
        actual,
        actual,
        achievement,
        level,
        sentAt,
        approvedAt,
        supervisorId,
      ])
      return { achievement, weight }
    })
    meetings([idOf(kinds.feedback, entity, number), documentId, metAt, 'in_person', supervisorId, metAt])
    results([
      cycleId,
      employeeId,
      'counted',
      cycleDays,
      cycleDays,
      cycleResult(scored),
      literalResult(scored),
      scored.length,
      1,
      closedAt,
    ])
  }
}
