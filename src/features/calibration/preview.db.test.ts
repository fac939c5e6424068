import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { bandOf, bandsOf, defaultBandCuts } from '../../shared/ranks.ts'
import { applyCurve, type CurveMode, curveModes } from './domain/curve.ts'
import { quotasOf, type Shares, seatsOf } from './domain/quotas.ts'
import { rankGroup } from './domain/ranked-group.ts'
import { canonicalList } from './domain/signing.ts'
import { defaultTieTolerance } from './domain/ties.ts'
import { currentDigest } from './repository/check-runs.ts'
import { placedPeople, previewCurve } from './repository/preview.ts'

const { db } = await testDatabase()
const bands = bandsOf(defaultBandCuts)
const now = new Date('2026-02-01T08:00:00Z')
const year = 2025

class Undo extends Error {}

/** Runs over rows that nobody keeps. */
async function inVain(work: (tx: Tx) => Promise<void>): Promise<void> {
  const entityId = newId()
  await withPlatform(db, async (tx) => {
    await sql`INSERT INTO entities (id, code, name_ar, name_en, created_at)
              VALUES (${entityId}, ${`e-${entityId.slice(-12)}`}, 'وزارة التجربة', 'Trial Ministry', ${now})`.execute(
      tx,
    )
  })
  await withEntity(db, { entityId }, async (tx) => {
    await work(tx)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
}

type Some = { readonly result: number; readonly ranking: number }
type GroupOf = { readonly people: readonly Some[]; readonly hasQuotas: boolean }

async function lay(tx: Tx, groups: readonly GroupOf[]) {
  await sql`INSERT INTO appraisal_years (year, id, status, freezes, frozen_at) VALUES (${year}, ${newId()}, 'frozen', 1, ${now})`.execute(
    tx,
  )
  const laid = groups.map(({ people, hasQuotas }) => ({
    id: newId(),
    hasQuotas,
    people: people.map((one) => ({
      employeeId: newId(),
      result: BigInt(one.result) * 1_000_000n,
      ranking: BigInt(one.ranking) * 1_000_000n,
    })),
  }))
  const everybody = laid.flatMap((group) => group.people.map((one) => ({ ...one, groupId: group.id })))
  for (const group of laid) {
    await sql`INSERT INTO calibration_groups (id, year, size, mode, quotas, outcome)
              VALUES (${group.id}, ${year}, ${group.people.length}, 'advisory', '[]', ${JSON.stringify({ hasQuotas: group.hasQuotas, ties: [] })})`.execute(
      tx,
    )
  }
  const ids = everybody.map((one) => one.employeeId)
  await sql`INSERT INTO employees (id, civil_number, name_ar, name_en, gender, hired_on, in_scope, created_at)
            SELECT n.id, (10000000 + n.place)::text, 'اسم', 'Name', 'female', '2020-01-01', true, ${now}
              FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS n (id, place)`.execute(tx)
  await sql`INSERT INTO annual_results (year, employee_id, status, standing, result, ranking, gender, band, group_id, position, curve_rank)
            SELECT ${year}, n.id, 'preliminary', 'ranked', n.result, n.ranking, 'female', n.band, n.group_id, 1, n.band
              FROM unnest(${ids}::uuid[], ${everybody.map((one) => String(one.result))}::bigint[],
                          ${everybody.map((one) => String(one.ranking))}::bigint[],
                          ${everybody.map((one) => bandOf(one.result, bands))}::text[],
                          ${everybody.map((one) => one.groupId)}::uuid[]) AS n (id, result, ranking, band, group_id)`.execute(
    tx,
  )
  return laid
}

const points = fc.record({ result: fc.integer({ min: 30, max: 120 }), ranking: fc.integer({ min: 60, max: 120 }) })
const alike = fc.integer({ min: 40, max: 120 }).map((result) => ({ result, ranking: result }))
const groupOf = fc.record({
  people: fc.oneof(
    fc.array(alike, { minLength: 1, maxLength: 60 }),
    fc.array(points, { minLength: 1, maxLength: 30 }),
    // Everybody equal.
    alike.chain((one) => fc.integer({ min: 1, max: 40 }).map((size) => Array.from({ length: size }, () => one))),
  ),
  hasQuotas: fc.boolean(),
})
const sharesOf = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 })
  .map((cuts) => cuts.toSorted((a, b) => a - b))
  .map(
    ([a = 0, b = 0, c = 0, d = 0]): Shares => ({
      weak: a,
      average: b - a,
      good: c - b,
      very_good: d - c,
      excellent: 10_000 - d,
    }),
  )

