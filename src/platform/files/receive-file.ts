import { createHash } from 'node:crypto'
import { keptFileLimits, type StoredFile } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'
import { fileErrors } from './errors.ts'
import { inspectFile } from './inspect-file.ts'
import { type FileScanner, scannerInUse } from './scanner.ts'
import { storeFile } from './stored-files.ts'

/** An upload: whole, or read in pieces. What an operation with `upload` hands to its handler is either. */
export type FileToReceive =
  | { readonly filename: string; readonly bytes: Uint8Array }
  | { readonly filename: string; readonly chunks: () => AsyncIterable<Uint8Array> }

export type ReceiveLimits = {
  /** Bytes of one file; 20 MB where it is not said (decisions H15). */
  readonly maxBytes?: number
  /** Bytes that the document still has room for: its 200 MB less what it holds, read under its lock. */
  readonly roomBytes?: number
}

type Receive = {
  readonly file: FileToReceive
  readonly limits?: ReceiveLimits
  /** The employee who uploads. */
  readonly uploadedBy: string
  readonly newId: NewId
  readonly now: Date
  readonly scanner?: FileScanner | null
}

/**
 * Takes an uploaded file into the database, in the transaction of the change that it belongs to. Refuses with
 * `files.*` what is empty, too large, of another kind than its name says, locked, or able to do harm; nothing of a
 * refused file is kept. With a scanner set, the file is clean when this returns.
 */
export async function receiveFile(
  tx: Tx,
  { file, limits = {}, uploadedBy, newId, now, scanner = scannerInUse() }: Receive,
): Promise<StoredFile> {
  const bytes = await readWithin(file, limits)
  const inspected = await inspectFile(bytes, file.filename)
  const verdict = scanner ? await scanner.scan(bytes) : null
  if (verdict?.infected) throw refuse(fileErrors.infected, { params: { verdict: verdict.text } })
  const digest = createHash('sha256').update(bytes).digest()
  const status = verdict ? 'clean' : 'unscanned'
  const facts = { id: newId(), digest, status, verdict: verdict?.text ?? null, uploadedBy, now } as const
  return storeFile(tx, { ...facts, ...inspected, bytes })
}

async function readWithin(file: FileToReceive, { maxBytes = keptFileLimits.fileBytes, roomBytes }: ReceiveLimits) {
  const source = 'bytes' in file ? [file.bytes] : file.chunks()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source) {
    size += part.length
    if (size > maxBytes) throw refuse(fileErrors.overLimit, { params: { megabytes: megabytes(maxBytes) } })
    if (roomBytes !== undefined && size > roomBytes) {
      throw refuse(fileErrors.noRoom, { params: { megabytes: megabytes(keptFileLimits.documentBytes) } })
    }
    parts.push(part)
  }
  if (size === 0) throw refuse(fileErrors.empty)
  return Buffer.concat(parts, size)
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576)
}
