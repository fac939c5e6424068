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

type ImageLimits = { readonly bytes: number; readonly side: number; readonly pixels: number }

/** What a logo may be. */
export const imageLimits = { bytes: 512 * 1024, side: 2048, pixels: 2048 * 2048 } as const

/**
 * Takes a PNG or JPEG picture by its content, whatever its name, and writes it anew with nothing but the picture in
 * it: no comments, places, thumbnails, programs or second file at its end. Unless other limits are given, at most
 * 512 KB and 2048 pixels a side.
 */
export function cleanImage(source: Uint8Array, limits: ImageLimits = imageLimits): CleanImage {
  if (source.byteLength > limits.bytes) {
    throw refuse(fileErrors.tooLarge, { params: { kilobytes: limits.bytes / 1024 } })
  }
  const checkSize = (width: number, height: number) => {
    if (width < 1 || height < 1) throw refuse(fileErrors.notAnImage)
    if (Math.max(width, height) > limits.side || width * height > limits.pixels) {
      throw refuse(fileErrors.imageTooBig, { params: { pixels: limits.side } })
    }
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
