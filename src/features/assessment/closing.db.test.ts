import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { addDays, dateToDay, dayToDate } from '../../shared/dates.ts'
import { boundsOf, type CycleKind, periodsOfYear } from '../../shared/period.ts'
import { calendarOf } from '../../shared/working-days.ts'
import { type AbsenceFact, type DocumentFact, outcomeOf, type PersonFacts } from './domain/outcome.ts'
import { countCycles } from './repository/closing.ts'
import { countedDays } from './usecases/counting.ts'

const { db, owner } = await testDatabase()
// Whole plans are not what is tested here: the backstop of their weights has its own tests.
await owner.query('ALTER TABLE performance_documents DISABLE TRIGGER performance_documents_complete')

const now = new Date('2027-01-20T08:00:00Z')
const holidays = ['2026-01-15', '2026-03-20', '2026-03-22', '2026-05-27', '2026-11-18', '2026-11-19']
const calendar = calendarOf({ weekend: [5, 6], holidays })
const firstDay = dateToDay('2026-01-01')
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((offset) => dayToDate(firstDay + offset))

/** Ordered days cut a year into stretches that do not overlap, as the database demands of absences. */
const absences = fc.uniqueArray(fc.integer({ min: -40, max: 400 }), { maxLength: 8 }).chain((edges) => {
  const sorted = edges.toSorted((a, b) => a - b)
  const count = Math.floor(sorted.length / 2)
  const kinds = [
    'annual_leave',
    'sick_leave',
    'maternity_leave',
    'study_leave',
    'unpaid_leave',
    'secondment',
    'training',
    'mission',
  ]
  return fc.array(fc.constantFrom(...kinds), { minLength: count, maxLength: count }).map((chosen) =>
    chosen.map(
      (kind, index): AbsenceFact => ({
        kind,
        startsOn: dayToDate(firstDay + (sorted[2 * index] ?? 0)),
        endsOn: dayToDate(firstDay + (sorted[2 * index + 1] ?? 0)),
      }),
    ),
  )
})

const lines = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }).chain((parts) => {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const weights = parts.map((part) => Math.floor((part * 10_000) / whole))
  weights[0] = (weights[0] ?? 0) + 10_000 - weights.reduce((sum, weight) => sum + weight, 0)
  return fc.tuple(
    ...weights.map((weight) =>
      fc.integer({ min: 0, max: 120_000_000 }).map((achievement) => ({ achievement, weight })),
    ),
  )
})

type Cut = { agreed: boolean; closed: boolean; lines: DocumentFact['lines']; share: number }
const cuts: fc.Arbitrary<Cut[]> = fc.array(
  fc.record({ agreed: fc.boolean(), closed: fc.boolean(), lines, share: fc.integer({ min: 1, max: 99 }) }),
  { maxLength: 3 },
)

/** Up to three documents one after the other: each but the last ends on a day, the next begins on the one after. */
function documentsIn({ startsOn, endsOn }: { startsOn: string; endsOn: string }, all: readonly Cut[]): DocumentFact[] {
  let from: string | null = null
  return all.map((one, index) => {
    const start = from ?? startsOn
    const length = dateToDay(endsOn) - dateToDay(start)
    const last = index === all.length - 1 || length < 2
    const to = last ? null : addDays(start, Math.floor((length * one.share) / 100))
    const fact = {
      startsOn: from,
      endsOn: to,
      agreed: one.agreed || one.closed,
      closed: one.closed,
      lines: one.lines,
    }
    from = to === null ? addDays(endsOn, 0) : addDays(to, 1)
    return fact
  })
}

const person = fc.record({
  hiredOn: fc.oneof({ weight: 3, arbitrary: fc.constant('2020-01-01') }, { weight: 1, arbitrary: day(-20, 360) }),
  service: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 300 }) },
  ),
  absences,
  cycles: fc.array(cuts, { minLength: 4, maxLength: 4 }),
})

type Sampled = {
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly absences: readonly AbsenceFact[]
  readonly documents: readonly (readonly DocumentFact[])[]
}

async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  for (let index = 0; index < rows.length; index += 500) {
    const part = rows.slice(index, index + 500)
    await tx
      .insertInto(table as 'employees')
      .values(part as never)
      .execute()
  }
}

