/** One row of the file: the line as people count it in their spreadsheet, and the cells that are not empty. */
export type ImportRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/**
 * What is said about one row. A problem stops the import, a notice does not. The code names the sentence and the
 * remedy in the message files.
 */
export type Finding = {
  readonly severity: 'problem' | 'notice'
  readonly line: number
  readonly column: string | null
  readonly code: FindingCode
  readonly params?: Readonly<Record<string, string | number>>
}

export const findingCodes = [
  'required',
  'too_long',
  'not_a_civil_number',
  'not_an_employee_number',
  'not_a_code',
  'not_a_date',
  'not_a_level',
  'not_a_gender',
  'not_a_kind',
  'not_a_family',
  'not_a_yes_or_no',
  'not_a_phone',
  'not_an_email',
  'twice_in_file',
  'number_of_another',
  'registered_elsewhere',
  'unknown_division',
  'unknown_post',
  'unknown_supervisor',
  'unknown_parent',
  'own_supervisor',
  'own_parent',
  'supervisor_loop',
  'parent_loop',
  'supervisor_left',
  'employee_left',
  'two_heads',
  'second_root',
  'without_supervisor',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Collects findings of one file. */
export class Findings {
  readonly all: Finding[] = []

  problem(row: ImportRow, column: string | null, code: FindingCode, params?: Finding['params']): null {
    this.all.push({ severity: 'problem', line: row.line, column, code, ...(params && { params }) })
    return null
  }

  notice(row: ImportRow, column: string | null, code: FindingCode): void {
    this.all.push({ severity: 'notice', line: row.line, column, code })
  }
}

export function hasProblems(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'problem')
}
