import { Kysely, PostgresDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { noon, smallMinistry } from '../../../tests/support/performance-world.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { withEntity } from '../../platform/db/with-entity.ts'
import { parsed } from '../../platform/http/validation.ts'
import { contract } from './schema.ts'
import { closeIdleSessions } from './usecases/by-the-clock.ts'
import * as editing from './usecases/editing.ts'

const { db, app } = await testDatabase()

const patchBody = contract['PATCH /api/performance/documents/:id/key-results/:keyResultId'].body
const patched = (body: unknown) => parsed(patchBody, body, 'body') as editing.KeyResultPatch
const refusalOf = (body: unknown) => {
  try {
    patched(body)
    return null
  } catch (error) {
    return (error as { fields?: { path: string; code: string }[] }).fields?.[0]
  }
}

test.each([
  [{ weight: '12.345' }, 'weight', 'performance.weight_decimals'],
  [{ weight: '-1' }, 'weight', 'performance.weight_negative'],
  [{ weight: '100.01' }, 'weight', 'performance.weight_range'],
  [{ weight: 'كثير' }, 'weight', 'performance.weight_not_a_number'],
])('the weight %j is refused beside its field', (body, path, code) => {
  expect(refusalOf(body)).toMatchObject({ path, code })
})

test('a weight in Arabic digits, with bidi marks around it, is the same weight', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  await world.change(id, keyResults[0] ?? '', patched({ weight: '\u200f٦٠٫٠٠\u200f', statement: 'نسبة\u202e الخدمات' }))
  const view = await world.view(id, 'employee')
  expect(view).toMatchObject({ weightTotal: '100' })
  expect(view.content?.objectives[0]?.keyResults[0]).toMatchObject({ weight: '60', statement: 'نسبة الخدمات' })
})

test.each([
  ['5999', '99.99', 'performance.weights_missing'],
  ['6001', '100.01', 'performance.weights_over'],
])('a document of %s basis points and 4000 is kept and not sent', async (first, total, code) => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  await world.write(id, 'employee', [Number(first), 4000])
  expect(await world.view(id, 'employee')).toMatchObject({
    weightTotal: total,
    can: { submit: { allowed: false, why: 'performance.incomplete' } },
  })
  await expect(world.move(id, 'submit', 'employee')).rejects.toMatchObject({
    code: 'performance.incomplete',
    fields: [{ path: 'weights', code, params: { by: '0.01' } }],
  })
})

test('targets out of order, and a date outside the cycle, are kept while writing and block the sending', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  await world.change(id, keyResults[0] ?? '', { targets: { below: '80', meets: '80', exceeds: '95' } })
  await world.change(id, keyResults[1] ?? '', {
    dataType: 'date',
    targets: { below: '2026-04-05', meets: '2026-03-20', exceeds: '2026-03-01' },
  })
  const { problems } = await world.view(id, 'employee')
  expect(problems.filter((one) => one.severity === 'blocks')).toMatchObject([
    { path: `keyResults/${keyResults[0]}/targets`, code: 'performance.targets_below_equals_meets' },
    {
      path: `keyResults/${keyResults[1]}/targets/below`,
      code: 'performance.date_outside_cycle',
      params: { from: '2026-01-01', to: '2026-03-31' },
    },
  ])
})

test('a target that is no value of its type is refused beside its field, and nothing is half-written', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults, objectiveId } = await world.write(id)
  const before = await world.view(id, 'employee')
  await expect(world.change(id, keyResults[0] ?? '', { weight: 10, targets: { meets: 'غدًا' } })).rejects.toMatchObject({
    code: 'performance.invalid_targets',
    fields: [{ path: 'targets/meets', code: 'decimal.not_a_number' }],
  })
  const good = {
    statement: 'نتيجة',
    dataType: 'number' as const,
    targets: { below: '1', meets: '2', exceeds: '3' },
    weight: 100,
  }
  const wrong = { ...good, targets: { below: '1', meets: 'x', exceeds: 'y' } }
  await expect(
    world.run((tx) =>
      editing.pasteKeyResults({
        id,
        version: before.version,
        objectiveId,
        rows: [good, wrong],
        actor: world.actor('employee'),
        newId,
        now: noon,
        tx,
      }),
    ),
  ).rejects.toMatchObject({ fields: [{ path: 'rows/1/targets/meets' }, { path: 'rows/1/targets/exceeds' }] })
  expect(await world.view(id, 'employee')).toEqual(before)
})

