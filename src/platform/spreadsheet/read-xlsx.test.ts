import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { workbookFile } from './test-support/workbook-file.ts'

const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const read = (bytes: Buffer, headings?: Record<string, readonly string[]>) =>
  readTable(bytes, { filename: 'people.xlsx', ...(headings ? { headings } : {}) })

describe('an Excel workbook is read', () => {
  test('with its headings found by their names in either language, below a title', async () => {
    const sheet = `
      <row r="1">${inline('A1', 'قائمة الموظفين')}</row>
      <row r="3">${inline('A3', 'الرّقم المدنى *')}${inline('B3', 'Name')}${inline('D3', 'Remarks')}</row>
      <row r="4">${inline('A4', '01234567')}${inline('B4', ' سالم\u202e بن حمد ')}${inline('D4', 'x')}</row>
      <row r="5"/><row r="7">${inline('B7', 'مريم')}</row>`
    const headings = {
      civilNumber: ['الرقم المدني', 'Civil number'],
      name: ['الاسم', 'Name'],
      phone: ['الهاتف', 'Phone'],
    }
    expect(await read(workbookFile({ sheet }), headings)).toEqual({
      sheet: 'Data',
      columns: [
        { key: 'civilNumber', heading: 'الرّقم المدنى *' },
        { key: 'name', heading: 'Name' },
      ],
      missing: ['phone'],
      unknown: ['Remarks'],
      rows: [
        { line: 4, cells: { civilNumber: '01234567', name: 'سالم بن حمد' } },
        { line: 7, cells: { name: 'مريم' } },
      ],
    })
  })

  test('with dates, percentages, codes and numbers as people wrote them', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="[$-2000401]dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="00000000"/>
      <numFmt numFmtId="172" formatCode="#,##0.00 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>`
    const cells = [
      ['45352', 1, '2024-03-01'],
      ['0.875', 2, '87.5%'],
      ['45352', 3, '2024-03-01'],
      ['123', 4, '00000123'],
      ['33.300000000000004', 5, '33.3'],
      ['0.5', 6, '12:00'],
      ['45352.75', 7, '2024-03-01T18:00'],
      ['1E-7', 0, '0.0000001'],
      ['12345678901234567890', 0, '12345678901234600000'],
      ['59', 1, '1900-02-28'],
      ['60', 1, '60'],
      ['61', 1, '1900-03-01'],
      ['-5', 1, '-5'],
    ] as const
    const rows = cells.map(
      ([value, style], at) => `<row r="${at + 2}"><c r="A${at + 2}" s="${style}"><v>${value}</v></c></row>`,
    )
    const sheet = `<row r="1">${inline('A1', 'value')}</row>${rows.join('')}`
    const table = await read(workbookFile({ sheet, styles }))
    expect(table.rows.map((row) => row.cells.value)).toEqual(cells.map(([, , shown]) => shown))
    const moved = await read(workbookFile({ sheet, styles, workbookPr: '<workbookPr date1904="1"/>' }))
    expect(moved.rows[0]?.cells.value).toBe('2028-03-02')
  })

  test('with shared, rich, formula, error and yes-or-no cells, and cells without an address', async () => {
    const strings = `<si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D__x005F_x0041_</t></si>`
    const sheet = `<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>
      <row><c t="s"><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>computed</v></c></row>
      <row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>
      <row><c t="d"><v>2024-03-01T00:00:00</v></c><c><f>1+1</f></c></row>`
    const { rows } = await read(workbookFile({ sheet, strings }))
    expect(rows).toEqual([
      { line: 2, cells: { a: 'plain', b: 'rich' } },
      { line: 3, cells: { a: 'a\r_x0041_', b: 'computed' } },
      { line: 4, cells: { a: '#REF!', b: 'true' } },
      { line: 5, cells: { a: '2024-03-01' } },
    ])
  })

  test('as refused when two columns claim one heading, and when none is known', async () => {
    const sheet = `<row r="1">${inline('A1', 'Name')}${inline('B1', 'الاسم')}</row>`
    const name = { name: ['الاسم', 'Name'] }
    await expect(read(workbookFile({ sheet }), name)).rejects.toMatchObject({
      code: 'spreadsheet.repeated_heading',
      params: { heading: 'الاسم' },
    })
    await expect(read(workbookFile({ sheet }), { other: ['Other'] })).rejects.toMatchObject({
      code: 'spreadsheet.no_heading',
    })
    await expect(read(workbookFile({ sheet: '' }), name)).rejects.toMatchObject({ code: 'spreadsheet.no_heading' })
  })
})
