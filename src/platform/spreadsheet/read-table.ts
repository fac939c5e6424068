import { refuse } from '../../shared/refusal.ts'
import { WorkerFailure, workerPool } from '../workers/worker-pool.ts'
import { spreadsheetErrors } from './errors.ts'
import type { Headings } from './headings.ts'
import { limits } from './limits.ts'
import type { ReadTask, Table, TableRow } from './table.ts'

const readers = workerPool<ReadTask>({
  script: new URL('./read-worker.ts', import.meta.url),
  size: 2,
  timeoutMs: 120_000,
  idleMs: 30_000,
  maxHeapMb: 1024,
})

const tooLarge = () => refuse(spreadsheetErrors.tooLarge, { params: { megabytes: limits.megabytes } })

type Options = {
  readonly filename: string
  /** Accepted headings of each column; without them the headings of the file are the keys. */
  readonly headings?: Headings
  /** Names of the sheet to read, in any language; without one of them the first visible sheet is read. */
  readonly sheets?: readonly string[]
}

/**
 * Reads an Excel workbook or a CSV file as a table, in a worker thread, under the limits of decisions H15. Dates come
 * as YYYY-MM-DD, numbers as plain decimals, texts trimmed and without invisible characters. Refuses with
 * `spreadsheet.*` what is too large, locked, carries a program, or is no table.
 */
export async function readTable(bytes: Uint8Array, { filename, headings, sheets }: Options): Promise<Table> {
  if (bytes.byteLength > limits.bytes) throw tooLarge()
  if (bytes.byteLength < 4) throw refuse(spreadsheetErrors.notATable)
  const rows: TableRow[] = []
  const take = (part: readonly TableRow[]) => {
    for (const row of part) rows.push(row)
  }
  const task = { bytes, filename, ...(headings ? { headings } : {}), ...(sheets ? { sheets } : {}) }
  const head = await readers.run<Omit<Table, 'rows'>>(task, { take }).catch((error: unknown) => {
    if (error instanceof WorkerFailure && error.exhausted) throw tooLarge()
    throw error
  })
  return { ...head, rows }
}
