import type { KeptExtension } from '../../shared/kept-files.ts'

export type InspectTask = { readonly bytes: Uint8Array; readonly kind: KeptExtension }

/** A picture that may be shown: written anew, with nothing but the picture in it. */
export type Preview = { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' }

/** What a look into a file has found: what it is, under which name it is kept, and a picture that may be shown. */
export type Inspected = {
  readonly name: string
  readonly type: string
  readonly extension: KeptExtension
  readonly preview: Preview | null
}

/** The media type under which each kind is kept. */
export const mediaTypes: Readonly<Record<KeptExtension, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
}
