import type { Tx } from '../../../platform/db/database.ts'
import type { Download } from '../../../platform/http/implement.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { dataTypeWords, type ImportColumn, importColumns, kindWords } from '../domain/import-columns.ts'
import type { Lookups } from '../domain/import-plan.ts'
import { dayWithin } from '../domain/version.ts'
import { errors } from '../errors.ts'
import { readLookups } from '../views/lookups.ts'
import { type PlanRead, readPlan } from '../views/plan.ts'

const names = {
  plan: { ar: 'الخطة السنوية', en: 'Annual plan' },
  codes: { ar: 'الرموز', en: 'Codes' },
  codeHeads: {
    ar: ['تُكتب في عمود', 'الرمز', 'المعنى'],
    en: ['Goes into column', 'Code', 'Meaning'],
  },
} as const

/** Sheets of this name hold the plan, whatever else the workbook holds. */
export const sheetNames: readonly string[] = Object.values(names.plan)

type Wanted = { readonly language: Language; readonly now: Date; readonly tx: Tx }

/** An empty plan in the reader's language, with a second sheet of the codes that may be used. */
export async function planTemplate({ year, language, now, tx }: Wanted & { year: number }): Promise<Download> {
  const on = dayWithin(year, (await calendarOf(tx, { year })).today(now))
  const lookups = await readLookups(tx, { year, on })
  return workbook({ language, year, name: `plan-template-${year}`, rows: example(language, year), lookups })
}

/** A version as the sheet that would import it again. */
export async function versionSheet({ id, language, now, tx }: Wanted & { id: string }): Promise<Download> {
  const today = (await calendarOf(tx)).today(now)
  const read = await readPlan(tx, { chosen: { versionId: id }, on: today })
  if (!read.version) throw refuse(errors.versionNotFound)
  const { year, number } = read.version
  const lookups = await readLookups(tx, { year, on: dayWithin(year, today) })
  return workbook({ language, year, name: `plan-${year}-${number}`, rows: rowsOf(read, language), lookups })
}

type Cells = Partial<Record<ImportColumn, string>>
type Book = {
  readonly language: Language
  readonly year: number
  readonly name: string
  readonly rows: readonly Cells[]
  readonly lookups: Lookups
}

async function workbook({ language, name, rows, lookups }: Book): Promise<Download> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: names.plan[language],
        rightToLeft: language === 'ar',
        columns: importColumns.map((column) => ({ heading: column[language] })),
        rows: rows.map((cells) => importColumns.map(({ key }) => cells[key] ?? null)),
      },
      {
        name: names.codes[language],
        rightToLeft: language === 'ar',
        columns: names.codeHeads[language].map((heading) => ({ heading })),
        rows: codeRows(lookups, language),
      },
    ],
  })
  return {
    filename: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  }
}

/** One objective and one programme that show how a sheet is filled; they are to be replaced. */
function example(language: Language, year: number): Cells[] {
  const ar = language === 'ar'
  return [
    {
      code: 'G-01',
      kind: wordFor(kindWords.objective, language),
      titleAr: 'مثال: رفع رضا المتعاملين عن الخدمات',
      titleEn: 'Example: raise satisfaction with services',
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
      indicatorAr: 'نسبة رضا المتعاملين',
      indicatorEn: 'Satisfaction of customers',
      dataType: wordFor(dataTypeWords.percentage, language),
      baseline: '78',
      target: '85',
      priority: 'administration',
    },
    {
      code: 'P-01',
      kind: wordFor(kindWords.programme, language),
      parent: 'G-01',
      titleAr: 'مثال: برنامج تبسيط الخدمات',
      titleEn: 'Example: simpler services',
      owner: ar ? 'رمز من ورقة «الرموز»' : 'a code of the sheet “Codes”',
    },
  ]
}

function rowsOf({ nodes }: PlanRead, language: Language): Cells[] {
  const codes = new Map(nodes.map((node) => [node.id, node.code]))
  return nodes.flatMap((node) => {
    const details = Array.from({ length: Math.max(1, node.indicators.length, node.serves.length) }, (_, at): Cells => {
      const indicator = node.indicators[at]
      const link = node.serves[at]
      return {
        code: node.code,
        ...(indicator && {
          indicatorAr: indicator.name.ar,
          indicatorEn: indicator.name.en,
          dataType: wordFor(dataTypeWords[indicator.dataType], language),
          baseline: indicator.baseline ?? '',
          target: indicator.target,
        }),
        ...(link && {
          priority: link.priority.code,
          visionIndicator: link.indicator?.code ?? '',
          programme: link.programme?.code ?? '',
        }),
      }
    })
    const [first = {}, ...rest] = details
    return [
      {
        ...first,
        kind: wordFor(kindWords[node.kind], language),
        parent: (node.parentId && codes.get(node.parentId)) || '',
        titleAr: node.title.ar,
        titleEn: node.title.en,
        summaryAr: node.summary.ar,
        summaryEn: node.summary.en,
        owner: node.owner?.code ?? '',
        startsOn: node.startsOn ?? '',
        endsOn: node.endsOn ?? '',
      },
      ...rest,
    ]
  })
}

function* codeRows(lookups: Lookups, language: Language): Generator<string[]> {
  const heading = (key: ImportColumn) => importColumns.find((column) => column.key === key)?.[language] ?? key
  for (const words of Object.values(kindWords)) yield [heading('kind'), wordFor(words, language), '']
  for (const words of Object.values(dataTypeWords)) yield [heading('dataType'), wordFor(words, language), '']
  for (const one of lookups.divisions) yield [heading('owner'), one.code, one.name[language]]
  for (const one of lookups.priorities) yield [heading('priority'), one.code, one.name[language]]
  for (const one of lookups.indicators) yield [heading('visionIndicator'), one.code, one.name[language]]
  for (const one of lookups.programmes) yield [heading('programme'), one.code, one.name[language]]
}

function wordFor(forms: readonly string[], language: Language): string {
  return forms[language === 'ar' ? 0 : 1] ?? ''
}
