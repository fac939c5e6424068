import type { KeptExtension } from '../../shared/kept-files.ts'
import { refuse } from '../../shared/refusal.ts'
import { endsInArchive } from '../archive/zip-directory.ts'
import { fileErrors } from './errors.ts'

/** Where readers of PDF still look for its beginning. */
const pdfStart = 1024

/** Refuses a file that another program would open as something else: a picture that is also a page or an archive. */
export function refuseHiddenFile(bytes: Buffer, kind: KeptExtension): void {
  if (kind !== 'pdf' && bytes.subarray(0, pdfStart).includes('%PDF-')) throw refuse(fileErrors.twoInOne)
  const picture = kind === 'png' || kind === 'jpg'
  if ((kind === 'pdf' || picture) && endsInArchive(bytes)) throw refuse(fileErrors.twoInOne)
  if (picture && /<(\?php|script|html|!doctype|iframe)|%PDF-/i.test(bytes.toString('latin1'))) {
    throw refuse(fileErrors.twoInOne)
  }
}
