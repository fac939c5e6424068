import { workerPool } from '../workers/worker-pool.ts'
import type { Print } from './print.ts'

const printers = workerPool<Print>({
  script: new URL('./render-worker.ts', import.meta.url),
  size: 1,
  // Ten milliseconds are usual; a server under load may leave an answer lying for much longer.
  timeoutMs: 55_000,
  idleMs: 120_000,
  maxHeapMb: 256,
})

/** Prints a document as PDF/A-2b with embedded fonts and searchable text, in a worker thread. */
export function renderPdf(print: Print): Promise<Uint8Array> {
  return printers.run(print)
}
