import { parseArgs } from 'node:util'
import { readAddress, requireFreePort } from './address.ts'
import { buildWeb } from './build-web.ts'
import { type Environment, sampleDate } from './configuration.ts'
import { failure } from './failure.ts'
import { openDatabase, printStep } from './open-database.ts'
import { type Closers, closers, onStopSignal } from './stop-in-order.ts'

/** `itqan start`: everything from an empty folder to a page, and back in order at Ctrl-C. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean' }, date: { type: 'string' } } })
  const env = process.env
  // A terminal that has gone away is no reason to stop in disorder.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const opened = closers()
  const stop = async (status: number) => {
    await opened.closeAll()
    process.exit(status)
  }
  onStopSignal(() => {
    console.log('\nItqan is stopping ...')
    return stop(0)
  })
  try {
    await start({
      env,
      sample: !(values.empty || env.ITQAN_SAMPLE === 'none'),
      date: sampleDate(values.date ?? env.ITQAN_DATE),
      opened,
      onLost: (problem) => {
        failure.print(problem)
        void stop(1)
      },
    })
  } catch (error) {
    // What fails because it is being stopped has nothing to say.
    if (opened.closing) return
    failure.print(error)
    await stop(1)
  }
}

type Start = {
  env: Environment
  sample: boolean
  date: string
  opened: Closers
  onLost: (problem: unknown) => void
}

async function start({ env, sample, date, opened, onLost }: Start): Promise<void> {
  const address = readAddress(env)
  console.log('Itqan · إتقان')
  await requireFreePort(address)

  // The pages are built and the program is loaded while the database starts; whichever fails first is told.
  const pages = buildWeb()
  const program = Promise.all([import('./serve.ts'), import('../is-empty.ts')])
  for (const promise of [pages, program]) promise.catch(() => undefined)
  const { folder, connections, db, jobsDb } = await openDatabase({ env, report: printStep })
  opened.add(connections.close)
  void connections.lost.then(onLost)

  const [{ serve }, { isEmpty }] = await program
  if (await isEmpty(connections.owner)) {
    // Seldom needed, and then once: every later start goes without it.
    const { loadBeginning, loadSample } = await import('../sample.ts')
    if (sample) await loadSample({ owner: connections.owner, seed: 1, date })
    else await loadBeginning(connections.owner)
    printStep('sample', sample ? `the sample ministry as of ${date}` : 'none')
  }
  if (await pages) printStep('pages', 'built')
  await serve({ env, address, folder, db, jobsDb, appPool: connections.app, jobsPool: connections.jobs, opened })
}
