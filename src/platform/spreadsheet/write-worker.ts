import { strToU8, Zip, ZipDeflate } from 'fflate'
import { answerTasks } from '../workers/answer-tasks.ts'
import { columnName, headingXml, rowXml } from './cell-xml.ts'
import type { Cell, SheetHead } from './sheet-to-write.ts'
import { fixedParts, sheetEnd, sheetFile, sheetStart } from './workbook-parts.ts'

/** Rows of the sheet with this index; sheets come in order. */
export type RowsPart = { readonly sheet: number; readonly rows: readonly (readonly Cell[])[] }

const level = 5
// Not the time of writing: the same table makes the same bytes.
const sameTime = new Date(2000, 0, 1)
const sentAtOnce = 256 * 1024

answerTasks(async ({ sheets }: { sheets: readonly SheetHead[] }, { send, received }) => {
  let ready: Uint8Array[] = []
  let size = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
    size += chunk.length
  })
  const handOver = async (least: number) => {
    if (size < least) return
    const bytes = new Uint8Array(size)
    let at = 0
    for (const chunk of ready) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    ready = []
    size = 0
    await send(bytes, [bytes.buffer])
  }
  const open = (name: string) => {
    const file = new ZipDeflate(name, { level })
    file.mtime = sameTime
    zip.add(file)
    return file
  }

  for (const [name, xml] of fixedParts(sheets)) open(name).push(strToU8(xml), true)
  const parts = received()
  let part = (await parts.next()).value as RowsPart | undefined
  for (const [index, sheet] of sheets.entries()) {
    const file = open(sheetFile(index))
    file.push(strToU8(sheetStart(sheet) + headingXml(sheet.columns)))
    let line = 1
    while (part && part.sheet === index) {
      let xml = ''
      for (const row of part.rows) {
        line += 1
        xml += rowXml(row, sheet.columns, line)
      }
      file.push(strToU8(xml))
      await handOver(sentAtOnce)
      part = (await parts.next()).value as RowsPart | undefined
    }
    file.push(strToU8(sheetEnd(`${columnName(Math.max(0, sheet.columns.length - 1))}${line}`)), true)
  }
  zip.end()
  await handOver(1)
})