test('several key results are pasted at once', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { objectiveId } = await world.write(id, 'employee', [])
  const rows = [2500, 2500, 5000].map((weight, index) => ({
    statement: `نتيجة ${index}`,
    dataType: 'number' as const,
    targets: { below: '20', meets: '12', exceeds: '8' },
    weight,
  }))
  const saved = await world.run(async (tx) =>
    editing.pasteKeyResults({
      id,
      version: (await world.view(id, 'employee')).version,
      objectiveId,
      rows,
      actor: world.actor('employee'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(saved.weightTotal).toBe('100')
  expect(saved.content.objectives[0]?.keyResults.map((one) => one.statement)).toEqual(['نتيجة 0', 'نتيجة 1', 'نتيجة 2'])
})

test('the supervisor never edits a returned document, and to a stranger it does not exist', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  await world.move(id, 'submit', 'employee')
  await world.move(id, 'sendBack', 'supervisor', { note: 'تعديل' })
  const change = (who: Parameters<typeof world.change>[3]) => world.change(id, keyResults[0] ?? '', { weight: 1 }, who)
  await expect(change('supervisor')).rejects.toMatchObject({ code: 'performance.only_employee_edits', status: 403 })
  await expect(change('boss')).rejects.toMatchObject({ code: 'performance.only_employee_edits' })
  await expect(change('team')).rejects.toMatchObject({ code: 'performance.only_employee_edits' })
  await expect(change('stranger')).rejects.toMatchObject({ code: 'performance.not_found', status: 404 })
})

test('two tabs on one document: the second is told who changed it and when, and loses nothing', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  const seen = await world.versionOf(id)
  await world.change(id, keyResults[0] ?? '', { statement: 'من النافذة الأولى' }, 'employee', seen)
  await expect(
    world.change(id, keyResults[1] ?? '', { statement: 'من الثانية' }, 'employee', seen),
  ).rejects.toMatchObject({
    code: 'http.changed_by_other',
    status: 412,
    params: { by: 'اسم employee', at: noon.toISOString() },
  })
})

test('a link to a plan of another entity, or of another year, is refused', async () => {
  const [world, other] = [await smallMinistry(db), await smallMinistry(db)]
  const id = world.documentOf('employee')
  const { objectiveId } = await world.write(id)
  const link = async (nodeIds: string[]) =>
    world.run(async (tx) =>
      editing.setLinks({
        id,
        version: (await world.view(id, 'employee')).version,
        objectiveId,
        nodeIds,
        actor: world.actor('employee'),
        newId,
        now: noon,
        tx,
      }),
    )
  await expect(link([other.nodes.programme])).rejects.toMatchObject({ code: 'performance.node_not_in_plan' })
  const saved = await link([world.nodes.objective, world.nodes.programme])
  expect(saved.content.objectives[0]?.links.map((one) => one.code).toSorted()).toEqual(['O-01', 'P-03'])
  await expect(other.view(id, 'employee')).rejects.toMatchObject({ code: 'performance.not_found' })
})

test('lines are put in a new order, also across objectives, and a stale order is refused', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const [first, second] = [await world.write(id), await world.write(id, 'employee', [])]
  const order = [
    { id: second.objectiveId, keyResultIds: [first.keyResults[1] ?? ''] },
    { id: first.objectiveId, keyResultIds: [first.keyResults[0] ?? ''] },
  ]
  const reorder = (asked: typeof order) =>
    world.run(async (tx) =>
      editing.reorder({
        id,
        version: await currentVersion(id),
        order: asked,
        actor: world.actor('employee'),
        newId,
        now: noon,
        tx,
      }),
    )
  const currentVersion = (documentId: string) => world.versionOf(documentId)
  const saved = await reorder(order)
  expect(saved.content.objectives.map((one) => [one.id, one.keyResults.map((key) => key.id)])).toEqual(
    order.map((one) => [one.id, one.keyResultIds]),
  )
  await expect(reorder(order.slice(1))).rejects.toMatchObject({ code: 'performance.order_does_not_match' })
})

test('an objective goes with its key results, and the kept total with them', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { objectiveId } = await world.write(id)
  const saved = await world.run(async (tx) =>
    editing.removeObjective({
      id,
      version: (await world.view(id, 'employee')).version,
      objectiveId,
      actor: world.actor('employee'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(saved).toMatchObject({ weightTotal: '0', content: { objectives: [] } })
})

test('saving a key result takes a handful of statements, however long the document', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(
    id,
    'employee',
    Array.from({ length: 20 }, () => 500),
  )
  const version = await world.versionOf(id)
  const count = await statementsOf(world.entityId, (tx) =>
    editing.changeKeyResult({
      id,
      version,
      keyResultId: keyResults[3] ?? '',
      patch: { weight: 450 },
      actor: world.actor('employee'),
      newId,
      now: noon,
      tx,
    }),
  )
  expect(count).toBe(2)
})

test('an editing session leaves one audit row, half an hour after the last keystroke or on sending', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  await world.write(id)
  const told = () =>
    world.run(async (tx) => {
      const { rows } = await sql<{ payload: { before: { objectives: unknown[] }; after: { objectives: unknown[] } } }>`
        SELECT payload FROM audit_events WHERE subject_id = ${id} AND action = 'performance.edit'`.execute(tx)
      return rows.map((row) => [row.payload.before.objectives.length, row.payload.after.objectives.length])
    })
  const idle = (minutes: number) =>
    world.run((tx) =>
      closeIdleSessions({ tx, entityId: world.entityId, now: new Date(noon.getTime() + minutes * 60_000), newId }),
    )
  await idle(20)
  expect(await told()).toEqual([])
  await idle(31)
  await idle(32)
  expect(await told()).toEqual([[0, 1]])
  await world.write(id, 'employee', [])
  await idle(61 + 31)
  expect(await told()).toEqual([
    [0, 1],
    [1, 2],
  ])
})

/** Counts the statements between BEGIN and COMMIT. */
async function statementsOf(
  entityId: string,
  work: (tx: Parameters<Parameters<typeof withEntity>[2]>[0]) => Promise<unknown>,
): Promise<number> {
  let count = 0
  const counting = new Kysely({
    dialect: new PostgresDialect({ pool: app }),
    log: () => {
      count += 1
    },
  }) as unknown as Database
  await withEntity(counting, { entityId }, work)
  return count - 2
}
