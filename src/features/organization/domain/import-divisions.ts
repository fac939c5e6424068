import { codeCell, textCell, wordCell } from './import-cells.ts'
import { type Finding, Findings, type ImportRow } from './import-findings.ts'
import { readDivisionKind } from './import-words.ts'
import { loopsIn } from './loops.ts'
import type { DivisionKind, Name } from './vocabulary.ts'

type DivisionFacts = { readonly kind: DivisionKind; readonly name: Name; readonly parentCode: string | null }
export type KnownDivision = DivisionFacts & { readonly id: string; readonly code: string }

export type DivisionPlan = {
  readonly findings: readonly Finding[]
  readonly added: readonly (DivisionFacts & { readonly code: string; readonly line: number })[]
  readonly changed: readonly (DivisionFacts & { readonly id: string; readonly code: string; readonly line: number })[]
  readonly unchanged: number
}

/** What a file of divisions would do to the divisions that stand on its day. An empty parent means the root. */
export function planDivisions(rows: readonly ImportRow[], known: readonly KnownDivision[]): DivisionPlan {
  const findings = new Findings()
  const standing = new Map(known.map((division) => [division.code, division]))
  const root = known.find((division) => division.parentCode === null) ?? null
  const read = rows.map((row) => ({ row, ...readRow(row, findings) }))
  const lineOf = new Map<string, number>()
  for (const { row, code } of read) {
    if (code === null) continue
    const first = lineOf.get(code)
    if (first !== undefined) findings.problem(row, 'code', 'twice_in_file', { value: code, other: first })
    else lineOf.set(code, row.line)
  }
  const rootCode = root?.code ?? read.find(({ parent, kind }) => parent === null && kind === 'entity')?.code ?? null
  const planned = read.map((one) => {
    const isRoot = one.code !== null && one.code === rootCode
    if (one.kind === 'entity' && !isRoot) findings.problem(one.row, 'kind', 'second_root', { root: rootCode ?? '' })
    if (one.parent !== null && !standing.has(one.parent) && !lineOf.has(one.parent)) {
      findings.problem(one.row, 'parent', 'unknown_parent', { value: one.parent })
    }
    if (one.parent === null && !isRoot && rootCode === null) findings.problem(one.row, 'parent', 'required')
    return { ...one, parentCode: isRoot ? null : (one.parent ?? rootCode) }
  })
  reportLoops(planned, known, findings)

  const added: DivisionPlan['added'][number][] = []
  const changed: DivisionPlan['changed'][number][] = []
  let unchanged = 0
  for (const { row, code, kind, nameAr, nameEn, parentCode } of planned) {
    if (code === null || kind === null || nameAr === null || nameEn === null) continue
    const facts = { kind, name: { ar: nameAr, en: nameEn }, parentCode }
    const before = standing.get(code)
    if (!before) added.push({ ...facts, code, line: row.line })
    else if (isSame(before, facts)) unchanged += 1
    else changed.push({ ...facts, id: before.id, code, line: row.line })
  }
  return { findings: findings.all, added, changed, unchanged }
}

function readRow(row: ImportRow, findings: Findings) {
  const asked = { row, findings, required: true }
  return {
    code: codeCell({ ...asked, column: 'code' }),
    parent: codeCell({ row, findings, column: 'parent' }),
    kind: wordCell({ ...asked, column: 'kind', read: readDivisionKind, code: 'not_a_kind' }),
    nameAr: textCell({ ...asked, column: 'nameAr', min: 2, max: 200 }),
    nameEn: textCell({ ...asked, column: 'nameEn', min: 2, max: 200 }),
  }
}

function reportLoops(
  planned: readonly { row: ImportRow; code: string | null; parentCode: string | null }[],
  known: readonly KnownDivision[],
  findings: Findings,
): void {
  const above = new Map<string, string>()
  for (const { code, parentCode } of known) if (parentCode !== null) above.set(code, parentCode)
  const rows = new Map<string, ImportRow>()
  for (const { row, code, parentCode } of planned) {
    if (code === null) continue
    rows.set(code, row)
    if (parentCode === code) findings.problem(row, 'parent', 'own_parent')
    if (parentCode === null || parentCode === code) above.delete(code)
    else above.set(code, parentCode)
  }
  for (const loop of loopsIn(above)) {
    for (const code of loop) {
      const row = rows.get(code)
      if (row) findings.problem(row, 'parent', 'parent_loop', { loop: [...loop, loop[0]].slice(0, 8).join(' ← ') })
    }
  }
}

function isSame(before: DivisionFacts, after: DivisionFacts): boolean {
  return (
    before.kind === after.kind &&
    before.name.ar === after.name.ar &&
    before.name.en === after.name.en &&
    before.parentCode === after.parentCode
  )
}
