import { createHash } from 'node:crypto'
import * as audit from '../../../platform/audit/record.ts'
import { readTable } from '../../../platform/spreadsheet/read-table.ts'
import { writeCsv } from '../../../platform/spreadsheet/write-csv.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { toAsciiDigits } from '../../../shared/digits.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { type ImportKind, importColumns, requiredColumns } from '../domain/import-columns.ts'
import { type DivisionPlan, planDivisions } from '../domain/import-divisions.ts'
import { type EmployeePlan, planEmployees } from '../domain/import-employees.ts'
import { hasProblems, type ImportRow } from '../domain/import-findings.ts'
import { type PostPlan, planPosts } from '../domain/import-posts.ts'
import { errors } from '../errors.ts'
import { lockStructure } from '../repository/roots.ts'
import { importWorld, knownDivisions, knownPosts } from '../views/import-world.ts'
import { type Act, todayOf } from './act.ts'
import { importDivisions } from './import-divisions.ts'
import { importEmployees } from './import-employees.ts'
import { importPosts } from './import-posts.ts'

type File = { readonly filename: string; readonly bytes: Uint8Array }
type Request = Act & { readonly kind: ImportKind; readonly file: File }

/** What the file would do from the day on, row by row. Nothing is written. */
export async function previewImport(request: Request & { on: string | undefined; language: Language }) {
  const on = request.on ?? (await todayOf(request))
  const { plan, rows, ignoredColumns, digest } = await planned(request, on)
  const { findings, ...counts } = plan
  const problems = findings.filter((finding) => finding.severity === 'problem')
  const notices = findings.filter((finding) => finding.severity === 'notice')
  const effects = [
    ...counts.added.map((row) => ({ line: row.line, change: 'add' as const, ...labelOf(row, request.language) })),
    ...counts.changed.map((row) => ({ line: row.line, change: 'change' as const, ...labelOf(row, request.language) })),
  ]
  return {
    on,
    digest,
    ready: problems.length === 0 && effects.length > 0,
    ...countsOf(plan, rows),
    problems: problems.length,
    notices: notices.length,
    findings: [...problems.sort(byLine), ...notices.sort(byLine)].slice(0, 500),
    ignoredColumns,
    effects: effects.sort(byLine).slice(0, 100),
  }
}

/**
 * Does what the preview told, all of it or nothing. The file comes again, and the digest holds it, and its effect on
 * what is recorded now, to what was shown.
 */
export async function confirmImport(request: Request & { on: string; digest: string }) {
  const { kind, on, actor, now, tx } = request
  await lockStructure(tx)
  const { plan, rows, digest } = await planned(request, on)
  if (hasProblems(plan.findings)) throw refuse(errors.importHasProblems)
  if (digest !== request.digest) throw refuse(errors.importFileChanged)
  if (plan.kind === 'divisions') await importDivisions({ ...request, plan })
  else if (plan.kind === 'posts') await importPosts({ ...request, plan })
  else await importEmployees({ ...request, plan })
  const counts = countsOf(plan, rows)
  const after = { ...counts, on, digest, filename: request.file.filename }
  const subject = { type: 'import', id: request.newId() }
  audit.record(tx, { actor, action: `organization.import_${kind}`, subject, after, at: now })
  return counts
}

/** An empty file with our headings in the reader's language. */
export async function importTemplate(asked: { kind: ImportKind; format: 'xlsx' | 'csv'; language: Language }) {
  const { kind, format, language } = asked
  const headings = Object.values(importColumns[kind]).map(([ar, en]) => (language === 'ar' ? ar : en))
  if (format === 'csv') {
    const bytes = Buffer.from(writeCsv({ columns: headings.map((heading) => ({ heading })), rows: [] }))
    return { filename: `itqan-${kind}.csv`, type: 'text/csv; charset=utf-8', bytes }
  }
  const columns = headings.map((heading) => ({ heading, type: 'text' as const, width: 24 }))
  const bytes = await writeXlsx({ sheets: [{ name: kind, rightToLeft: language === 'ar', columns, rows: [] }] })
  return { filename: `itqan-${kind}.xlsx`, type: xlsxType, bytes }
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Plan =
  | ({ readonly kind: 'divisions' } & DivisionPlan)
  | ({ readonly kind: 'posts' } & PostPlan)
  | ({ readonly kind: 'employees' } & EmployeePlan)

async function planned(request: Request, on: string) {
  const { kind, file } = request
  const table = await readTable(file.bytes, { filename: file.filename, headings: importColumns[kind] })
  const missing = requiredColumns[kind].filter((column) => table.missing.includes(column))
  if (missing.length > 0) {
    const headings = (language: 0 | 1) => missing.map((column) => headingOf(kind, column)[language]).join('، ')
    throw refuse(errors.importColumnsMissing, { params: { columns: headings(0), columnsEn: headings(1) } })
  }
  if (table.rows.length === 0) throw refuse(errors.importEmpty)
  const plan = await planOf(request, { on, rows: table.rows })
  return { plan, rows: table.rows.length, ignoredColumns: [...table.unknown], digest: digestOf(file.bytes, on, plan) }
}

async function planOf({ tx, kind }: Request, { on, rows }: { on: string; rows: readonly ImportRow[] }): Promise<Plan> {
  switch (kind) {
    case 'divisions':
      return { kind, ...planDivisions(rows, await knownDivisions(tx, { on })) }
    case 'posts':
      return { kind, ...planPosts(rows, await knownPosts(tx)) }
    case 'employees': {
      const civilNumbers = rows.map(({ cells }) => toAsciiDigits(cells.civilNumber ?? '').replace(/[\s()-]/g, ''))
      return { kind, ...planEmployees(rows, await importWorld(tx, { on, civilNumbers })) }
    }
  }
}

/** Stands for the bytes, the day, and which rows would be added, changed and left. */
function digestOf(bytes: Uint8Array, on: string, plan: Plan): string {
  const effect = { on, kind: plan.kind, added: linesOf(plan.added), changed: linesOf(plan.changed) }
  return createHash('sha256').update(bytes).update(JSON.stringify(effect)).digest('hex')
}

function linesOf(rows: readonly { readonly line: number }[]): number[] {
  return rows.map((row) => row.line)
}

function countsOf({ added, changed, unchanged }: Plan, rows: number) {
  return { rows, added: added.length, changed: changed.length, unchanged }
}

function headingOf(kind: ImportKind, column: string): readonly [string, string] {
  const [ar, en] = (importColumns[kind] as Record<string, readonly [string, string, ...string[]]>)[column] ?? ['', '']
  return [ar, en]
}

function labelOf(row: Plan['added'][number], language: Language): { key: string; label: string } {
  if ('civilNumber' in row) return { key: row.employeeNumber ?? row.civilNumber, label: row.name[language] }
  if ('title' in row) return { key: row.code, label: row.title[language] }
  return { key: row.code, label: row.name[language] }
}

function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line
}
