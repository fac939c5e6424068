import { expect, test } from 'vitest'
import { readPastedRows } from './pasted-key-results.ts'

test('a row in Arabic with Arabic digits becomes a key result', () => {
  const [row] = readPastedRows([['خفض زمن الإنجاز', 'عدد محدد', '٢٠', '١٢', '٨', '٢٥٫٥%']])
  expect(row).toEqual({
    line: 1,
    keyResult: {
      statement: 'خفض زمن الإنجاز',
      dataType: 'number',
      targets: { below: '20', meets: '12', exceeds: '8' },
      weight: '25.5',
    },
    problems: [],
  })
})

test('a first row of headings is skipped, and the lines keep their numbers', () => {
  const rows = readPastedRows([
    ['النتيجة الرئيسية', 'نوع المؤشر', 'دون', 'يحقق', 'يفوق', 'الوزن'],
    ['نسبة الرضا', 'نسبة مئوية', '70%', '85%', '95%', '20'],
  ])
  expect(rows.map(({ line, keyResult }) => [line, keyResult.dataType, keyResult.targets.meets])).toEqual([
    [2, 'percentage', '85'],
  ])
})

test('a missing type is guessed from the targets', () => {
  const types = readPastedRows([
    ['أ', '', '70%', '85%', '95%', '20'],
    ['ب', '', '31/3/2026', '15/3/2026', '1/3/2026', '20'],
    ['ج', '', '5', '8', '10', '20'],
  ]).map(({ keyResult }) => keyResult.dataType)
  expect(types).toEqual(['percentage', 'date', 'number'])
})

test('each thing that cannot be read is named by its column', () => {
  const [row] = readPastedRows([['', 'وزن', 'كثير', '8', '10', '12.345']])
  expect(row?.problems).toEqual([
    { column: 'statement', code: 'performance.statement_missing' },
    { column: 'dataType', code: 'performance.type_unknown' },
    { column: 'below', code: 'decimal.not_a_number' },
    { column: 'weight', code: 'performance.weight_decimals' },
  ])
})
