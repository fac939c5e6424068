import { Refusal, refuse } from '../../shared/refusal.ts'
import { answerTasks, type TaskChannel } from '../workers/answer-tasks.ts'
import { readCsv } from './csv-rows.ts'
import { spreadsheetErrors } from './errors.ts'
import { plainHeading } from './headings.ts'
import { readSheet } from './sheet-rows.ts'
import type { ReadTask } from './table.ts'
import { tableCollector } from './table-collector.ts'
import { decodeText } from './text-encoding.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

const rowsAtOnce = 1000

answerTasks(async (task: ReadTask, { send }) => {
  try {
    return await read(task, send)
  } catch (error) {
    // A broken file is no fault of the program: whatever fails on its bytes means that it is no table.
    throw error instanceof Refusal ? error : refuse(spreadsheetErrors.notATable)
  }
})

async function read({ bytes, filename, headings, sheets }: ReadTask, send: TaskChannel['send']) {
  const collector = tableCollector(headings)
  const handOver = async () => {
    const rows = collector.takeRows()
    for (let at = 0; at < rows.length; at += rowsAtOnce) await send(rows.slice(at, at + rowsAtOnce))
  }
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sheet: string | null = null
  if (kindOf(source, filename) === 'workbook') {
    const workbook = await openWorkbook(source)
    const chosen = chooseSheet(workbook, sheets)
    sheet = chosen.name
    await readSheet(workbook, chosen, { row: collector.add, pause: handOver })
  } else {
    readCsv(decodeText(source), collector.add)
  }
  const head = collector.finish()
  await handOver()
  return { sheet, ...head }
}

function chooseSheet({ sheets }: Workbook, names: readonly string[] | undefined) {
  const wanted = new Set(names?.map(plainHeading))
  const visible = sheets.filter((sheet) => sheet.visible)
  const chosen = visible.find(({ name }) => wanted.has(plainHeading(name))) ?? visible[0]
  if (!chosen) throw refuse(spreadsheetErrors.notATable)
  return chosen
}

/** What the bytes are counts; the name only tells workbooks that are made for programs. */
function kindOf(bytes: Buffer, filename: string): 'workbook' | 'text' {
  if (/\.(xlsm|xltm|xlam|xlsb)$/i.test(filename)) throw refuse(spreadsheetErrors.macro)
  if (bytes.readUInt32BE(0) === 0x504b0304) return 'workbook'
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) {
    // An encrypted workbook is wrapped in the old container, in which the name stands in UTF-16.
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw refuse(encrypted ? spreadsheetErrors.encrypted : spreadsheetErrors.notATable)
  }
  return 'text'
}
