import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { noon, smallMinistry } from '../../../tests/support/performance-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { addKeyResult, removeKeyResult } from './usecases/editing.ts'
import { decideMany } from './usecases/move.ts'

const { db } = await testDatabase()

type Outcome = 'done' | string

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('fifty editors at once never leave a document with anything but its checked sum', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { objectiveId, keyResults } = await world.write(id, 'employee', [2000, 2000, 2000, 2000, 2000])
  const actor = world.actor('employee')
  const edit = async (editor: number): Promise<Outcome[]> => {
    const outcomes: Outcome[] = []
    for (let round = 0; round < 4; round += 1) {
      const keyResultId = keyResults[(editor + round) % keyResults.length] ?? ''
      const version = await world.versionOf(id)
      const kind = (editor + round) % 5
      if (kind === 3) {
        const keyResult = {
          statement: 'أخرى',
          dataType: 'number' as const,
          targets: { below: '1', meets: '2', exceeds: '3' },
          weight: editor,
        }
        outcomes.push(
          await outcomeOf(
            world.run((tx) => addKeyResult({ id, version, objectiveId, keyResult, actor, newId, now: noon, tx })),
          ),
        )
      } else if (kind === 4 && round === 3 && editor % 10 === 0) {
        outcomes.push(
          await outcomeOf(
            world.run((tx) => removeKeyResult({ id, version, keyResultId, actor, newId, now: noon, tx })),
          ),
        )
      } else {
        outcomes.push(
          await outcomeOf(
            world.change(id, keyResultId, { weight: (editor * 37 + round * 11) % 3000 }, 'employee', version),
          ),
        )
      }
    }
    return outcomes
  }
  const outcomes = (await Promise.all(Array.from({ length: 50 }, (_, editor) => edit(editor)))).flat()
  const allowed = ['done', 'http.changed_by_other', 'performance.line_not_found', 'performance.too_many']
  expect(outcomes.filter((one) => !allowed.includes(one))).toEqual([])
  const done = outcomes.filter((one) => one === 'done').length
  expect(done).toBeGreaterThan(0)
  const { rows } = await world.run((tx) =>
    sql<{ version: number; kept: number; sum: number }>`
      SELECT d.version, d.weight_total AS kept, (SELECT sum(weight)::int FROM key_results k WHERE k.document_id = d.id) AS sum
        FROM performance_documents d WHERE d.id = ${id}`.execute(tx),
  )
  // 1 at first, 6 writes before the race, then one for every edit that was done.
  expect(rows[0]).toEqual({ version: 7 + done, kept: rows[0]?.sum, sum: rows[0]?.sum })
})

test('two hundred approval races have one winner each', async () => {
  const world = await smallMinistry(db, { extra: 40 })
  await world.delegate('supervisor', 'deputy')
  let winners = 0
  for (let round = 0; round < 5; round += 1) {
    const races = world.more.map(async (employee) => {
      const id = world.documentOf({ id: employee })
      if (round === 0) await world.write(id, { id: employee })
      await world.move(id, 'submit', { id: employee })
      await world.meet(id, 'supervisor')
      const version = await world.versionOf(id)
      const last = round === 4
      const outcomes = await Promise.all([
        outcomeOf(world.move(id, last ? 'agree' : 'sendBack', 'supervisor', { version, note: 'قرار' })),
        outcomeOf(world.move(id, 'sendBack', 'deputy', { version, note: 'قرار آخر' })),
        outcomeOf(world.move(id, last ? 'agree' : 'sendBack', 'supervisor', { version, note: 'مكرر' })),
        outcomeOf(world.move(id, 'withdraw', { id: employee }, { version })),
      ])
      expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
      const lost = outcomes.filter((one) => one !== 'done')
      expect(lost.every((one) => one === 'http.changed_by_other')).toBe(true)
      winners += 1
      const view = await world.view(id, { id: employee })
      expect(view.submissions.filter((one) => one.number === view.submissionCount)).toMatchObject([
        { outcome: expect.any(String) },
      ])
    })
    await Promise.all(races)
  }
  expect(winners).toBe(200)
}, 180_000)

