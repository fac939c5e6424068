const megabyte = 1024 * 1024

/** The kinds of file that are taken as evidence (decisions H15), by the extension under which they are kept. */
export const keptExtensions = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'csv', 'txt'] as const
export type KeptExtension = (typeof keptExtensions)[number]

/** What a file picker offers. */
export const keptFilesAccept = '.pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.csv,.txt'

/** Bytes of one file, and of all files of one document (decisions H15). */
export const keptFileLimits = { fileBytes: 20 * megabyte, documentBytes: 200 * megabyte } as const

/** The `upload` of an operation that takes a file to keep: received on disk first, then kept by `receiveFile`. */
export const keptFileUpload = { maxBytes: keptFileLimits.fileBytes, spooled: true } as const

export const keptFileStatuses = ['clean', 'unscanned', 'infected'] as const

/** A kept file as lists show it. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  /** The media type, by content. */
  readonly type: string
  readonly extension: KeptExtension
  /** Bytes. */
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly digest: string
  /** `unscanned`: no scanner was set when the file came. */
  readonly status: (typeof keptFileStatuses)[number]
  readonly hasPreview: boolean
}