type Asked = { shares: Shares; mode: CurveMode; guardWeak: boolean }

async function expectEqual(tx: Tx, laid: Awaited<ReturnType<typeof lay>>, { shares, mode, guardWeak }: Asked) {
  const placed = await placedPeople(tx, { year, shares, mode, guardWeak })
  const previews = await previewCurve(tx, { year, shares, mode, guardWeak })
  for (const group of laid) {
    const quotas = quotasOf(shares, group.people.length)
    if (!quotas.ok) throw new Error(quotas.why)
    const seats = seatsOf(quotas.value)
    const { people, summary } = applyCurve(rankGroup(group.people, bands), {
      mode: group.hasQuotas ? mode : 'advisory',
      seats,
      guardWeak,
      tieTolerance: defaultTieTolerance,
    })
    expect(placed.filter((one) => one.groupId === group.id)).toEqual(
      people.map((one) => ({
        employeeId: one.employeeId,
        groupId: group.id,
        position: one.position,
        rank: one.curveRank,
      })),
    )
    const { weak, average, good, very_good: veryGood } = summary.counts
    expect(previews.find((one) => one.groupId === group.id)).toEqual({
      groupId: group.id,
      people: group.people.length,
      counts: [weak, average, good, veryGood],
      raised: summary.raised,
      lowered: summary.lowered,
      seats: [seats.weak, seats.average, seats.good, seats.very_good + seats.excellent],
      lastLifted: summary.lastLifted === null ? null : String(summary.lastLifted),
    })
  }
}

describe('the curve in one statement', () => {
  test('equals the curve in TypeScript over random groups, ties, guards and shares, in every mode', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(groupOf, { minLength: 1, maxLength: 4 }),
        sharesOf,
        fc.boolean(),
        async (groups, shares, guardWeak) => {
          await inVain(async (tx) => {
            const laid = await lay(tx, groups)
            for (const mode of curveModes) await expectEqual(tx, laid, { shares, mode, guardWeak })
          })
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  const usual: Shares = { weak: 500, average: 1500, good: 5000, very_good: 2000, excellent: 1000 }
  test.each([1, 2, 3, 7, 19, 37])('equals it for %i people of different results', async (size) => {
    await inVain(async (tx) => {
      const people = Array.from({ length: size }, (_, index) => ({ result: 60 + index, ranking: 60 + index }))
      const laid = await lay(tx, [{ people, hasQuotas: true }])
      for (const mode of curveModes) await expectEqual(tx, laid, { shares: usual, mode, guardWeak: true })
    })
  })

  test('answers nothing where nobody has a result', async () => {
    await inVain(async (tx) => {
      await lay(tx, [])
      expect(await previewCurve(tx, { year, shares: usual, mode: 'full_curve', guardWeak: true })).toEqual([])
    })
  })

  test('looks at one group alone when asked to', async () => {
    await inVain(async (tx) => {
      const two = { people: [{ result: 100, ranking: 100 }], hasQuotas: true }
      const [first] = await lay(tx, [two, two])
      const rows = await previewCurve(tx, {
        year,
        groupId: first?.id,
        shares: usual,
        mode: 'raise_only',
        guardWeak: true,
      })
      expect(rows.map((row) => row.groupId)).toEqual([first?.id])
    })
  })
})

test('the digest that the database gives is that of the list that anybody can write down', async () => {
  const { createHash } = await import('node:crypto')
  await inVain(async (tx) => {
    const laid = await lay(tx, [
      {
        people: [
          { result: 100, ranking: 100 },
          { result: 40, ranking: 40 },
        ],
        hasQuotas: true,
      },
    ])
    const results = laid.flatMap((group) =>
      group.people.map((one) => ({
        employeeId: one.employeeId,
        rank: bandOf(one.result, bands),
        result: one.result,
      })),
    )
    const expected = createHash('sha256')
      .update(canonicalList(year, 1, results))
      .digest('hex')
    expect(await currentDigest(tx, { year })).toBe(expected)
  })
})
