import { sql } from 'kysely'
import type { KeptExtension, StoredFile } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import { httpErrors } from '../http/errors.ts'
import type { Inspected } from './inspected.ts'
import type { Verdict } from './scanner.ts'

/** How much of a file lies in one row. */
const chunkBytes = 256 * 1024

type NewFile = Inspected & {
  readonly id: string
  readonly bytes: Buffer
  readonly digest: Buffer
  readonly status: 'clean' | 'unscanned'
  readonly verdict: string | null
  readonly uploadedBy: string
  readonly now: Date
}

export async function storeFile(tx: Tx, file: NewFile): Promise<StoredFile> {
  const { id, bytes, name, type, extension, digest, status, preview } = file
  await sql`
    INSERT INTO stored_files (id, digest, name, type, extension, size, status, verdict, uploaded_by, uploaded_at,
                              preview, preview_type)
    VALUES (${id}, ${digest}, ${name}, ${type}, ${extension}, ${bytes.length}, ${status}, ${file.verdict},
            ${file.uploadedBy}, ${file.now}, ${preview ? Buffer.from(preview.bytes) : null}, ${preview?.type ?? null})`.execute(
    tx,
  )
  for (let position = 0; position * chunkBytes < bytes.length; position += 1) {
    const content = bytes.subarray(position * chunkBytes, (position + 1) * chunkBytes)
    await sql`INSERT INTO stored_file_chunks (file_id, position, content)
              VALUES (${id}, ${position}, ${content})`.execute(tx)
  }
  const hasPreview = preview !== null
  return { id, name, type, extension, size: bytes.length, digest: digest.toString('hex'), status, hasPreview }
}

/** The files with these ids, in their order; ids of no file are left out. */
export async function fileMeta(tx: Tx, { ids }: { ids: readonly string[] }): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('stored_files')
    .select(['id', 'name', 'type', 'extension', 'size', 'status'])
    .select(sql<string>`encode(digest, 'hex')`.as('digest'))
    .select(sql<boolean>`preview_type IS NOT NULL`.as('hasPreview'))
    .where('id', 'in', [...ids])
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row
      ? [{ ...row, extension: row.extension as KeptExtension, status: row.status as StoredFile['status'] }]
      : []
  })
}

/** One file and its content, piece by piece, within the transaction. */
export async function openFile(tx: Tx, { id }: { id: string }) {
  const [meta] = await fileMeta(tx, { ids: [id] })
  if (!meta) throw refuse(httpErrors.notFound)
  return { meta, chunks: chunksOf(meta, (position) => chunkAt(tx, id, position)) }
}

/** Every piece until the size is reached; a file that went away meanwhile ends in an error, never in half a file. */
export async function* chunksOf(
  { id, size }: Pick<StoredFile, 'id' | 'size'>,
  read: (position: number) => Promise<Buffer | undefined>,
): AsyncGenerator<Buffer> {
  for (let position = 0; position * chunkBytes < size; position += 1) {
    const content = await read(position)
    if (!content) throw new Error(`stored file ${id} has no piece ${position}`)
    yield content
  }
}

export async function chunkAt(tx: Tx, id: string, position: number): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('stored_file_chunks')
    .select('content')
    .where('file_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()
  return row?.content
}

export async function previewOf(tx: Tx, id: string): Promise<{ bytes: Buffer; type: string } | undefined> {
  const row = await tx
    .selectFrom('stored_files')
    .select(['preview', 'preview_type', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.preview || !row.preview_type || row.status === 'infected') return undefined
  return { bytes: row.preview, type: row.preview_type }
}

/** Removes a file with its content. A row that still links to it refuses. */
export async function removeFile(tx: Tx, { id }: { id: string }): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('stored_files').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw refuse(httpErrors.notFound)
}

/** Ids of the oldest files that no scanner has seen. */
export async function unscannedFiles(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('stored_files')
    .select('id')
    .where('status', '=', 'unscanned')
    .orderBy('uploaded_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

export async function setVerdict(tx: Tx, { id, verdict }: { id: string; verdict: Verdict }): Promise<void> {
  const status = verdict.infected ? 'infected' : 'clean'
  await tx.updateTable('stored_files').set({ status, verdict: verdict.text }).where('id', '=', id).execute()
}

/** What the scanner said of a file, or nothing. */
export async function verdictOn(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('stored_files').select('verdict').where('id', '=', id).executeTakeFirst()
  return row?.verdict ?? ''
}
