import { fileTypeFromBuffer } from 'file-type'
import { type KeptExtension, keptExtensions } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import { fileErrors } from './errors.ts'
import { cleanFileName } from './file-name.ts'
import { type Inspected, mediaTypes } from './inspected.ts'

export async function inspectFile(bytes: Buffer, filename: string): Promise<Inspected> {
  const { name, extension } = cleanFileName(filename)
  const kind = (extension === 'jpeg' ? 'jpg' : extension) as KeptExtension
  if (!keptExtensions.includes(kind)) throw refuse(fileErrors.typeNotAllowed)
  const found = await fileTypeFromBuffer(bytes)
  if (found ? found.ext !== kind : kind !== 'txt' && kind !== 'csv') throw refuse(fileErrors.contentMismatch)
  return { name, extension: kind, type: mediaTypes[kind], preview: null }
}
