import type { Language } from '../../shared/locale.ts'
import { workerPool } from '../workers/worker-pool.ts'

/** What stands around the body of every printed document. */
export type Frame = {
  readonly language: Language
  readonly entity: string
  readonly title: string
  readonly subtitle?: string
  /** Printed at the foot of every page. */
  readonly verification?: { readonly label: string; readonly code: string }
  /** A sentence with `{page}` and `{pages}`. */
  readonly pages: string
}

export type Print = {
  /** Typst source that imports `/prelude.typ` and reads `/data.json`: it is code of ours, never input. */
  readonly template: string
  /** Anything that JSON holds; text in it is printed as it is and never read as markup. */
  readonly data: unknown
  readonly frame: Frame
  readonly logo?: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' }
  readonly now: Date
}

export type PrintTask = Omit<Print, 'now' | 'frame'> & {
  readonly frame: { readonly [K in keyof Frame]-?: Frame[K] | null }
  readonly createdAt: number
}

const printers = workerPool<PrintTask>({
  script: new URL('./render-worker.ts', import.meta.url),
  size: 1,
  timeoutMs: 30_000,
  idleMs: 120_000,
  maxHeapMb: 256,
})

/** Prints a document as PDF/A-2b with embedded fonts and searchable text, in a worker thread. */
export async function renderPdf({ template, data, frame, logo, now }: Print): Promise<Uint8Array> {
  return printers.run({
    template,
    data,
    frame: { ...frame, subtitle: frame.subtitle ?? null, verification: frame.verification ?? null },
    ...(logo ? { logo } : {}),
    createdAt: Math.floor(now.getTime() / 1000),
  })
}
