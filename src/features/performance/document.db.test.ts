import { expect, test } from 'vitest'
import { smallMinistry } from '../../../tests/support/performance-world.ts'
import { testDatabase } from '../../platform/db/test-database.ts'

const { db } = await testDatabase()

test('a document is written, sent, discussed and agreed', async () => {
  const world = await smallMinistry(db)
  const id = world.documentOf('employee')
  await world.write(id)
  const draft = await world.view(id, 'employee')
  expect(draft).toMatchObject({
    status: 'draft',
    weightTotal: '100',
    view: 'full',
    can: { submit: { allowed: true }, edit: { allowed: true } },
  })
  expect(draft.problems.filter((one) => one.severity === 'blocks')).toEqual([])
  await world.move(id, 'submit', 'employee')
  const before = await world.view(id, 'supervisor')
  expect(before).toMatchObject({
    status: 'submitted',
    can: { agree: { allowed: false, why: 'workflow.needs_meeting' }, sendBack: { allowed: true } },
  })
  await world.meet(id, 'supervisor')
  await world.move(id, 'agree', 'supervisor')
  const agreed = await world.view(id, 'employee')
  expect(agreed).toMatchObject({ status: 'agreed', edition: 1 })
  expect(agreed.timeline.map((one) => one.event)).toContain('agreed')
})
