import type { Problem } from '../../shared/refusal.ts'

/** Why a file is not read as a table. */
export const spreadsheetErrors = {
  tooLarge: { code: 'spreadsheet.too_large', status: 413 },
  tooManyRows: { code: 'spreadsheet.too_many_rows', status: 413 },
  tooManyColumns: { code: 'spreadsheet.too_many_columns', status: 422 },
  cellTooLong: { code: 'spreadsheet.cell_too_long', status: 422 },
  openQuote: { code: 'spreadsheet.open_quote', status: 422 },
  notATable: { code: 'spreadsheet.not_a_table', status: 422 },
  encrypted: { code: 'spreadsheet.encrypted', status: 422 },
  macro: { code: 'spreadsheet.macro', status: 422 },
  zipBomb: { code: 'spreadsheet.zip_bomb', status: 422 },
  noHeading: { code: 'spreadsheet.no_heading', status: 422 },
  repeatedHeading: { code: 'spreadsheet.repeated_heading', status: 422 },
} as const satisfies Record<string, Problem>
