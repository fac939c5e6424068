import { copyLine, type Field } from './copy.ts'

/** Where the rows go: tables of a database, or a digest. */
export type Sink = {
  readonly enter: (entityId: string) => Promise<void>
  readonly copy: (table: string, columns: readonly string[], text: string) => Promise<void>
}

type Add = (fields: readonly Field[]) => void
export type Writer = {
  readonly add: (table: string, columns: readonly string[], fill: (add: Add) => void) => void
  readonly open: (table: string, columns: readonly string[]) => Add
  readonly enter: (entityId: string) => Promise<void>
  /** Starts sending what was collected, once the batch before it has been taken. */
  readonly flush: () => Promise<void>
  readonly finish: () => Promise<{ rows: number; bytes: number }>
}

/** Collects the text of a batch table by table, and sends one batch while the next is made. */
export function writerTo(sink: Sink): Writer {
  type Sheet = { readonly columns: readonly string[]; text: string }
  let sheets = new Map<string, Sheet>()
  let sending: Promise<void> = Promise.resolve()
  let rows = 0
  let bytes = 0
  const open = (table: string, columns: readonly string[]): Add => {
    const sheet = sheets.get(table) ?? { columns, text: '' }
    sheets.set(table, sheet)
    return (fields) => {
      sheet.text += copyLine(fields)
      rows += 1
    }
  }
  const send = async (all: ReadonlyMap<string, Sheet>) => {
    for (const [table, { columns, text }] of all) {
      if (text === '') continue
      bytes += Buffer.byteLength(text)
      await sink.copy(table, columns, text)
    }
  }
  const flush = async () => {
    await sending
    sending = send(sheets)
    // Whoever waits next hears of it; until then nothing may end the process.
    sending.catch(() => undefined)
    sheets = new Map()
  }
  return {
    open,
    add: (table, columns, fill) => fill(open(table, columns)),
    flush,
    enter: async (entityId) => {
      await flush()
      await sending
      await sink.enter(entityId)
    },
    finish: async () => {
      await flush()
      await sending
      return { rows, bytes }
    },
  }
}
