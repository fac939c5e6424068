import { refuse } from '../../shared/refusal.ts'
import { fileErrors } from './errors.ts'

const named = (name: string) => Buffer.from(name, 'utf16le')
const lockedPackage = named('EncryptedPackage')
const macros = named('_VBA_PROJECT')
/** How Windows wraps any file that is dropped into a document. */
const wrappedFile = named('\u0001Ole10Native')

/** Whether an old Office container (CFB) is a new document behind a password. */
export function isLockedPackage(container: Buffer): boolean {
  return container.includes(lockedPackage)
}

/** Refuses an embedded old container with macros in it, or with a wrapped file of any kind; names stand in UTF-16. */
export function refuseHarmfulContainer(container: Buffer): void {
  if (container.includes(macros)) throw refuse(fileErrors.macro)
  if (container.includes(wrappedFile)) throw refuse(fileErrors.program)
}
