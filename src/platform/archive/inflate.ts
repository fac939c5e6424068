import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { ArchiveRules } from './archive-rules.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The content of a part, piece by piece; refused as soon as it is longer than the directory declared. */
export async function* inflate(bytes: Buffer, entry: ZipEntry, rules: ArchiveRules): AsyncGenerator<Buffer> {
  let size = 0
  let checksum = 0
  for await (const chunk of inflated(bytes.subarray(entry.start, entry.end), entry)) {
    size += chunk.length
    if (size > entry.inflatedSize) throw rules.bomb()
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (size !== entry.inflatedSize || checksum !== entry.checksum) throw rules.broken()
}

/** The same as text, which must be UTF-8. */
export async function* inflateText(bytes: Buffer, entry: ZipEntry, rules: ArchiveRules): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of inflate(bytes, entry, rules)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* inflated(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (!entry.deflated) {
    yield packed
    return
  }
  yield* Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
}
