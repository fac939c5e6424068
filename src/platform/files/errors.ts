import type { Problem } from '../../shared/refusal.ts'

/** Why an uploaded picture or file is not taken. */
export const fileErrors = {
  tooLarge: { code: 'files.too_large', status: 413 },
  notAnImage: { code: 'files.not_an_image', status: 422 },
  imageTooBig: { code: 'files.image_too_big', status: 422 },
  empty: { code: 'files.empty', status: 422 },
  overLimit: { code: 'files.over_limit', status: 413 },
  noRoom: { code: 'files.no_room', status: 413 },
  typeNotAllowed: { code: 'files.type_not_allowed', status: 422 },
  contentMismatch: { code: 'files.content_mismatch', status: 422 },
  damaged: { code: 'files.damaged', status: 422 },
  encrypted: { code: 'files.encrypted', status: 422 },
  macro: { code: 'files.macro', status: 422 },
  program: { code: 'files.program', status: 422 },
  zipBomb: { code: 'files.zip_bomb', status: 422 },
  twoInOne: { code: 'files.two_in_one', status: 422 },
  infected: { code: 'files.infected', status: 422 },
  foundInfected: { code: 'files.found_infected', status: 410 },
  scannerUnreachable: { code: 'files.scanner_unreachable', status: 503 },
} as const satisfies Record<string, Problem>
