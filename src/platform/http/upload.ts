import type { FastifyRequest } from 'fastify'
import type { Operation } from '../../shared/contract.ts'
import { refuse } from '../../shared/refusal.ts'
import { httpErrors } from './errors.ts'
import type { SpooledFile, UploadedFile } from './implement.ts'
import { spool } from './spool.ts'

export type Upload = {
  readonly file: UploadedFile | SpooledFile
  /** What tells this content from another. */
  readonly content: Uint8Array
  discard(): Promise<void>
}

const wrongFile = [{ path: 'file', code: 'validation.invalid' }]

/** The one file of a `multipart/form-data` request, refused while it is read when it is over the operation's limit. */
export async function receiveUpload(
  request: FastifyRequest,
  { maxBytes, spooled }: NonNullable<Operation['upload']>,
): Promise<Upload> {
  if (!request.isMultipart()) throw refuse(httpErrors.unsupportedMediaType)
  const limits = { fileSize: maxBytes, files: 1, fields: 0, parts: 1 }
  try {
    const part = await request.file({ limits })
    if (!part) throw refuse(httpErrors.invalidInput, { fields: [{ path: 'file', code: 'validation.required' }] })
    const filename = part.filename.slice(0, 200)
    if (!spooled) {
      const bytes = await part.toBuffer()
      return { file: { filename, bytes }, content: bytes, discard: async () => undefined }
    }
    const { file, digest, discard } = await spool(filename, part.file)
    if (!part.file.truncated) return { file, content: digest, discard }
    await discard()
    throw refuse(httpErrors.fileTooLarge, { params: { megabytes: Math.floor(maxBytes / 1_048_576) } })
  } catch (error) {
    // The parser tells of a form that is cut off or has no boundary in errors without a status.
    const known = error as { status?: number; statusCode?: number }
    throw known.status || known.statusCode ? error : refuse(httpErrors.invalidInput, { fields: wrongFile })
  }
}
