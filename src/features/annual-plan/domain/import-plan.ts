import { parseDate } from '../../../shared/dates.ts'
import { toAsciiDigits } from '../../../shared/digits.ts'
import { type DataType, parseQuantity, quantityText } from '../../../shared/measure.ts'
import { normalizeArabic, stripInvisible } from '../../../shared/text.ts'
import { dataTypeWords, type ImportColumn, kindWords } from './import-columns.ts'
import { checkStructure } from './import-structure.ts'
import type { NodeKind, PlannedIndicator, PlannedLink, PlannedNode } from './node.ts'

export type ImportRow = { readonly line: number; readonly cells: Readonly<Partial<Record<string, string>>> }

/** One thing that is wrong: the row of the sheet, the column if one is to blame, and the code of the sentence. */
export type ImportProblem = {
  readonly line: number
  readonly column: ImportColumn | null
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

type Named = { readonly id: string; readonly code: string; readonly name: { readonly ar: string; readonly en: string } }

/** What the cells may point at. */
export type Lookups = {
  readonly year: number
  readonly divisions: readonly Named[]
  readonly priorities: readonly Named[]
  readonly indicators: readonly (Named & { readonly priorityId: string })[]
  readonly programmes: readonly Named[]
}

export type ReadNode = PlannedNode & { readonly line: number }
export type ReadPlan = { readonly nodes: readonly ReadNode[]; readonly problems: readonly ImportProblem[] }

type Draft = { node: Omit<ReadNode, 'indicators' | 'serves'>; indicators: PlannedIndicator[]; serves: PlannedLink[] }

/**
 * Reads the rows of a sheet as a plan. A row with a kind and a title begins a node; a row without both adds an
 * indicator or a link to the node of its code, or of the row above it. All problems are named, none is mended silently.
 */
export function readPlan(rows: readonly ImportRow[], lookups: Lookups): ReadPlan {
  const problems: ImportProblem[] = []
  const drafts = new Map<string, Draft>()
  let last: Draft | undefined
  for (const row of rows) {
    const cells = reader(row, problems)
    const code = cells.code()
    const continues = !row.cells.kind && !row.cells.titleAr
    const draft = continues ? (code ? drafts.get(code) : last) : beginNode(cells, code, lookups)
    if (continues && !draft) {
      cells.problem(code ? 'code' : null, 'annual_plan.import_continues_nothing', code ? { code } : {})
      continue
    }
    if (!draft) continue
    if (continues) refuseExtras(cells)
    else {
      if (drafts.has(draft.node.code)) {
        const first = drafts.get(draft.node.code)?.node.line ?? 0
        cells.problem('code', 'annual_plan.import_code_repeated', { code: draft.node.code, line: first })
        continue
      }
      drafts.set(draft.node.code, draft)
    }
    last = draft
    const indicator = readIndicator(cells)
    if (indicator) draft.indicators.push(indicator)
    const link = readLink(cells, lookups)
    if (link) draft.serves.push(link)
  }
  const nodes = [...drafts.values()].map(({ node, indicators, serves }) => ({ ...node, indicators, serves }))
  const all = [...problems, ...checkStructure(nodes)]
  return { nodes, problems: all.toSorted((a, b) => a.line - b.line) }
}

type Reader = ReturnType<typeof reader>

/** A further row of a node holds an indicator or a link; what describes the node stands on its first row. */
function refuseExtras(cells: Reader): void {
  for (const column of ['parent', 'titleEn', 'summaryAr', 'summaryEn', 'owner', 'startsOn', 'endsOn'] as const) {
    if (cells.cell(column) !== '') cells.problem(column, 'annual_plan.import_belongs_to_first_row')
  }
}

function reader(row: ImportRow, problems: ImportProblem[]) {
  const problem = (column: ImportColumn | null, code: string, params?: ImportProblem['params']) => {
    problems.push({ line: row.line, column, code, ...(params && { params }) })
  }
  const cell = (column: ImportColumn) => stripInvisible(row.cells[column] ?? '').trim()
  const bounded = (column: ImportColumn, max: number) => {
    const value = cell(column)
    if (value.length > max) problem(column, 'annual_plan.import_too_long', { maximum: max })
    return value.slice(0, max)
  }
  return {
    line: row.line,
    problem,
    cell,
    bounded,
    code: () => codeOf(cell('code')),
    parent: () => codeOf(cell('parent')),
    date: (column: 'startsOn' | 'endsOn') => {
      const value = cell(column)
      if (value === '') return null
      const date = parseDate(value)
      if (!date.ok) problem(column, date.why)
      return date.ok ? date.value : null
    },
  }
}

function codeOf(text: string): string {
  return toAsciiDigits(text).replace(/\s+/g, ' ')
}

function beginNode(cells: Reader, code: string, lookups: Lookups): Draft | undefined {
  if (code === '') cells.problem('code', 'annual_plan.import_code_missing')
  else if (!/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,39}$/u.test(code)) cells.problem('code', 'annual_plan.import_code_form')
  const kind = wordOf(cells.cell('kind'), kindWords)
  if (!kind)
    cells.problem('kind', cells.cell('kind') ? 'annual_plan.import_kind_unknown' : 'annual_plan.import_kind_missing')
  const ar = cells.bounded('titleAr', 300)
  if (ar.length < 2) cells.problem('titleAr', 'annual_plan.import_title_missing')
  const owner = readOwner(cells, kind, lookups)
  const days = readDays(cells, lookups.year)
  if (!kind || code === '' || ar.length < 2) return undefined
  return {
    node: {
      line: cells.line,
      code,
      kind,
      parentCode: cells.parent() || null,
      title: { ar, en: cells.bounded('titleEn', 300) || ar },
      summary: { ar: cells.bounded('summaryAr', 4000), en: cells.bounded('summaryEn', 4000) },
      ownerDivisionId: owner,
      ...days,
    },
    indicators: [],
    serves: [],
  }
}

