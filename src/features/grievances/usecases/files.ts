import { sendFile, sendPreview } from '../../../platform/files/send-file.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import * as grievances from '../repository.ts'
import { readVisible } from './access.ts'
import type { Reading } from './act.ts'

type Asked = Reading & { readonly id: string; readonly fileId: string }

/** Evidence for whoever may see the case; a file of another case does not exist here. */
export async function downloadFile(request: Asked) {
  await mustHold(request)
  return sendFile(request.tx, { id: request.fileId })
}

export async function previewFile(request: Asked) {
  await mustHold(request)
  return sendPreview(request.tx, { id: request.fileId })
}

async function mustHold(request: Asked): Promise<void> {
  const { id, fileId, tx } = request
  await readVisible(request)
  if (!(await grievances.filesOf(tx, { id })).includes(fileId)) throw refuse(errors.fileNotFound)
}
