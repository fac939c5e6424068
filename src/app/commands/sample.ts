import { parseArgs } from 'node:util'
import { loadSample } from '../sample.ts'
import { sampleDate } from './configuration.ts'
import { openDatabase, printStep } from './open-database.ts'

/** `itqan sample`: loads the sample ministry into an empty database. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seed: { type: 'string' }, date: { type: 'string' } } })
  const date = sampleDate(values.date ?? process.env.ITQAN_DATE)
  const { connections } = await openDatabase({ env: process.env, report: printStep })
  try {
    await loadSample({ owner: connections.owner, seed: values.seed ?? '1', date })
    printStep('sample', `loaded as of ${date}`)
  } finally {
    await connections.close()
  }
}