test('nobody decides the own document: directly, as a delegate, in bulk, by repeating', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  await world.delegate('supervisor', 'employee')
  await world.delegate('boss', 'employee')
  await world.write(id)
  await world.move(id, 'submit', 'employee')
  await world.meet(id, 'supervisor')
  for (const move of ['agree', 'sendBack'] as const) {
    for (let repeat = 0; repeat < 3; repeat += 1) {
      expect(await outcomeOf(world.move(id, move, 'employee', { note: 'قرار' }))).toBe('workflow.not_yours')
    }
  }
  await world.setPolicy('document.bulk_approve', true)
  const own = { id, version: await world.versionOf(id) }
  const results = await world.run((tx) =>
    decideMany({ documents: [own, own], move: 'agree', actor: world.actor('employee'), newId, now: noon, tx }),
  )
  expect(results.map((one) => ('code' in one ? one.code : 'done'))).toEqual([
    'workflow.not_yours',
    'workflow.not_yours',
  ])
  expect(await world.view(id, 'employee')).toMatchObject({ status: 'submitted' })
  // The delegate decides for the others of the team all the same.
  const colleague = world.documentOf('colleague')
  await world.write(colleague, 'colleague')
  await world.move(colleague, 'submit', 'colleague')
  await world.meet(colleague, 'employee')
  await world.move(colleague, 'agree', 'employee')
  const agreed = await world.view(colleague, 'colleague')
  expect(agreed.submissions[0]).toMatchObject({
    outcomeBy: { id: world.ids.employee },
    outcomeFor: { id: world.ids.supervisor },
  })
})

test('the database itself refuses a decision by the employee concerned, the drafter, or in their name', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { employee, boss, supervisor } = world.ids
  const columns = [
    sql`decided_by = ${employee}`,
    sql`decided_by = ${boss}, decided_for = ${employee}`,
    sql`drafted_by = ${supervisor}, decided_by = ${supervisor}`,
  ]
  for (const change of columns) {
    await expect(
      world.run((tx) => sql`UPDATE performance_documents SET ${change} WHERE id = ${id}`.execute(tx)),
    ).rejects.toMatchObject({
      constraint: 'performance_documents_separation',
    })
  }
})

test('the database itself refuses to keep a sent document that does not add up, or a total that is not the sum', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  const { keyResults } = await world.write(id)
  const change = (statement: ReturnType<typeof sql>) => world.run((tx) => statement.execute(tx))
  await expect(
    change(sql`UPDATE key_results SET weight = 3999 WHERE id = ${keyResults[1] ?? ''}`),
  ).rejects.toMatchObject({
    constraint: 'performance_documents_weight_total',
  })
  await world.move(id, 'submit', 'employee')
  const both = sql`WITH k AS (UPDATE key_results SET weight = 3999 WHERE id = ${keyResults[1] ?? ''})
                   UPDATE performance_documents SET weight_total = 9999 WHERE id = ${id}`
  await expect(change(both)).rejects.toMatchObject({ constraint: 'performance_documents_complete' })
})

test('several documents are decided each by itself, where the policy allows it', async () => {
  const world = await smallMinistry(db)
  const ready = world.documentOf('employee')
  const unmet = world.documentOf('colleague')
  for (const [id, who] of [
    [ready, 'employee'],
    [unmet, 'colleague'],
  ] as const) {
    await world.write(id, who)
    await world.move(id, 'submit', who)
  }
  await world.meet(ready, 'supervisor')
  const documents = await Promise.all([unmet, ready].map(async (id) => ({ id, version: await world.versionOf(id) })))
  const decide = (move: 'agree' | 'sendBack', note?: string) =>
    world.run((tx) => decideMany({ documents, move, note, actor: world.actor('supervisor'), newId, now: noon, tx }))
  await expect(decide('agree')).rejects.toMatchObject({ code: 'performance.bulk_not_allowed' })
  await world.setPolicy('document.bulk_approve', true)
  expect(await decide('agree')).toMatchObject([
    { id: unmet, done: false, code: 'workflow.needs_meeting' },
    { id: ready, done: true },
  ])
  expect(await decide('sendBack', 'ملاحظة')).toMatchObject([
    { id: unmet, done: true },
    { id: ready, done: false, code: 'http.changed_by_other' },
  ])
})
