import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import type { Column } from './sheet-to-write.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: Column[] = [
  { heading: 'الاسم' },
  { heading: 'النسبة', type: 'number' },
  { heading: 'التاريخ', type: 'date' },
]
const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=HYPERLINK("http://x")', '|cmd']
const sheetXml = (bytes: Buffer) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
const sheet = (rows: (string | number | null)[][], over = {}) => ({
  name: 'الموظفون',
  rightToLeft: true,
  columns,
  rows,
  ...over,
})

describe('a workbook that is written', () => {
  test('is read back as it was given', async () => {
    const rows = [
      ['سالم <b> & "حمد"\nسطر', '87.5', '2026-03-01'],
      ['_x0041_', 12, '1899-01-01'],
      [null, '12345678901234567890', 'soon'],
    ]
    const table = await readTable(await writeXlsx({ sheets: [sheet(rows)] }), { filename: 'a.xlsx' })
    expect(table.sheet).toBe('الموظفون')
    expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
      ['سالم <b> & "حمد"\nسطر', '87.5', '2026-03-01'],
      ['_x0041_', '12', '1899-01-01'],
      ['12345678901234567890', 'soon'],
    ])
  })

  test('opens from right to left with its row of headings fixed', async () => {
    const xml = sheetXml(await writeXlsx({ sheets: [sheet([['a', 1, '2026-03-01']])] }))
    expect(xml).toContain('rightToLeft="1"')
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<autoFilter ref="A1:C2"/>')
    const english = sheetXml(await writeXlsx({ sheets: [sheet([], { rightToLeft: false })] }))
    expect(english).not.toContain('rightToLeft')
  })

  test('holds no formula, whatever people wrote, in headings and number columns too', async () => {
    const rows = dangerous.map((text) => [text, text, text])
    const bytes = await writeXlsx({ sheets: [sheet(rows, { columns: [{ heading: '=1+1' }, ...columns.slice(1)] })] })
    const xml = sheetXml(bytes)
    expect(xml).not.toContain('<f')
    const numbers = [...xml.matchAll(/<c [^>]*?><v>([^<]*)<\/v>/g)].map(([, value]) => value)
    expect(numbers).toEqual(['-1'])
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(3 + dangerous.length * 3 - 1)
  })

  test('holds no marks that turn text round and nothing that files forbid', async () => {
    const xml = sheetXml(await writeXlsx({ sheets: [sheet([['a\u202eb\u0000c\ufffed\ud800e', null, null]])] }))
    expect(xml).toContain('>abcd\ufffde<')
  })

  test('has sheet names that Excel takes', async () => {
    const names = ['خطة [2026]: أ/ب', 'x'.repeat(40), 'x'.repeat(50), '']
    const sheets = names.map((name) => sheet([], { name }))
    const workbook = strFromU8(unzipSync(await writeXlsx({ sheets }))['xl/workbook.xml'] ?? new Uint8Array())
    const written = [...workbook.matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name ?? '')
    expect(written).toEqual(['خطة  2026   أ ب', 'x'.repeat(31), `${'x'.repeat(26)} (3)`, '4'])
  })

  test('of 100,000 rows is made while the server stays awake, the same bytes each time', {
    timeout: 120_000,
  }, async () => {
    function* many() {
      for (let row = 0; row < 100_000; row += 1) yield [`موظف ${row}`, row, '2026-03-01']
    }
    let turns = 0
    const pulse = setInterval(() => {
      turns += 1
    }, 1)
    const one = await writeXlsx({ sheets: [{ ...sheet([]), rows: many() }] })
    clearInterval(pulse)
    const other = await writeXlsx({ sheets: [{ ...sheet([]), rows: many() }] })
    expect(turns).toBeGreaterThan(20)
    expect(one.equals(other)).toBe(true)
    expect((await readTable(one, { filename: 'a.xlsx' })).rows).toHaveLength(100_000)
  })
})

describe('a CSV file that is written', () => {
  test('guards what would run as a formula, and leaves negative numbers alone', () => {
    const lines = writeCsv({
      columns,
      rows: [...dangerous.map((text) => [text, null, null]), ['a', '-5.5', '2026-03-01']],
    })
      .split('\r\n')
      .slice(1, -1)
    for (const line of lines.slice(0, dangerous.length)) expect(line).toMatch(/^"'/)
    expect(lines.at(-1)).toBe('a,-5.5,2026-03-01')
    expect(writeCsv({ columns, rows: [[null, '-1+cmd', null]] })).toContain(`"'-1+cmd"`)
  })

  test('is read back as it was given', async () => {
    const rows = [['سالم, "حمد"\nسطر', '1.5', '2026-03-01']]
    const table = await readTable(Buffer.from(writeCsv({ columns, rows })), { filename: 'a.csv' })
    expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual(rows)
  })
})
