import type { ArchiveRules } from './archive-rules.ts'

export type ZipEntry = {
  readonly name: string
  /** Where the packed bytes lie in the file. */
  readonly start: number
  readonly end: number
  readonly deflated: boolean
  readonly inflatedSize: number
  readonly checksum: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const unknownSize = 0xffffffff
const stored = 0
const deflated = 8

/** The contents of a ZIP file as its directory declares them, refused before anything is inflated. */
export function readDirectory(bytes: Buffer, rules: ArchiveRules): Map<string, ZipEntry> {
  const found = findEnd(bytes)
  if (!found) throw rules.broken()
  const { count, offset } = found
  if (count > rules.limits.entries) throw rules.bomb()
  const entries = new Map<string, ZipEntry>()
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw rules.broken()
    const { entry, next } = readEntry(bytes, at, rules)
    if (entries.has(entry.name)) throw rules.broken()
    entries.set(entry.name, entry)
    at = next
  }
  checkSizes([...entries.values()], rules)
  return entries
}

/** The last record of an archive, or undefined where there is none: `at` is its place, `comment` what follows it. */
function findEnd(bytes: Buffer) {
  // The record of 22 bytes is the last thing but a comment of at most 64 KB.
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) {
      const size = bytes.readUInt32LE(at + 12)
      return { at, count: bytes.readUInt16LE(at + 10), size, offset: bytes.readUInt32LE(at + 16) }
    }
  }
  return undefined
}

/** Whether an archive hangs at the end of a file that is something else, as its readers would find it. */
export function endsInArchive(bytes: Buffer): boolean {
  const end = findEnd(bytes)
  if (!end) return false
  const directory = end.at - end.size
  return end.size === unknownSize || (directory >= 0 && bytes.readUInt32LE(directory) === entrySignature)
}

/** Whether an archive fills its file from the first byte to the last, with nothing before, behind or in a comment. */
export function isWholeFile(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>): boolean {
  const end = findEnd(bytes)
  if (end?.at !== bytes.length - 22 || bytes.readUInt32LE(0) !== localSignature) return false
  const first = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)
  return [...entries.values()].some((entry) => entry.start === first)
}

function readEntry(bytes: Buffer, at: number, rules: ArchiveRules): { entry: ZipEntry; next: number } {
  const flags = bytes.readUInt16LE(at + 8)
  if (flags & 1) throw rules.locked()
  const method = bytes.readUInt16LE(at + 10)
  if (method !== stored && method !== deflated) throw rules.broken()
  const nameLength = bytes.readUInt16LE(at + 28)
  const extraLength = bytes.readUInt16LE(at + 30)
  const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw rules.broken()
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const [inflatedSize, packedSize, local] = trueSizes(
    extra,
    [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
    rules,
  )
  const start = packedStart(bytes, local, rules)
  if (start + packedSize > bytes.length) throw rules.broken()
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
    start,
    end: start + packedSize,
    deflated: method === deflated,
    inflatedSize,
    checksum: bytes.readUInt32LE(at + 16),
  }
  return { entry, next }
}

/** Where the 32-bit fields are full, the true values stand one after the other in the Zip64 extra field. */
function trueSizes(extra: Buffer, sizes: [number, number, number], rules: ArchiveRules): [number, number, number] {
  if (!sizes.includes(unknownSize)) return sizes
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    return sizes.map((size) => {
      if (size !== unknownSize) return size
      if (field + 8 > extra.length) throw rules.broken()
      const value = Number(extra.readBigUInt64LE(field))
      field += 8
      return value
    }) as [number, number, number]
  }
  throw rules.broken()
}

function packedStart(bytes: Buffer, local: number, rules: ArchiveRules): number {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) throw rules.broken()
  return local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
}

function checkSizes(entries: readonly ZipEntry[], rules: ArchiveRules): void {
  let total = 0
  let end = 0
  for (const entry of entries.toSorted((one, other) => one.start - other.start)) {
    // Parts that lie over each other make a small file inflate without end.
    if (entry.start < end) throw rules.bomb()
    end = entry.end
    total += entry.inflatedSize
    const packed = Math.max(1, entry.end - entry.start)
    if (entry.inflatedSize > rules.limits.ratioAbove && entry.inflatedSize / packed > rules.limits.ratio) {
      throw rules.bomb()
    }
  }
  if (total > rules.limits.inflated) throw rules.tooLarge()
}
