import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sampleMinistry } from '../../../tests/support/ministry.ts'
import { withEntity } from '../../platform/db/with-entity.ts'
import { recompute } from './domain/recompute.ts'
import { explanation as schema } from './schema/explanation.ts'
import { contract } from './schema.ts'
import { explain } from './usecases/explain.ts'
import { teamOf } from './usecases/line.ts'
import { performanceRecord } from './usecases/record.ts'

const world = await sampleMinistry()
const inMinistry = <T>(work: Parameters<typeof withEntity<T>>[2]) =>
  withEntity(world.db, { entityId: world.ministry.id }, work)

test('every result of the sample is recomputed from its own explanation', async () => {
  const people = await inMinistry(async (tx) => {
    const { rows } = await sql<{ employeeId: string; year: number }>`
      SELECT employee_id AS "employeeId", year FROM annual_results ORDER BY year, employee_id`.execute(tx)
    return rows
  })
  expect(people.length).toBeGreaterThan(100)
  const wrong: unknown[] = []
  for (const one of people) {
    const found = await inMinistry((tx) => explain(tx, one))
    const read = schema.safeParse(found?.explanation)
    if (!read.success) wrong.push({ ...one, issues: read.error.issues.slice(0, 2) })
    else {
      const verdict = recompute(read.data)
      if (!verdict.equal) wrong.push({ ...one, ...verdict.first, standing: read.data.standing })
    }
  }
  expect(wrong.filter((_, index) => index % Math.ceil(wrong.length / 10) === 0)).toEqual([])
})

test('the screens of a supervisor and of a person fit their schema', async () => {
  const now = world.clock.now
  const actors = await inMinistry(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT DISTINCT supervisor_id AS id FROM annual_results WHERE supervisor_id IS NOT NULL LIMIT 20`.execute(tx)
    return rows.map(({ id }) => ({
      identityId: id,
      employeeId: id,
      entityId: world.ministry.id,
      roles: [],
      sessionId: id,
    }))
  })
  for (const actor of actors) {
    const team = await inMinistry((tx) => teamOf({ actor, now, tx }))
    contract['GET /api/appraisal/team'].response.parse(team)
    const record = await inMinistry((tx) => performanceRecord({ actor, now, tx }))
    contract['GET /api/appraisal/record'].response.parse(record)
  }
})
