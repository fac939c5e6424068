import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addResult, afterTheYear, emptyEntity, year } from '../../../tests/support/appraisal-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { lengthInMonths } from '../../shared/period.ts'
import { bandsOf } from '../../shared/ranks.ts'
import { freezePerson } from './domain/freeze.ts'
import { freezeResults, scorePlans } from './repository/freeze.ts'

const { db } = await testDatabase()

const day = fc
  .integer({ min: 0, max: 730 })
  .map((days) => new Date(Date.UTC(year - 1, 6, 1) + days * 86_400_000).toISOString().slice(0, 10))

/** Results that fall on a half after the mean as often as chance allows: odd units around a rounding edge. */
const units = fc.oneof(
  fc.bigInt({ min: 0n, max: 1_200_000_000_000n }),
  fc.bigInt({ min: 0n, max: 120_000_000n }).map((micro) => micro * 10_000n + 5_000n),
)

const outcome = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      status: fc.constant('counted' as const),
      result: units,
      literal: fc.bigInt({ min: 0n, max: 120_000_000n }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('excused' as const, 'excluded' as const)
      .map((status) => ({ status, result: null, literal: null })),
  },
  { weight: 1, arbitrary: fc.constant({ status: 'undecided' as const, result: null, literal: null }) },
  { weight: 1, arbitrary: fc.constant({ status: 'zero' as const, result: 0n, literal: 0n }) },
)

const someone = fc.record({
  hiredOn: fc.oneof(
    fc.constant('2015-03-31'),
    day.filter((hired) => hired <= `${year}-12-31`),
  ),
  stays: fc.boolean(),
  leaves: day,
  inScope: fc.boolean().map((out) => !out || undefined),
  outcomes: fc.array(outcome, { minLength: 4, maxLength: 4 }),
})

const anyYear = fc.record({
  kind: fc.constantFrom('quarter' as const, 'third' as const, 'half' as const),
  formula: fc.constantFrom('weighted_sum' as const, 'seed_literal_mean' as const),
  serviceMonths: fc.integer({ min: 0, max: 11 }),
  people: fc.array(someone, { minLength: 1, maxLength: 12 }),
})

test('the statement and the TypeScript freeze the same results, over random years', async () => {
  await fc.assert(
    fc.asyncProperty(anyYear, async ({ kind, formula, serviceMonths, people }) => {
      const world = await emptyEntity(db)
      const cycles = await world.addCycles(kind)
      const rules = { serviceMonths, formula, bands: bandsOf({ average: 50, good: 90, veryGood: 110 }) }
      const all = people.map((one) => ({
        ...one,
        id: newId(),
        inScope: one.inScope !== undefined,
        exitedOn: one.stays || one.leaves < one.hiredOn ? null : one.leaves,
        cycles: cycles.flatMap((cycle, index) => {
          const found = one.outcomes[index]
          return found ? [{ ...found, ordinal: cycle.ordinal, months: lengthInMonths(kind), cycleId: cycle.id }] : []
        }),
      }))
      await world.addPeople(all)
      const frozen = await world.run(async (tx) => {
        for (const one of all) {
          for (const result of one.cycles) await addResult(tx, { ...result, employeeId: one.id })
        }
        await sql`INSERT INTO appraisal_years (year, id, status) VALUES (${year}, ${newId()}, 'open')`.execute(tx)
        await freezeResults(tx, { year, ...rules })
        await scorePlans(tx, { year })
        const { rows } = await sql<Row>`
          SELECT employee_id AS id, standing, result, literal, ranking, counted, lowest_cycle AS lowest, last_cycle AS last, band
            FROM annual_results`.execute(tx)
        return new Map(rows.map((row) => [row.id, row]))
      })
      const inYear = all.filter(
        ({ hiredOn, exitedOn }) => hiredOn <= `${year}-12-31` && (exitedOn ?? '9') >= `${year}-01-01`,
      )
      expect([...frozen.keys()].toSorted()).toEqual(inYear.map(({ id }) => id).toSorted())
      for (const one of inYear) {
        const expected = freezePerson({ ...one, year }, rules)
        const text = (value: bigint | null) => value?.toString() ?? null
        expect(frozen.get(one.id)).toEqual({
          id: one.id,
          standing: expected.standing,
          result: text(expected.result),
          literal: text(expected.literal),
          ranking: text(expected.ranking),
          counted: expected.counted,
          lowest: text(expected.lowest),
          last: text(expected.last),
          band: expected.band,
        })
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

type Row = {
  readonly id: string
  readonly standing: string
  readonly result: string | null
  readonly literal: string | null
  readonly ranking: string | null
  readonly counted: number
  readonly lowest: string | null
  readonly last: string | null
  readonly band: string | null
}

test('a person is frozen as on the last day of the year, whatever happens later', async () => {
  const world = await emptyEntity(db)
  const [head, boss, other, person] = [newId(), newId(), newId(), newId()]
  await world.addPeople([
    { id: head, inScope: false },
    { id: boss, supervisorId: head },
    { id: other, supervisorId: head },
    { id: person, supervisorId: boss, gender: 'male' },
  ])
  await world.addCycles('half')
  await world.run(async (tx) => {
    await sql`UPDATE supervisions SET valid_to = '2026-01-04' WHERE employee_id = ${person}`.execute(tx)
    await sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from)
              VALUES (${newId()}, ${person}, ${other}, '2026-01-05')`.execute(tx)
    for (const [kind, from, to] of [
      ['maternity_leave', '2024-12-20', '2025-01-10'],
      ['mission', '2025-03-01', '2025-03-10'],
      ['sick_leave', '2025-12-30', '2026-01-10'],
    ]) {
      await sql`INSERT INTO absences (id, employee_id, kind, starts_on, ends_on, recorded_at)
                VALUES (${newId()}, ${person}, ${kind}, ${from}, ${to}, ${afterTheYear})`.execute(tx)
    }
    await sql`INSERT INTO appraisal_years (year, id, status) VALUES (${year}, ${newId()}, 'open')`.execute(tx)
    const bands = bandsOf({ average: 50, good: 90, veryGood: 110 })
    await freezeResults(tx, { year, serviceMonths: 6, bands, formula: 'weighted_sum' })
    const { rows } = await sql`
      SELECT standing, supervisor_id, higher_official_id, gender, level, job_family, leave_days, division_id, division_path::text AS path
        FROM annual_results WHERE employee_id = ${person}`.execute(tx)
    expect(rows).toEqual([
      {
        standing: 'all_excused',
        supervisor_id: boss,
        higher_official_id: head,
        gender: 'male',
        level: 5,
        job_family: 'specialist',
        leave_days: 12,
        division_id: world.division,
        path: world.division.replaceAll('-', ''),
      },
    ])
  })
})
