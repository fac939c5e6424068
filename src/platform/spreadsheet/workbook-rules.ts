import { refuse } from '../../shared/refusal.ts'
import type { ArchiveRules } from '../archive/archive-rules.ts'
import { spreadsheetErrors } from './errors.ts'
import { limits } from './limits.ts'

/** What a workbook may be as an archive. */
export const workbookRules: ArchiveRules = {
  limits,
  broken: () => refuse(spreadsheetErrors.notATable),
  locked: () => refuse(spreadsheetErrors.encrypted),
  bomb: () => refuse(spreadsheetErrors.zipBomb),
  tooLarge: () => refuse(spreadsheetErrors.tooLarge, { params: { megabytes: limits.megabytes } }),
}
