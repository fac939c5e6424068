import { keptFileLimits } from '../../shared/kept-files.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CleanImage, cleanImage } from './clean-image.ts'
import { fileErrors } from './errors.ts'

/** A photo of any telephone, a scanned page. A picture beyond this is kept without preview. */
const shown = {
  png: { bytes: keptFileLimits.fileBytes, side: 10_000, pixels: 25_000_000 },
  jpg: { bytes: keptFileLimits.fileBytes, side: 10_000, pixels: 64_000_000 },
} as const

/** The picture of a file written anew, to be shown; null for one that is too big for it. Refuses what is no picture. */
export function picturePreview(bytes: Buffer, kind: 'png' | 'jpg'): Pick<CleanImage, 'bytes' | 'type'> | null {
  try {
    const { bytes: clean, type } = cleanImage(bytes, shown[kind])
    return { bytes: clean, type }
  } catch (error) {
    if (error instanceof Refusal && error.code === fileErrors.imageTooBig.code) return null
    throw error
  }
}
