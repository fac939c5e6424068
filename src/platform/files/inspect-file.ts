import { type KeptExtension, keptExtensions } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import { WorkerFailure, workerPool } from '../workers/worker-pool.ts'
import { fileErrors } from './errors.ts'
import { cleanFileName } from './file-name.ts'
import { type Inspected, type InspectTask, mediaTypes, type Preview } from './inspected.ts'

const inspectors = workerPool<InspectTask>({
  script: new URL('./inspect-worker.ts', import.meta.url),
  size: 2,
  timeoutMs: 25_000,
  idleMs: 30_000,
  maxHeapMb: 512,
})

/** Looks into a file, in a worker thread: what it is, and whether it could do harm. Refuses with `files.*`. */
export async function inspectFile(bytes: Buffer, filename: string): Promise<Inspected> {
  const { name, extension } = cleanFileName(filename)
  const kind = kindOf(extension)
  const preview = await inspectors.run<Preview | null>({ bytes, kind }).catch((error: unknown) => {
    if (error instanceof WorkerFailure && error.exhausted) throw refuse(fileErrors.zipBomb)
    throw error
  })
  return { name, extension: kind, type: mediaTypes[kind], preview }
}

function kindOf(extension: string): KeptExtension {
  if (/^(doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)m$/.test(extension)) throw refuse(fileErrors.macro)
  const kind = extension === 'jpeg' ? 'jpg' : extension
  const known = keptExtensions.find((one) => one === kind)
  if (!known) throw refuse(fileErrors.typeNotAllowed)
  return known
}
