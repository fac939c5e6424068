import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { refuse } from '../../shared/refusal.ts'
import { spreadsheetErrors } from './errors.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The text of a part, piece by piece; refused as soon as it is longer than the directory declared. */
export async function* inflateText(bytes: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let checksum = 0
  for await (const chunk of inflated(bytes.subarray(entry.start, entry.end), entry)) {
    size += chunk.length
    if (size > entry.inflatedSize) throw refuse(spreadsheetErrors.zipBomb)
    checksum = crc32(chunk, checksum)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
  if (size !== entry.inflatedSize || checksum !== entry.checksum) throw refuse(spreadsheetErrors.notATable)
}

async function* inflated(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (!entry.deflated) {
    yield packed
    return
  }
  yield* Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
}
