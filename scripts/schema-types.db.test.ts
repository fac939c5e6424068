import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '../src/platform/db/test-database.ts'
import { schemaTypes } from './schema-types.ts'

const { owner } = await testDatabase()

test('the generated types are those of the migrated database', async () => {
  const file = new URL('../src/platform/db/schema.generated.ts', import.meta.url)
  expect(readFileSync(file, 'utf8'), 'run `npm run generate:types`').toBe(await schemaTypes(owner))
})