function readOwner(cells: Reader, kind: NodeKind | undefined, { divisions }: Lookups): string | null {
  const text = cells.cell('owner')
  if (text === '') {
    if (kind && kind !== 'objective') cells.problem('owner', 'annual_plan.import_owner_missing')
    return null
  }
  const found = pointedAt(text, divisions)
  if (!found) cells.problem('owner', 'annual_plan.import_owner_unknown', { code: text.slice(0, 80) })
  return found?.id ?? null
}

function readDays(cells: Reader, year: number) {
  const startsOn = cells.date('startsOn')
  const endsOn = cells.date('endsOn')
  for (const [column, date] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const) {
    if (date && !date.startsWith(`${year}-`)) cells.problem(column, 'annual_plan.import_date_outside_year', { year })
  }
  if (startsOn && endsOn && endsOn < startsOn) cells.problem('endsOn', 'annual_plan.import_ends_before_start')
  return { startsOn, endsOn }
}

function readIndicator(cells: Reader): PlannedIndicator | undefined {
  const ar = cells.bounded('indicatorAr', 300)
  const target = cells.cell('target')
  if (ar === '') {
    for (const column of ['target', 'dataType', 'baseline', 'indicatorEn'] as const) {
      if (cells.cell(column) === '') continue
      cells.problem('indicatorAr', 'annual_plan.import_indicator_missing')
      break
    }
    return undefined
  }
  const dataType = wordOf(cells.cell('dataType'), dataTypeWords)
  if (!dataType) {
    cells.problem('dataType', 'annual_plan.import_data_type_unknown')
    return undefined
  }
  if (target === '') {
    cells.problem('target', 'annual_plan.import_target_missing')
    return undefined
  }
  const aim = quantity(cells, 'target', dataType)
  const baseline = cells.cell('baseline') === '' ? null : quantity(cells, 'baseline', dataType)
  if (aim === undefined || baseline === undefined) return undefined
  return { name: { ar, en: cells.bounded('indicatorEn', 300) || ar }, dataType, baseline, target: aim }
}

function quantity(cells: Reader, column: 'target' | 'baseline', dataType: DataType): string | undefined {
  const value = parseQuantity(dataType, cells.cell(column))
  if (value.ok) return quantityText(dataType, value.value)
  cells.problem(column, value.why)
  return undefined
}

function readLink(cells: Reader, lookups: Lookups): PlannedLink | undefined {
  const point = (column: 'priority' | 'visionIndicator' | 'programme', list: readonly Named[]) => {
    const text = cells.cell(column)
    if (text === '') return null
    const found = pointedAt(text, list)
    if (!found) cells.problem(column, 'annual_plan.import_vision_unknown', { name: text.slice(0, 80) })
    return found ?? undefined
  }
  const priority = point('priority', lookups.priorities)
  const indicator = point('visionIndicator', lookups.indicators)
  const programme = point('programme', lookups.programmes)
  if (priority === undefined || indicator === undefined || programme === undefined) return undefined
  const ofIndicator = indicator && lookups.indicators.find((one) => one.id === indicator.id)?.priorityId
  if (priority && ofIndicator && ofIndicator !== priority.id) {
    cells.problem('visionIndicator', 'annual_plan.import_indicator_of_other_priority')
    return undefined
  }
  const priorityId = priority?.id ?? ofIndicator
  if (!priorityId) {
    if (programme) cells.problem('priority', 'annual_plan.import_priority_missing')
    return undefined
  }
  return { priorityId, indicatorId: indicator?.id ?? null, programmeId: programme?.id ?? null }
}

/** By code, or by name in either language, whatever the form of letters and digits. */
function pointedAt(text: string, list: readonly Named[]): Named | undefined {
  const plain = plainText(text)
  return (
    list.find((one) => plainText(one.code) === plain) ??
    list.find((one) => plainText(one.name.ar) === plain || plainText(one.name.en) === plain)
  )
}

function wordOf<W extends string>(text: string, words: Readonly<Record<W, readonly string[]>>): W | undefined {
  const plain = plainText(text)
  const found = Object.entries<readonly string[]>(words).find(([key, forms]) =>
    [key, ...forms].some((form) => plainText(form) === plain),
  )
  return plain === '' ? undefined : (found?.[0] as W | undefined)
}

function plainText(text: string): string {
  return normalizeArabic(stripInvisible(text)).replace(/\s+/g, ' ').trim()
}
