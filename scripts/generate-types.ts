import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/platform/db/connect.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { schemaTypes } from './schema-types.ts'

const file = new URL('../src/platform/db/schema.generated.ts', import.meta.url)
const dataFolder = mkdtempSync(join(tmpdir(), 'itqan-types-'))
chmodSync(dataFolder, 0o755)

const connections = await connect({ dataFolder })
try {
  await migrate(connections.owner)
  const text = await schemaTypes(connections.owner)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
    console.log('src/platform/db/schema.generated.ts is written')
  } else if (readFileSync(file, 'utf8') === text) {
    console.log('src/platform/db/schema.generated.ts is current')
  } else {
    console.error('src/platform/db/schema.generated.ts is older than the migrations: run `npm run generate:types`')
    process.exitCode = 1
  }
} finally {
  await connections.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
