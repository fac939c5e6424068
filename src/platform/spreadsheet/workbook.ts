import { posix } from 'node:path'
import { refuse } from '../../shared/refusal.ts'
import { inflateText } from '../archive/inflate.ts'
import { type XmlHandler, xmlReader } from '../archive/xml-reader.ts'
import { readDirectory, type ZipEntry } from '../archive/zip-directory.ts'
import { builtInFormat, type CellFormat, customFormat, plainNumber } from './cell-format.ts'
import { spreadsheetErrors } from './errors.ts'
import { workbookRules } from './workbook-rules.ts'

export type Sheet = { readonly name: string; readonly visible: boolean; readonly entry: ZipEntry }

export type Workbook = {
  readonly bytes: Buffer
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  readonly formats: readonly CellFormat[]
  readonly strings: readonly string[]
}

/** Opens a workbook as far as all its sheets have in common. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const entries = readDirectory(bytes, workbookRules)
  if (entries.has('xl/vbaProject.bin')) throw refuse(spreadsheetErrors.macro)
  const types = await partText(bytes, entries, '[Content_Types].xml')
  if (/macroEnabled|vbaProject/i.test(types)) throw refuse(spreadsheetErrors.macro)
  const root = await relations(bytes, entries, '')
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (!main || !entries.has(main)) throw refuse(spreadsheetErrors.notATable)
  const parts = await relations(bytes, entries, main)
  const { tabs, from1904 } = await readTabs(bytes, entries, main)
  const sheets = tabs.flatMap(({ name, visible, relation }) => {
    const part = parts.get(relation)
    const entry = part?.type.endsWith('/worksheet') ? entries.get(part.target) : undefined
    return entry ? [{ name, visible, entry }] : []
  })
  const partOf = (kind: string) =>
    entries.get([...parts.values()].find(({ type }) => type.endsWith(kind))?.target ?? '')
  return {
    bytes,
    sheets,
    from1904,
    formats: await readFormats(bytes, partOf('/styles')),
    strings: await readStrings(bytes, partOf('/sharedStrings')),
  }
}

/** Feeds a part to a handler; what is not XML is not a table. */
export async function readPart(bytes: Buffer, entry: ZipEntry, handler: XmlHandler, onChunk?: () => Promise<void>) {
  const reader = xmlReader(handler)
  for await (const text of inflateText(bytes, entry, workbookRules)) {
    reader.write(text)
    await onChunk?.()
  }
  reader.end()
}

/** Text of a cell as Excel escapes it: `_x000D_` is a line end, `_x005F_` an underscore. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

type Relation = { readonly type: string; readonly target: string }

async function relations(bytes: Buffer, entries: Map<string, ZipEntry>, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part)
  const entry = entries.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  const found = new Map<string, Relation>()
  if (!entry) return found
  await readPart(bytes, entry, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.set(Id, { type: Type, target })
    },
  })
  return found
}

async function readTabs(bytes: Buffer, entries: Map<string, ZipEntry>, main: string) {
  const tabs: { name: string; visible: boolean; relation: string }[] = []
  let from1904 = false
  const entry = entries.get(main)
  if (!entry) throw refuse(spreadsheetErrors.notATable)
  await readPart(bytes, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const visible = (attributes.state ?? 'visible') === 'visible'
      tabs.push({ name: attributes.name ?? '', visible, relation })
    },
  })
  return { tabs, from1904 }
}

/** One format for each style index that a cell may name. */
async function readFormats(bytes: Buffer, entry: ZipEntry | undefined): Promise<CellFormat[]> {
  const custom = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let inCells = false
  if (!entry) return formats
  await readPart(bytes, entry, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), customFormat(formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0)
        formats.push(custom.get(id) ?? (id ? builtInFormat(id) : plainNumber))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readStrings(bytes: Buffer, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let taking = false
  let aside = 0
  if (!entry) return strings
  await readPart(bytes, entry, {
    open(name) {
      if (name === 'si') text = ''
      // How a word is pronounced stands beside it and is no part of it.
      else if (name === 'rPh') aside += 1
      else if (name === 't') taking = aside === 0
    },
    text(part) {
      if (taking) text += part
    },
    close(name) {
      if (name === 't') taking = false
      else if (name === 'rPh') aside -= 1
      else if (name === 'si') strings.push(unescaped(text))
    },
  })
  return strings
}

async function partText(bytes: Buffer, entries: Map<string, ZipEntry>, name: string): Promise<string> {
  const entry = entries.get(name)
  if (!entry) throw refuse(spreadsheetErrors.notATable)
  let text = ''
  for await (const part of inflateText(bytes, entry, workbookRules)) text += part
  return text
}
