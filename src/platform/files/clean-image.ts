import { refuse } from '../../shared/refusal.ts'
import { fileErrors } from './errors.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng, isPng } from './png.ts'

export type CleanImage = {
  readonly bytes: Buffer
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

export const imageLimits = { bytes: 512 * 1024, side: 2048 } as const

/**
 * Takes a PNG or JPEG picture by its content, whatever its name, and writes it anew with nothing but the picture in
 * it: no comments, places, thumbnails, programs or second file at its end. At most 512 KB and 2048 pixels a side.
 */
export function cleanImage(source: Uint8Array): CleanImage {
  if (source.byteLength > imageLimits.bytes) {
    throw refuse(fileErrors.tooLarge, { params: { kilobytes: imageLimits.bytes / 1024 } })
  }
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  try {
    return isPng(bytes) ? cleanPng(bytes, checkSize) : cleanJpeg(bytes, checkSize)
  } catch (error) {
    // Fields that point outside the file make Buffer throw.
    if (error instanceof RangeError) throw refuse(fileErrors.notAnImage)
    throw error
  }
}

function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw refuse(fileErrors.notAnImage)
  if (width > imageLimits.side || height > imageLimits.side) {
    throw refuse(fileErrors.imageTooBig, { params: { pixels: imageLimits.side } })
  }
}
