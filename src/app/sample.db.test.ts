import { expect, test } from 'vitest'
import { testDatabase } from '../platform/db/test-database.ts'
import { loadSample } from './sample.ts'

const { owner } = await testDatabase()

test('the sample loads', async () => {
  const started = performance.now()
  await loadSample({ owner, seed: 1, date: '2026-11-21' })
  console.log(performance.now() - started)
  expect(1).toBe(1)
})
