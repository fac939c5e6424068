import { refuse } from '../../shared/refusal.ts'
import type { CleanImage } from './clean-image.ts'
import { fileErrors } from './errors.ts'

const start = 0xd8
const end = 0xd9
const scan = 0xda
/** Baseline, extended and progressive frames: all that browsers show. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** Tables of quantisation, Huffman codes, restart intervals; JFIF, and Adobe's note of the colour space. */
const kept = new Set([0xc4, 0xdb, 0xdd, 0xe0, 0xee])

/** Copies the parts that make the picture, and leaves out the rest: comments, EXIF, thumbnails, what follows the end. */
export function cleanJpeg(bytes: Buffer, checkSize: (width: number, height: number) => void): CleanImage {
  if (bytes[0] !== 0xff || bytes[1] !== start) throw refuse(fileErrors.notAnImage)
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let scans = 0
  let at = 2
  while (true) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined
    if (marker === undefined) throw refuse(fileErrors.notAnImage)
    if (marker === end) break
    const next = at + 2 + bytes.readUInt16BE(at + 2)
    if (next > bytes.length) throw refuse(fileErrors.notAnImage)
    if (frames.has(marker)) {
      if (size) throw refuse(fileErrors.notAnImage)
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
      checkSize(size.width, size.height)
    }
    const after = marker === scan ? endOfScan(bytes, next) : next
    if (marker === scan) scans += 1
    if (marker === scan || frames.has(marker) || isKept(marker, bytes.subarray(at + 4, next))) {
      parts.push(bytes.subarray(at, after))
    }
    at = after
  }
  if (!size || scans === 0) throw refuse(fileErrors.notAnImage)
  return { bytes: Buffer.concat([...parts, Buffer.from([0xff, end])]), type: 'image/jpeg', ...size }
}

function isKept(marker: number, content: Buffer): boolean {
  if (marker === 0xe0) return content.toString('latin1', 0, 5) === 'JFIF\0' && content.length === 14
  if (marker === 0xee) return content.toString('latin1', 0, 5) === 'Adobe' && content.length === 12
  return kept.has(marker)
}

/** Pixels run until a marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at
  }
  throw refuse(fileErrors.notAnImage)
}
