import { parseArgs } from 'node:util'
import { loadCountry, loadSample } from '../sample.ts'
import { sampleDate, wholeNumber } from './configuration.ts'
import { openDatabase, printStep } from './open-database.ts'

const options = { seed: { type: 'string' }, date: { type: 'string' }, size: { type: 'string' } } as const

/** `itqan sample`: loads the sample ministry, or a country of any size, into an empty database. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  const date = sampleDate(values.date ?? process.env.ITQAN_DATE)
  const size = values.size === undefined ? null : wholeNumber(values.size, '--size', { min: 1, max: 5_000_000 })
  const { connections } = await openDatabase({ env: process.env, report: printStep })
  const asked = { owner: connections.owner, seed: values.seed ?? '1', date }
  try {
    if (size === null) {
      await loadSample(asked)
      printStep('sample', `loaded as of ${date}`)
      return
    }
    const started = performance.now()
    const { entities, employees, rows, bytes } = await loadCountry({ ...asked, size })
    const seconds = (performance.now() - started) / 1000
    printStep('sample', `${employees} employees in ${entities} entities as of ${date}`)
    printStep(
      '',
      `${rows} rows, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows a second`,
    )
  } finally {
    await connections.close()
  }
}
