import { parseArgs } from 'node:util'
import { openDatabase, printStep } from './open-database.ts'

export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} })
  const { connections } = await openDatabase({ env: process.env, report: printStep })
  await connections.close()
  console.log('The database is up to date.')
}