async function entity(kind: CycleKind, people: readonly Sampled[]) {
  const entityId = newId()
  const code = `e-${entityId.slice(-12)}`
  await withPlatform(db, (tx) =>
    sql`INSERT INTO entities (id, code, name_ar, name_en, created_at) VALUES (${entityId}, ${code}, 'وزارة', 'Ministry', ${now})`.execute(
      tx,
    ),
  )
  const cycles = periodsOfYear(kind, 2026).map((period) => ({
    id: newId(),
    ordinal: period.ordinal,
    ...boundsOf(period),
  }))
  const ids = people.map(() => newId())
  await withEntity(db, { entityId }, async (tx) => {
    await insert(tx, 'cycle_years', [{ year: 2026, kind }])
    await insert(
      tx,
      'cycles',
      cycles.map((one) => ({
        id: one.id,
        year: 2026,
        kind,
        ordinal: one.ordinal,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
        plan_due_on: one.endsOn,
        status: 'open',
      })),
    )
    await insert(
      tx,
      'employees',
      people.map((one, index) => ({
        id: ids[index],
        civil_number: String(10_000_000 + index),
        employee_number: String(index),
        name_ar: 'اسم',
        name_en: 'Name',
        gender: 'female',
        hired_on: one.hiredOn,
        exited_on: one.exitedOn,
        in_scope: true,
        created_at: now,
      })),
    )
    await insert(
      tx,
      'absences',
      people.flatMap((one, index) =>
        one.absences.map((absence) => ({
          id: newId(),
          employee_id: ids[index],
          kind: absence.kind,
          starts_on: absence.startsOn,
          ends_on: absence.endsOn,
          recorded_at: now,
        })),
      ),
    )
    const documents = people.flatMap((one, index) =>
      one.documents.flatMap((list, ordinal) =>
        list.map((fact, segment) => ({
          fact,
          id: newId(),
          employeeId: ids[index] ?? '',
          cycleId: cycles[ordinal]?.id ?? '',
          segment: segment + 1,
          latest: segment === list.length - 1,
        })),
      ),
    )
    await insert(
      tx,
      'performance_documents',
      documents.map((one) => ({
        id: one.id,
        cycle_id: one.cycleId,
        employee_id: one.employeeId,
        segment: one.segment,
        latest: one.latest,
        starts_on: one.fact.startsOn,
        ends_on: one.fact.endsOn,
        status: one.fact.closed ? 'closed' : one.fact.agreed ? 'agreed' : 'draft',
        status_since: now,
        agreed_at: one.fact.agreed ? now : null,
        updated_at: now,
        created_at: now,
      })),
    )
    const closed = documents.filter((one) => one.fact.closed)
    await insert(
      tx,
      'assessments',
      closed.map((one) => ({
        document_id: one.id,
        employee_id: one.employeeId,
        cycle_id: one.cycleId,
        opened_at: now,
        updated_at: now,
      })),
    )
    await insert(
      tx,
      'achievements',
      closed.flatMap((one) =>
        one.fact.lines.map((line) => ({
          key_result_id: newId(),
          document_id: one.id,
          weight: line.weight,
          data_type: 'number',
          target_below: 1,
          target_meets: 2,
          target_exceeds: 3,
          recorded: true,
          achievement: line.achievement,
        })),
      ),
    )
  })
  return { entityId, cycles, ids }
}

test('the statement that closes an entity and the pure rule agree over random years', async () => {
  const met = new Set<string>()
  const kinds = fc.constantFrom<CycleKind>('quarter', 'third', 'half')
  await fc.assert(
    fc.asyncProperty(
      kinds,
      fc.array(person, { minLength: 25, maxLength: 40 }),
      fc.constantFrom(1, 34, 50, 75, 100),
      fc.constantFrom(1, 3),
      async (kind, sampled, coverageShare, hostMonths) => {
        const bounds = periodsOfYear(kind, 2026).map(boundsOf)
        const people: Sampled[] = sampled.map((one) => ({
          hiredOn: one.hiredOn,
          exitedOn:
            one.service === null ? null : addDays(one.hiredOn < '2026-01-01' ? '2026-01-01' : one.hiredOn, one.service),
          absences: one.absences,
          documents: bounds.map((cycle, index) => documentsIn(cycle, one.cycles[index] ?? [])),
        }))
        const { entityId, cycles, ids } = await entity(kind, people)
        const found = await withEntity(db, { entityId }, async (tx) => {
          const days = countedDays(cycles, calendar)
          await countCycles(tx, { cycles, employeeIds: null, days, coverageShare, hostMonths, now })
          const { rows } = await sql<Record<string, string | number | null>>`
            SELECT cycle_id AS "cycleId", employee_id AS "employeeId", status, cause, covered_days AS "coveredDays",
                   cycle_days AS "cycleDays", result::text, literal::text, key_results AS "keyResults", segments
              FROM cycle_results`.execute(tx)
          return new Map(rows.map((row) => [`${row.cycleId} ${row.employeeId}`, row]))
        })
        for (const [index, one] of people.entries()) {
          for (const [ordinal, cycle] of cycles.entries()) {
            const facts: PersonFacts = { ...one, documents: one.documents[ordinal] ?? [] }
            const row = found.get(`${cycle.id} ${ids[index]}`)
            const served = one.hiredOn <= cycle.endsOn && (one.exitedOn === null || one.exitedOn >= cycle.startsOn)
            if (!served && facts.documents.length === 0) {
              expect(row).toBeUndefined()
              continue
            }
            const expected = outcomeOf(facts, { cycle, calendar, coverageShare, hostMonths })
            met.add(`${expected.status} ${expected.cause}${expected.segments > 1 ? ' in segments' : ''}`)
            expect(row).toEqual({
              ...expected,
              cycleId: cycle.id,
              employeeId: ids[index],
              result: expected.result?.toString() ?? null,
              literal: expected.literal?.toString() ?? null,
            })
          }
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  )
  for (const outcome of ['counted null in segments', 'excused leave', 'excused joined', 'excused left'])
    expect(met).toContain(outcome)
  for (const cause of ['no_document', 'not_agreed', 'not_assessed']) expect(met).toContain(`undecided ${cause}`)
}, 300_000)
