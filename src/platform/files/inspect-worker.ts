import { fileTypeFromBuffer } from 'file-type'
import type { KeptExtension } from '../../shared/kept-files.ts'
import { Refusal, refuse } from '../../shared/refusal.ts'
import { answerTasks } from '../workers/answer-tasks.ts'
import { fileErrors } from './errors.ts'
import { refuseHiddenFile } from './hidden-file.ts'
import type { InspectTask, Preview } from './inspected.ts'
import { checkOfficePackage } from './office-package.ts'
import { isLockedPackage } from './old-container.ts'
import { picturePreview } from './picture-preview.ts'
import { checkPlainText } from './plain-text.ts'

answerTasks(async ({ bytes, kind }: InspectTask): Promise<Preview | null> => {
  try {
    return await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), kind)
  } catch (error) {
    // A broken file is no fault of the program: whatever fails on its bytes means that it is damaged.
    throw error instanceof Refusal ? error : refuse(fileErrors.damaged)
  }
})

async function inspect(bytes: Buffer, kind: KeptExtension): Promise<Preview | null> {
  if (kind === 'txt' || kind === 'csv') {
    checkPlainText(bytes)
    return null
  }
  await checkKind(bytes, kind)
  refuseHiddenFile(bytes, kind)
  if (kind === 'png' || kind === 'jpg') return picturePreview(bytes, kind)
  if (kind !== 'pdf') await checkOfficePackage(bytes, kind)
  else if (!bytes.subarray(-2048).includes('%%EOF')) throw refuse(fileErrors.damaged)
  return null
}

/** What the content is counts, and it must be what the name says. */
async function checkKind(bytes: Buffer, kind: Exclude<KeptExtension, 'txt' | 'csv'>): Promise<void> {
  const found = (await fileTypeFromBuffer(bytes))?.ext
  if (found === kind || (found === 'apng' && kind === 'png')) return
  const office = kind === 'docx' || kind === 'xlsx' || kind === 'pptx'
  // Some programs write the parts in an order that hides the kind; the content types tell.
  if (office && found === 'zip') return
  if (office && found === 'cfb' && isLockedPackage(bytes)) throw refuse(fileErrors.encrypted)
  if (office && found && macroKinds.has(found)) throw refuse(fileErrors.macro)
  throw refuse(fileErrors.contentMismatch)
}

const macroKinds: ReadonlySet<string> = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm'])
