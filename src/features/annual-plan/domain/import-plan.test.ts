import { describe, expect, it } from 'vitest'
import { ar } from '../messages.ar.ts'
import { importColumns } from './import-columns.ts'
import { type ImportRow, type Lookups, readPlan } from './import-plan.ts'

const named = (code: string, nameAr: string, nameEn = code) => ({
  id: `id-${code}`,
  code,
  name: { ar: nameAr, en: nameEn },
})

const lookups: Lookups = {
  year: 2026,
  divisions: [named('PLN', 'المديرية العامة للتخطيط', 'Directorate General of Planning'), named('EMP', 'التشغيل')],
  priorities: [named('labour-market', 'سوق العمل والتشغيل', 'Labour Market'), named('health', 'الصحة')],
  indicators: [{ ...named('omanis-private-sector', 'حصة العمانيين'), priorityId: 'id-labour-market' }],
  programmes: [named('tashgheel', 'تشغيل')],
}

type Cells = Record<string, string>
const objective: Cells = { code: 'G-01', kind: 'هدف', titleAr: 'رفع معدلات التشغيل' }
const programme: Cells = { code: 'P-01', kind: 'برنامج', titleAr: 'برنامج الإحلال', parent: 'G-01', owner: 'EMP' }
const rowsOf = (...cells: Cells[]): ImportRow[] => cells.map((one, at) => ({ line: at + 2, cells: one }))
const read = (...cells: Cells[]) => readPlan(rowsOf(...cells), lookups)
const problemsOf = (...cells: Cells[]) =>
  read(...cells).problems.map(({ line, column, code }) => `${line} ${column} ${code.replace('annual_plan.', '')}`)

describe('a sheet that is right', () => {
  it('becomes nodes with indicators and links, further rows adding to the node of their code', () => {
    const { nodes, problems } = read(
      {
        ...objective,
        startsOn: '٠١/٠١/٢٠٢٦',
        endsOn: '31/12/2026',
        indicatorAr: 'نسبة الباحثين المشغّلين',
        dataType: 'نسبة مئوية',
        baseline: '٦١٫٥',
        target: '70%',
        priority: 'سوق العمل والتشغيل',
        visionIndicator: 'omanis-private-sector',
      },
      { ...programme, titleEn: 'Replacement', owner: '\u200fالتشغيل\u200f' },
      { code: 'G-01', indicatorAr: 'موعد إطلاق المنصة', dataType: 'Date', target: '15/3/2026', priority: 'health' },
      { code: '', kind: '', indicatorAr: 'عدد الورش', dataType: 'عدد', target: '12' },
    )
    expect(problems).toEqual([])
    expect(nodes).toMatchObject([
      {
        code: 'G-01',
        kind: 'objective',
        parentCode: null,
        title: { ar: 'رفع معدلات التشغيل', en: 'رفع معدلات التشغيل' },
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        indicators: [
          { dataType: 'percentage', baseline: '61.5', target: '70' },
          { dataType: 'date', baseline: null, target: '2026-03-15' },
          { name: { ar: 'عدد الورش' }, target: '12' },
        ],
        serves: [
          { priorityId: 'id-labour-market', indicatorId: 'id-omanis-private-sector', programmeId: null },
          { priorityId: 'id-health', indicatorId: null, programmeId: null },
        ],
      },
      { code: 'P-01', parentCode: 'G-01', ownerDivisionId: 'id-EMP', title: { en: 'Replacement' } },
    ])
  })

  it('may name the parent after the child, and codes in Arabic digits are the same codes', () => {
    expect(problemsOf({ ...programme, parent: 'G-٠١' }, objective)).toEqual([])
  })

  it('may name an indicator of the Vision alone: its priority follows', () => {
    const { nodes } = read({ ...objective, visionIndicator: 'حصة العمانيين', programme: 'Tashgheel' })
    expect(nodes[0]?.serves).toEqual([
      { priorityId: 'id-labour-market', indicatorId: 'id-omanis-private-sector', programmeId: 'id-tashgheel' },
    ])
  })
})

