import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { refuse } from '../../shared/refusal.ts'
import type { CleanImage } from './clean-image.ts'
import { fileErrors } from './errors.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
/** Channels of each colour type, and the depths that it allows. */
const colourTypes: Readonly<Record<number, { channels: number; depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
}
const kept = new Set(['PLTE', 'tRNS', 'gAMA', 'sRGB'])
/** Where the seven passes of an interlaced picture begin, and their steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(signature)
}

/** Inflates the pixels, which must be exactly as many as the header says, and packs them again. */
export function cleanPng(bytes: Buffer, checkSize: (width: number, height: number) => void): CleanImage {
  const chunks = readChunks(bytes)
  const [first] = chunks
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw refuse(fileErrors.notAnImage)
  const header = first.data
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  checkSize(width, height)
  const size = pixelBytes(header, width, height)
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = inflated(packed, size)
  const palette = chunks.find(({ type }) => type === 'PLTE')
  if (header[9] === 3 && !palette) throw refuse(fileErrors.notAnImage)
  const parts = [
    signature,
    chunk('IHDR', header),
    ...chunks.filter(({ type }) => kept.has(type)).map(({ type, data }) => chunk(type, data)),
    chunk('IDAT', deflateSync(pixels, { level: pixels.length > 4_000_000 ? 4 : 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return { bytes: Buffer.concat(parts), type: 'image/png', width, height }
}

type Chunk = { readonly type: string; readonly data: Buffer }

function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  let at = signature.length
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw refuse(fileErrors.notAnImage)
    // What follows the end is another file.
    if (type === 'IEND') return chunks
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  throw refuse(fileErrors.notAnImage)
}

function pixelBytes(header: Buffer, width: number, height: number): number {
  const [depth = 0, colour = 0, compression, filter, interlaced] = header.subarray(8)
  const type = colourTypes[colour]
  if (!type?.depths.includes(depth) || compression !== 0 || filter !== 0) throw refuse(fileErrors.notAnImage)
  const rows = (columns: number, lines: number) =>
    columns && lines ? lines * (1 + Math.ceil((columns * type.channels * depth) / 8)) : 0
  if (interlaced === 0) return rows(width, height)
  if (interlaced !== 1) throw refuse(fileErrors.notAnImage)
  return passes.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.max(0, Math.ceil((width - x) / stepX)), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  )
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    const pixels = inflateSync(packed, { maxOutputLength: size })
    if (pixels.length === size) return pixels
  } catch {
    // Broken, or longer than the header says.
  }
  throw refuse(fileErrors.notAnImage)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const written = Buffer.alloc(body.length + 8)
  written.writeUInt32BE(data.length, 0)
  body.copy(written, 4)
  written.writeUInt32BE(crc32(body), body.length + 4)
  return written
}
