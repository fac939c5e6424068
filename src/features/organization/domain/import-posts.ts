import { cell, codeCell, textCell, wordCell } from './import-cells.ts'
import { type Finding, Findings, type ImportRow } from './import-findings.ts'
import { readJobFamily } from './import-words.ts'
import type { JobFamily, Name } from './vocabulary.ts'

export type PostFacts = {
  readonly title: Name
  readonly family: JobFamily
  readonly purpose: Name
  readonly duties: { readonly ar: readonly string[]; readonly en: readonly string[] }
}
export type KnownPost = PostFacts & { readonly id: string; readonly code: string }

export type PostPlan = {
  readonly findings: readonly Finding[]
  readonly added: readonly (PostFacts & { readonly code: string; readonly line: number })[]
  readonly changed: readonly (PostFacts & { readonly id: string; readonly code: string; readonly line: number })[]
  readonly unchanged: number
}

/** What a file of posts and their job descriptions would do. An empty cell of an existing post keeps what was. */
export function planPosts(rows: readonly ImportRow[], known: readonly KnownPost[]): PostPlan {
  const findings = new Findings()
  const standing = new Map(known.map((post) => [post.code, post]))
  const lineOf = new Map<string, number>()
  const added: PostPlan['added'][number][] = []
  const changed: PostPlan['changed'][number][] = []
  let unchanged = 0
  for (const row of rows) {
    const code = codeCell({ row, findings, column: 'code', required: true })
    const first = code === null ? undefined : lineOf.get(code)
    if (code !== null && first !== undefined)
      findings.problem(row, 'code', 'twice_in_file', { value: code, other: first })
    if (code !== null && first === undefined) lineOf.set(code, row.line)
    const before = code === null ? undefined : standing.get(code)
    const facts = readFacts(row, findings, before)
    if (code === null || facts === null || first !== undefined) continue
    if (!before) added.push({ ...facts, code, line: row.line })
    else if (isSame(before, facts)) unchanged += 1
    else changed.push({ ...facts, id: before.id, code, line: row.line })
  }
  return { findings: findings.all, added, changed, unchanged }
}

/** One duty a line; a semicolon of either script separates too. */
export function readDuties(text: string): string[] {
  return text
    .split(/[\n;؛]+/)
    .map((duty) => duty.replace(/^(?:[-–•*]+|[0-9٠-٩]{1,2}[.)-])\s*/u, '').trim())
    .filter((duty) => duty !== '')
}

function readFacts(row: ImportRow, findings: Findings, before: PostFacts | undefined): PostFacts | null {
  const title = (column: string) => textCell({ row, findings, column, required: true, min: 2, max: 200 })
  const titleAr = title('titleAr')
  const titleEn = title('titleEn')
  const family = wordCell({
    row,
    findings,
    column: 'family',
    required: true,
    read: readJobFamily,
    code: 'not_a_family',
  })
  const purpose = (column: string) => textCell({ row, findings, column, max: 4000 })
  const duties = (column: string) => {
    const list = readDuties(cell(row, column) ?? '')
    const tooLong = list.find((duty) => duty.length > 500)
    if (tooLong) findings.problem(row, column, 'too_long', { maximum: 500, length: tooLong.length })
    if (list.length > 40) findings.problem(row, column, 'too_long', { maximum: 40, length: list.length })
    return list.length === 0 ? null : list
  }
  const written = {
    purposeAr: purpose('purposeAr'),
    purposeEn: purpose('purposeEn'),
    dutiesAr: duties('dutiesAr'),
    dutiesEn: duties('dutiesEn'),
  }
  if (titleAr === null || titleEn === null || family === null) return null
  return {
    title: { ar: titleAr, en: titleEn },
    family,
    purpose: {
      ar: written.purposeAr ?? before?.purpose.ar ?? '',
      en: written.purposeEn ?? before?.purpose.en ?? '',
    },
    duties: { ar: written.dutiesAr ?? before?.duties.ar ?? [], en: written.dutiesEn ?? before?.duties.en ?? [] },
  }
}

function isSame({ title, family, purpose, duties }: PostFacts, after: PostFacts): boolean {
  return (
    JSON.stringify([title, family, purpose, duties]) ===
    JSON.stringify([after.title, after.family, after.purpose, after.duties])
  )
}