describe('what is wrong is named with its row and column', () => {
  const extra = { indicatorAr: 'مؤشر', dataType: 'عدد', target: '5' }
  it.each<[string, Cells[], string[]]>([
    ['no code', [{ ...objective, code: '' }], ['2 code import_code_missing']],
    ['a code with a formula', [{ ...objective, code: '=1+1' }], ['2 code import_code_form']],
    ['a code used twice', [objective, objective], ['3 code import_code_repeated']],
    ['an unknown kind', [{ ...objective, kind: 'غاية' }], ['2 kind import_kind_unknown']],
    ['a title without a kind', [{ ...objective, kind: '' }], ['2 kind import_kind_missing']],
    ['a kind without a title', [{ ...objective, titleAr: '\u200f' }], ['2 titleAr import_title_missing']],
    ['a title too long', [{ ...objective, titleAr: 'ا'.repeat(301) }], ['2 titleAr import_too_long']],
    ['no owner of a programme', [objective, { ...programme, owner: '' }], ['3 owner import_owner_missing']],
    ['an unknown owner', [objective, { ...programme, owner: 'NONE' }], ['3 owner import_owner_unknown']],
    ['a date of another year', [{ ...objective, endsOn: '2027-01-01' }], ['2 endsOn import_date_outside_year']],
    ['no date at all', [{ ...objective, endsOn: 'نهاية العام' }], ['2 endsOn date.not_a_date']],
    ['a day that does not exist', [{ ...objective, endsOn: '30/02/2026' }], ['2 endsOn date.not_a_date']],
    [
      'an end before the start',
      [{ ...objective, startsOn: '2026-06-01', endsOn: '2026-05-01' }],
      ['2 endsOn import_ends_before_start'],
    ],
    [
      'dates beyond those above',
      [
        { ...objective, endsOn: '2026-06-30' },
        { ...programme, endsOn: '2026-07-01' },
      ],
      ['3 endsOn import_beyond_parent'],
    ],
    ['a parent that is not there', [programme], ['2 parent import_parent_unknown']],
    ['no parent', [{ ...programme, parent: '' }], ['2 parent import_parent_missing']],
    [
      'an objective below another',
      [objective, { ...objective, code: 'G-02', parent: 'G-01' }],
      ['3 parent import_objective_has_parent'],
    ],
    [
      'a programme below a programme',
      [objective, programme, { ...programme, code: 'P-02', parent: 'P-01' }],
      ['4 parent import_wrong_place'],
    ],
    ['a node below itself', [objective, { ...programme, parent: 'P-01' }], ['3 parent import_loop']],
    [
      'two nodes below each other',
      [
        { ...programme, kind: 'مبادرة', parent: 'R-01' },
        { ...programme, kind: 'مشروع', code: 'R-01', parent: 'P-01' },
      ],
      ['2 parent import_loop', '3 parent import_loop'],
    ],
    ['a target without a name', [{ ...objective, target: '5' }], ['2 indicatorAr import_indicator_missing']],
    [
      'an indicator without a type',
      [{ ...objective, ...extra, dataType: '' }],
      ['2 dataType import_data_type_unknown'],
    ],
    ['an indicator without a target', [{ ...objective, ...extra, target: '' }], ['2 target import_target_missing']],
    ['a target that is no number', [{ ...objective, ...extra, target: '12,5' }], ['2 target decimal.not_a_number']],
    [
      'a target of five decimals',
      [{ ...objective, ...extra, target: '1.23456' }],
      ['2 target decimal.too_many_decimals'],
    ],
    ['an unknown priority', [{ ...objective, priority: 'السعادة' }], ['2 priority import_vision_unknown']],
    [
      'an indicator of another priority',
      [{ ...objective, priority: 'health', visionIndicator: 'omanis-private-sector' }],
      ['2 visionIndicator import_indicator_of_other_priority'],
    ],
    ['a national programme alone', [{ ...objective, programme: 'tashgheel' }], ['2 priority import_priority_missing']],
    ['a row that belongs to nothing', [extra, objective], ['2 null import_continues_nothing']],
    ['a further row of an unknown node', [objective, { ...extra, code: 'G-09' }], ['3 code import_continues_nothing']],
    [
      'a further row with an owner',
      [objective, { ...extra, code: 'G-01', owner: 'EMP' }],
      ['3 owner import_belongs_to_first_row'],
    ],
  ])('%s', (_, cells, expected) => expect(problemsOf(...cells)).toEqual(expected))

  it('all problems come at once, in the order of the rows', () => {
    const lines = read(
      { ...programme, parent: 'X' },
      { ...objective, code: '' },
      { ...objective, kind: '' },
    ).problems.map((problem) => problem.line)
    expect(lines).toEqual([2, 3, 4])
  })

  it('columns are called on the page as they are in the sheet', () => {
    expect(importColumns.map((column) => [column.key, column.ar])).toEqual(Object.entries(ar.annualPlan.columns))
  })
})
