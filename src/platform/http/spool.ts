import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse } from '../../shared/refusal.ts'
import { httpErrors } from './errors.ts'
import type { SpooledFile } from './implement.ts'

/** An upload received whole, outside every transaction: a slow sender holds no connection of the database. */
export type Spool = {
  readonly file: SpooledFile
  /** SHA-256 of the content. */
  readonly digest: Buffer
  discard(): Promise<void>
}

const pieceBytes = 256 * 1024

/** Receives a stream on disk. The file loses its name at once, so that not even a killed server leaves it behind. */
export async function spool(filename: string, stream: AsyncIterable<Buffer>): Promise<Spool> {
  const handle = await nameless()
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of stream) {
      hash.update(chunk)
      await writeAll(handle, chunk)
      size += chunk.length
    }
    const file = { filename, size, chunks: () => pieces(handle) }
    return { file, digest: hash.digest(), discard: () => handle.close() }
  } catch (error) {
    await handle.close()
    throw (error as { code?: string }).code === 'ENOSPC' ? refuse(httpErrors.diskFull) : error
  }
}

async function nameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `itqan-upload-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at, chunk.length - at)).bytesWritten
}

async function* pieces(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const piece = Buffer.allocUnsafe(pieceBytes)
    const { bytesRead } = await handle.read(piece, 0, pieceBytes, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}
