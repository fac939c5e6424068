import { refuse } from '../../shared/refusal.ts'
import { spreadsheetErrors } from './errors.ts'
import { limits } from './limits.ts'

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
export function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const { count, offset } = findEnd(bytes)
  if (count > limits.entries) throw refuse(spreadsheetErrors.zipBomb)
  const entries = new Map<string, ZipEntry>()
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw refuse(spreadsheetErrors.notATable)
    const { entry, next } = readEntry(bytes, at)
    if (entries.has(entry.name)) throw refuse(spreadsheetErrors.notATable)
    entries.set(entry.name, entry)
    at = next
  }
  checkSizes([...entries.values()])
  return entries
}

function findEnd(bytes: Buffer): { count: number; offset: number } {
  // The record of 22 bytes is the last thing but a comment of at most 64 KB.
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) {
      return { count: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16) }
    }
  }
  throw refuse(spreadsheetErrors.notATable)
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  const flags = bytes.readUInt16LE(at + 8)
  if (flags & 1) throw refuse(spreadsheetErrors.encrypted)
  const method = bytes.readUInt16LE(at + 10)
  if (method !== stored && method !== deflated) throw refuse(spreadsheetErrors.notATable)
  const nameLength = bytes.readUInt16LE(at + 28)
  const extraLength = bytes.readUInt16LE(at + 30)
  const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw refuse(spreadsheetErrors.notATable)
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const [inflatedSize, packedSize, local] = trueSizes(extra, [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ])
  const start = packedStart(bytes, local)
  if (start + packedSize > bytes.length) throw refuse(spreadsheetErrors.notATable)
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
function trueSizes(extra: Buffer, sizes: [number, number, number]): [number, number, number] {
  if (!sizes.includes(unknownSize)) return sizes
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    return sizes.map((size) => {
      if (size !== unknownSize) return size
      if (field + 8 > extra.length) throw refuse(spreadsheetErrors.notATable)
      const value = Number(extra.readBigUInt64LE(field))
      field += 8
      return value
    }) as [number, number, number]
  }
  throw refuse(spreadsheetErrors.notATable)
}

function packedStart(bytes: Buffer, local: number): number {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature)
    throw refuse(spreadsheetErrors.notATable)
  return local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let total = 0
  let end = 0
  for (const entry of entries.toSorted((one, other) => one.start - other.start)) {
    // Parts that lie over each other make a small file inflate without end.
    if (entry.start < end) throw refuse(spreadsheetErrors.zipBomb)
    end = entry.end
    total += entry.inflatedSize
    const packed = Math.max(1, entry.end - entry.start)
    if (entry.inflatedSize > limits.ratioAbove && entry.inflatedSize / packed > limits.ratio) {
      throw refuse(spreadsheetErrors.zipBomb)
    }
  }
  if (total > limits.inflated) throw refuse(spreadsheetErrors.tooLarge, { params: { megabytes: limits.megabytes } })
}
