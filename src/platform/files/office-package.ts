import type { KeptExtension } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import type { ArchiveRules } from '../archive/archive-rules.ts'
import { inflate, inflateText } from '../archive/inflate.ts'
import { xmlReader } from '../archive/xml-reader.ts'
import { isWholeFile, readDirectory, type ZipEntry } from '../archive/zip-directory.ts'
import { fileErrors } from './errors.ts'
import { refuseHarmfulContainer } from './old-container.ts'

const megabyte = 1024 * 1024

const rules: ArchiveRules = {
  // A table of equal rows shrinks to about a fiftieth; a bomb to a thousandth.
  limits: { entries: 5_000, inflated: 256 * megabyte, ratio: 300, ratioAbove: megabyte },
  broken: () => refuse(fileErrors.damaged),
  locked: () => refuse(fileErrors.encrypted),
  bomb: () => refuse(fileErrors.zipBomb),
  tooLarge: () => refuse(fileErrors.zipBomb),
}

type OfficeKind = Extract<KeptExtension, 'docx' | 'xlsx' | 'pptx'>

/** What the content types of a document call its main part. */
const mainParts: Readonly<Record<OfficeKind, RegExp>> = {
  docx: /wordprocessingml\.document\.main\+xml$/i,
  xlsx: /spreadsheetml\.sheet\.main\+xml$/i,
  pptx: /presentationml\.presentation\.main\+xml$/i,
}

/**
 * Refuses an Office document that is another kind, carries a program or another file than an Office document without
 * one, is locked, or is an archive made to inflate without measure. Everything in it is inflated once and looked at.
 */
export async function checkOfficePackage(bytes: Buffer, kind: OfficeKind): Promise<void> {
  await checkPackage(bytes, mainParts[kind], { inflated: 0, depth: 0 })
}

type Walk = { inflated: number; readonly depth: number }

async function checkPackage(bytes: Buffer, mainPart: RegExp | null, walk: Walk): Promise<void> {
  const entries = readDirectory(bytes, rules)
  if (!isWholeFile(bytes, entries)) throw refuse(fileErrors.twoInOne)
  for (const name of entries.keys()) refuseHarmfulPart(name)
  const types = await contentTypes(bytes, entries)
  if (types.some((type) => /macroEnabled|vbaProject|macrosheet/i.test(type))) throw refuse(fileErrors.macro)
  if (types.some((type) => /activeX/i.test(type))) throw refuse(fileErrors.program)
  if (mainPart && !types.some((type) => mainPart.test(type))) throw refuse(fileErrors.contentMismatch)
  const inner = { inflated: walk.inflated, depth: walk.depth + 1 }
  for (const entry of entries.values()) await checkPart(bytes, entry, inner)
  walk.inflated = inner.inflated
}

function refuseHarmfulPart(name: string): void {
  if (/(^|[/\\])(vbaProject[^/\\]*\.bin|vbaData\.xml)$|(^|[/\\])macrosheets[/\\]/i.test(name))
    throw refuse(fileErrors.macro)
  if (/(^|[/\\])activeX[/\\]/i.test(name)) throw refuse(fileErrors.program)
  if (/(^|[/\\])\.\.([/\\]|$)/.test(name)) throw refuse(fileErrors.damaged)
}

async function contentTypes(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>): Promise<string[]> {
  const entry = entries.get('[Content_Types].xml')
  if (!entry) throw refuse(fileErrors.contentMismatch)
  const types: string[] = []
  const reader = xmlReader({
    open(_, { ContentType }) {
      if (ContentType) types.push(ContentType.trim())
    },
  })
  for await (const text of inflateText(bytes, entry, rules)) reader.write(text)
  reader.end()
  return types
}

/** Inflates one part. What it begins with tells whether it is looked into: an archive, an old container, a program. */
async function checkPart(bytes: Buffer, entry: ZipEntry, walk: Walk): Promise<void> {
  const kept: Buffer[] = []
  let inside: ReturnType<typeof insideOf> | undefined
  for await (const piece of inflate(bytes, entry, rules)) {
    walk.inflated += piece.length
    if (walk.inflated > rules.limits.inflated) throw rules.bomb()
    inside ??= insideOf(piece)
    if (inside !== 'plain') kept.push(piece)
  }
  if (inside === 'archive') {
    // A chart keeps its figures in a workbook of its own; nothing lies deeper.
    if (walk.depth > 2) throw rules.bomb()
    await checkPackage(Buffer.concat(kept), null, walk)
  }
  if (inside === 'container') refuseHarmfulContainer(Buffer.concat(kept))
}

function insideOf(piece: Buffer): 'archive' | 'container' | 'plain' {
  const start = piece.length >= 4 ? piece.readUInt32BE(0) : 0
  if (start === 0x504b0304) return 'archive'
  if (start === 0xd0cf11e0) return 'container'
  // Windows and Linux programs, RAR, 7-Zip.
  if (start >>> 16 === 0x4d5a || [0x7f454c46, 0x52617221, 0x377abcaf].includes(start)) throw refuse(fileErrors.program)
  return 'plain'
}
