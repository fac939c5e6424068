import { refuse } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import { httpErrors } from '../http/errors.ts'
import type { Download } from '../http/implement.ts'
import { fileErrors } from './errors.ts'
import { chunkAt, chunksOf, fileMeta, previewOf, verdictOn } from './stored-files.ts'

/**
 * What a handler returns to have a file downloaded under its name, never shown. The pieces are read while they are
 * sent, each in a short transaction of its own. The caller has decided that the actor may read it.
 */
export async function sendFile(tx: Tx, { id }: { id: string }): Promise<Download> {
  const [file] = await fileMeta(tx, { ids: [id] })
  if (!file) throw refuse(httpErrors.notFound)
  if (file.status === 'infected')
    throw refuse(fileErrors.foundInfected, { params: { verdict: await verdictOn(tx, id) } })
  return {
    filename: file.name,
    type: 'application/octet-stream',
    size: file.size,
    chunks: (readAgain) => chunksOf(file, (position) => readAgain((own) => chunkAt(own, id, position))),
  }
}

/** What a handler returns to show the picture of a file: written anew, and with nothing but the picture in it. */
export async function sendPreview(tx: Tx, { id }: { id: string }): Promise<Download> {
  const preview = await previewOf(tx, id)
  if (!preview) throw refuse(httpErrors.notFound)
  return { filename: preview.type === 'image/png' ? 'preview.png' : 'preview.jpg', inline: true, ...preview }
}
