import { createHash } from 'node:crypto'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { annualMean } from '../src/features/appraisal/domain/freeze.ts'
import { applyCurve } from '../src/features/calibration/domain/curve.ts'
import { quotasOf, seatsOf } from '../src/features/calibration/domain/quotas.ts'
import { rankGroup } from '../src/features/calibration/domain/ranked-group.ts'
import { defaultTieTolerance } from '../src/features/calibration/domain/ties.ts'
import { placedPeople } from '../src/features/calibration/repository/preview.ts'
import { withEntity } from '../src/platform/db/with-entity.ts'
import { bandsOf, defaultBandCuts } from '../src/shared/ranks.ts'
import { cycleResult, literalResult } from '../src/shared/scoring.ts'
import { type ClosedCountry, closeEntity, openCountry, rules } from './support/closed-country.ts'
import { print } from './support/figures.ts'

const people = 20_000

type KeyResult = {
  readonly employee: string
  readonly ordinal: number
  readonly weight: number
  readonly achievement: number
}

/**
 * Every person's annual result, place and rank computed three times: in SQL by the product, in the pure TypeScript
 * that the browser runs, and by DuckDB, an engine that shares nothing with either. The digests must be equal.
 */
export async function run(): Promise<void> {
  const country = await openCountry(people)
  try {
    const lines: string[][] = [[], [], []]
    const [fromSql = [], fromTypeScript = [], fromDuck = []] = lines
    const times = { sql: 0, typescript: 0, duck: 0 }
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    for (const entity of country.entities) {
      const rows = await keyResultsOf(country, entity.id)
      times.sql += await clocked(async () => fromSql.push(...(await inSql(country, entity.id))))
      times.typescript += await clocked(async () => fromTypeScript.push(...inTypeScript(rows)))
      times.duck += await clocked(async () => fromDuck.push(...(await inDuck(duck, rows))))
    }
    const digests = [fromSql, fromTypeScript, fromDuck].map((all) =>
      createHash('sha256').update(all.toSorted().join('\n')).digest('hex'),
    )
    const equal = new Set(digests).size === 1 && fromSql.length === people
    print([
      { what: `${people} employees, ${people * 24} key results`, value: `${fromSql.length} results` },
      ...(['SQL', 'TypeScript', 'DuckDB'] as const).map((name, index) => ({
        what: name,
        value: `${digests[index]?.slice(0, 16)} in ${(Object.values(times)[index] ?? 0).toFixed(0)} ms`,
      })),
      { what: 'digests', value: equal ? 'equal' : 'DIFFERENT' },
    ])
    if (!equal) process.exitCode = 1
  } finally {
    await country.close()
  }
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function keyResultsOf({ db }: ClosedCountry, entityId: string): Promise<KeyResult[]> {
  return withEntity(db, { entityId, readOnly: true }, async (tx) => {
    const { rows } = await sql<KeyResult>`
      SELECT d.employee_id AS employee, c.ordinal, h.weight, h.achievement
        FROM achievements h JOIN performance_documents d ON d.id = h.document_id JOIN cycles c ON c.id = d.cycle_id`.execute(
      tx,
    )
    return rows
  })
}

const lineOf = (employee: string, result: bigint | string, position: number | string, rank: string) =>
  `${employee} ${result} ${position} ${rank}`

async function inSql({ db }: ClosedCountry, id: string): Promise<string[]> {
  await closeEntity(db, { id })
  return withEntity(db, { entityId: id, readOnly: true }, async (tx) => {
    const placed = await placedPeople(tx, rules)
    const { rows } = await sql<{
      id: string
      result: string
    }>`SELECT employee_id AS id, result FROM annual_results`.execute(tx)
    const results = new Map(rows.map((row) => [row.id, row.result]))
    return placed.map((one) => lineOf(one.employeeId, results.get(one.employeeId) ?? '', one.position, one.rank))
  })
}

function inTypeScript(rows: readonly KeyResult[]): string[] {
  const byPerson = Map.groupBy(rows, (row) => row.employee)
  const candidates = [...byPerson].map(([employeeId, own]) => {
    const cycles = [...Map.groupBy(own, (row) => row.ordinal)].map(([ordinal, lines]) => ({
      ordinal,
      months: 3,
      result: cycleResult(lines),
      literal: literalResult(lines),
    }))
    return { employeeId, result: annualMean(cycles).result ?? 0n }
  })
  const group = rankGroup(candidates, bandsOf(defaultBandCuts))
  const quotas = quotasOf(rules.shares, candidates.length)
  if (!quotas.ok) throw new Error(quotas.why)
  const mode = candidates.length < 30 ? 'advisory' : rules.mode
  const curve = applyCurve(group, {
    mode,
    seats: seatsOf(quotas.value),
    guardWeak: rules.guardWeak,
    tieTolerance: defaultTieTolerance,
  })
  return curve.people.map((one) => lineOf(one.employeeId, one.result, one.position, one.curveRank))
}

/** Written from the guide and the decisions, not from our SQL: raise only, ties up, advisory below thirty people. */
async function inDuck(
  duck: Awaited<ReturnType<DuckDBInstance['connect']>>,
  rows: readonly KeyResult[],
): Promise<string[]> {
  await duck.run('CREATE OR REPLACE TABLE kr (employee VARCHAR, ordinal INTEGER, weight BIGINT, achievement BIGINT)')
  const appender = await duck.createAppender('kr')
  for (const row of rows) {
    appender.appendVarchar(row.employee)
    appender.appendInteger(row.ordinal)
    appender.appendBigInt(BigInt(row.weight))
    appender.appendBigInt(BigInt(row.achievement))
    appender.endRow()
  }
  appender.closeSync()
  const reader = await duck.runAndReadAll(`
    WITH cycle AS (SELECT employee, ordinal, sum(weight * achievement) AS score FROM kr GROUP BY ALL),
    annual AS (SELECT employee, CAST((2 * sum(score) + count(*) * 10000) // (2 * count(*) * 10000) AS BIGINT) AS result FROM cycle GROUP BY employee),
    people AS (SELECT count(*) AS n FROM annual),
    share AS (SELECT * FROM (VALUES (1, 500), (2, 1500), (3, 5000), (4, 2000), (5, 1000)) AS v(place, share)),
    part AS (SELECT place, share * n // 10000 AS whole,
                    row_number() OVER (ORDER BY share * n % 10000 DESC, place DESC) AS turn, n FROM share, people),
    seats AS (SELECT place, whole + CASE WHEN turn <= n - (SELECT sum(whole) FROM part) THEN 1 ELSE 0 END AS seats FROM part),
    pool AS (SELECT sum(seats) AS pool FROM seats WHERE place >= 4),
    banded AS (SELECT employee, result, rank() OVER (ORDER BY result DESC) AS position,
                      CASE WHEN result < 50000000 THEN 'weak' WHEN result < 90000000 THEN 'average'
                           WHEN result < 110000000 THEN 'good' ELSE 'very_good' END AS band FROM annual)
    SELECT employee, result, position,
           CASE WHEN (SELECT n FROM people) < 30 OR band IN ('weak', 'average') THEN band
                WHEN position <= (SELECT pool FROM pool) THEN 'very_good' ELSE 'good' END AS curve
      FROM banded`)
  return reader
    .getRows()
    .map(([employee, result, position, curve]) =>
      lineOf(String(employee), String(result), String(position), String(curve)),
    )
}
