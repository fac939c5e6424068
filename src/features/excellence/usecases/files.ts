import { sendFile, sendPreview } from '../../../platform/files/send-file.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { readVisible } from './access.ts'
import type { Reading } from './act.ts'
import { visibleEvidence } from './present.ts'

type Asked = Reading & { readonly id: string; readonly fileId: string }

/** A file of the dossier for whoever may see it there; one of another dossier does not exist here. */
export async function downloadFile(request: Asked) {
  await mustSee(request)
  return sendFile(request.tx, { id: request.fileId })
}

export async function previewFile(request: Asked) {
  await mustSee(request)
  return sendPreview(request.tx, { id: request.fileId })
}

async function mustSee(request: Asked): Promise<void> {
  const seen = await readVisible(request)
  if (!visibleEvidence(seen).some(({ fileId }) => fileId === request.fileId)) throw refuse(errors.evidenceNotFound)
}
