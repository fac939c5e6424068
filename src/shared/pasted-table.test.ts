import { describe, expect, test } from 'vitest'
import { parsePastedTable } from './pasted-table.ts'

describe('a table pasted from a spreadsheet', () => {
  test('becomes rows of trimmed cells', () => {
    expect(parsePastedTable('إنجاز الدليل\t40\t 95.5 \r\nتدريب الفريق\t60\t80\r\n')).toEqual([
      ['إنجاز الدليل', '40', '95.5'],
      ['تدريب الفريق', '60', '80'],
    ])
  })

  test('keeps empty cells between others and leaves empty rows out', () => {
    expect(parsePastedTable('a\t\tc\n\t\t\n\nd\te\t')).toEqual([
      ['a', '', 'c'],
      ['d', 'e', ''],
    ])
  })

  test('keeps line breaks, tabs and doubled quotes inside a quoted cell', () => {
    expect(parsePastedTable('"first line\nsecond line"\t"say ""yes"""\t"a\tb"\n1\t2\t3')).toEqual([
      ['first line\nsecond line', 'say "yes"', 'a\tb'],
      ['1', '2', '3'],
    ])
  })

  test('takes a lone quote as an ordinary character', () => {
    expect(parsePastedTable('"unclosed\t5\n12" screen\t6')).toEqual([
      ['"unclosed', '5'],
      ['12" screen', '6'],
    ])
    expect(parsePastedTable('"quoted" word\t1')).toEqual([['"quoted" word', '1']])
  })

  test('splits comma separated text only when every row has the same number of cells', () => {
    expect(parsePastedTable('name,weight\nguide,40\n"a, b",60')).toEqual([
      ['name', 'weight'],
      ['guide', '40'],
      ['a, b', '60'],
    ])
    expect(parsePastedTable('a sentence, with a comma\nanother sentence')).toEqual([
      ['a sentence, with a comma'],
      ['another sentence'],
    ])
    expect(parsePastedTable('الاسم;الوزن\nالدليل;40')).toEqual([
      ['الاسم', 'الوزن'],
      ['الدليل', '40'],
    ])
  })

  test('of nothing is no rows', () => {
    expect(parsePastedTable('')).toEqual([])
    expect(parsePastedTable(' \n\t\n')).toEqual([])
    expect(parsePastedTable('\uFEFFone')).toEqual([['one']])
  })
})
