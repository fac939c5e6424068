import type { Problem } from '../../shared/refusal.ts'

/** Why an uploaded picture is not taken. */
export const fileErrors = {
  tooLarge: { code: 'files.too_large', status: 413 },
  notAnImage: { code: 'files.not_an_image', status: 422 },
  imageTooBig: { code: 'files.image_too_big', status: 422 },
} as const satisfies Record<string, Problem>
