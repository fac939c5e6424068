import { workerPool } from '../workers/worker-pool.ts'
import type { Cell, SheetHead, SheetToWrite } from './sheet-to-write.ts'
import type { RowsPart } from './write-worker.ts'

const writers = workerPool<{ sheets: readonly SheetHead[] }>({
  script: new URL('./write-worker.ts', import.meta.url),
  size: 1,
  timeoutMs: 300_000,
  idleMs: 30_000,
  maxHeapMb: 512,
})

const rowsAtOnce = 500
const measured = 200

/** Writes an Excel workbook in a worker thread. No text in it can act as a formula, whatever somebody wrote. */
export async function writeXlsx({ sheets }: { readonly sheets: readonly SheetToWrite[] }): Promise<Buffer> {
  const sources = sheets.map(({ rows }) => peekable(rows[Symbol.iterator]()))
  const heads = sheets.map(({ name, rightToLeft, columns }, index) => ({
    name,
    rightToLeft,
    columns: columns.map((column, at) => ({
      ...column,
      width: column.width ?? widthOf(column.heading, sources[index]?.first.map((row) => row[at]) ?? []),
    })),
  }))
  const chunks: Uint8Array[] = []
  const take = (chunk: Uint8Array) => void chunks.push(chunk)
  await writers.run({ sheets: heads }, { take, give: batches(sources) })
  return Buffer.concat(chunks)
}

type Source = { readonly first: readonly (readonly Cell[])[]; readonly rest: Iterator<readonly Cell[]> }

/** The first rows decide on the widths, which a file names before its rows. */
function peekable(rest: Iterator<readonly Cell[]>): Source {
  const first: (readonly Cell[])[] = []
  while (first.length < measured) {
    const step = rest.next()
    if (step.done) break
    first.push(step.value)
  }
  return { first, rest }
}

function* batches(sources: readonly Source[]): Generator<RowsPart> {
  for (const [sheet, { first, rest }] of sources.entries()) {
    if (first.length > 0) yield { sheet, rows: first }
    while (true) {
      const rows: (readonly Cell[])[] = []
      while (rows.length < rowsAtOnce) {
        const step = rest.next()
        if (step.done) break
        rows.push(step.value)
      }
      if (rows.length === 0) break
      yield { sheet, rows }
    }
  }
}

function widthOf(heading: string, cells: readonly (Cell | undefined)[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), 0)
  return Math.min(60, Math.max(10, heading.length + 4, longest + 2))
}
