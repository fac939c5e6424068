import { expect, test } from 'vitest'
import { afterEnd, closingMinistry } from '../../../tests/support/closing-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { closeCycle } from './usecases/closing.ts'

const { db } = await testDatabase()

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const rounds = [1, 2, 3, 4, 5, 6]

test('of two approvals at once one wins, and the other learns who was first', async () => {
  const world = await closingMinistry(db)
  await world.delegateAchievement('supervisor', 'deputy')
  await world.sent()
  await world.hold()
  const version = await world.assessmentVersion()
  const approve = (who: 'supervisor' | 'deputy') =>
    codeOf(world.act('approve', who, { version, acceptRemaining: true }))
  const outcomes = await Promise.all([approve('supervisor'), approve('deputy'), approve('supervisor')])
  expect(outcomes.toSorted()).toEqual(['done', 'http.changed_by_other', 'http.changed_by_other'])
})

test.each(rounds)(
  'an employee who takes it back and a supervisor who approves never both succeed, round %i',
  async () => {
    const world = await closingMinistry(db)
    await world.sent()
    await world.hold()
    const version = await world.assessmentVersion()
    const outcomes = await Promise.all([
      codeOf(world.act('withdraw', 'employee', { version })),
      codeOf(world.act('approve', 'supervisor', { version, acceptRemaining: true })),
      codeOf(world.record(world.first, '95', { version })),
    ])
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    const { status } = await world.show()
    expect(status).toBe(outcomes[0] === 'done' ? 'assessing' : 'closed')
  },
)

test('a correction and the answer to the one before it: the answer never lands on the newer', async () => {
  const world = await closingMinistry(db)
  await world.sent()
  const first = await world.correct(world.first, '80')
  const version = await world.assessmentVersion()
  const [, answered] = await Promise.all([
    codeOf(world.correct(world.first, '82', { version })),
    codeOf(world.answer(first, 'agreed', { version })),
  ])
  const [line] = (await world.show()).objectives[0]?.lines ?? []
  const inForce = line?.corrections.find((one) => one.endedAt === null)
  if (answered === 'done') expect(inForce).toMatchObject({ to: '80', answer: 'agreed' })
  else expect(inForce).toMatchObject({ to: '82', answer: null })
})

test.each(rounds)('closing the cycle while a review is approved counts it once, round %i', async () => {
  const world = await closingMinistry(db)
  await world.sent()
  await world.hold()
  const version = await world.assessmentVersion()
  const closing = world.run((tx) =>
    closeCycle({
      id: world.cycle.id,
      version: 2,
      withOpen: true,
      actor: world.actor('team'),
      newId,
      now: afterEnd,
      tx,
    }),
  )
  const outcomes = await Promise.all([
    codeOf(closing),
    codeOf(world.act('approve', 'supervisor', { version, acceptRemaining: true, now: afterEnd })),
  ])
  expect(outcomes[0]).toBe('done')
  const view = await world.show('employee', afterEnd)
  expect(view).toMatchObject({ status: 'closed', provisional: outcomes[1] !== 'done', result: { status: 'counted' } })
})

test('two who close at once close it once', async () => {
  const world = await closingMinistry(db)
  const close = () =>
    codeOf(
      world.run((tx) =>
        closeCycle({
          id: world.cycle.id,
          version: 2,
          withOpen: true,
          actor: world.actor('team'),
          newId,
          now: afterEnd,
          tx,
        }),
      ),
    )
  expect((await Promise.all([close(), close()])).toSorted()).toEqual(['done', 'http.changed_by_other'])
})
