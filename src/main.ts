#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { failure } from './app/commands/failure.ts'

/** The `itqan` command line. Each command loads only what it needs. */
const commands: Record<string, () => Promise<{ run: (args: string[]) => Promise<void> }>> = {
  start: () => import('./app/commands/start.ts'),
  migrate: () => import('./app/commands/migrate.ts'),
  sample: () => import('./app/commands/sample.ts'),
  audit: () => import('./app/commands/audit.ts'),
  recompute: () => import('./app/commands/recompute.ts'),
  doctor: () => import('./app/commands/doctor.ts'),
  help: () => import('./app/commands/help.ts'),
}

// The second start reads what the first one compiled.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/itqan/compiled', import.meta.url)))

const [name = 'help', ...args] = process.argv.slice(2)
const asked = name === '--help' || name === '-h' ? 'help' : name

try {
  const load = commands[asked]
  if (!load) throw failure.unknownCommand(asked)
  const { run } = await load()
  await run(args)
} catch (error) {
  failure.print(error)
  process.exit(1)
}
