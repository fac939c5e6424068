import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const read = (bytes: Uint8Array | string) => readTable(Buffer.from(bytes as string), { filename: 'people.csv' })
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('a CSV file is read', () => {
  test.each([
    ['commas', 'الاسم,العمر\nسالم,40\n'],
    ['semicolons', 'الاسم;العمر\r\nسالم;40\r\n'],
    ['tabs', 'الاسم\tالعمر\nسالم\t40'],
    ['a separator that the first line names', 'sep=|\nالاسم|العمر\nسالم|40'],
    ['a byte order mark', '\ufeffالاسم,العمر\nسالم,40\n'],
  ])('with %s', async (_, text) => {
    expect((await read(text)).rows).toMatchObject([{ cells: { الاسم: 'سالم', العمر: '40' } }])
  })

  test('in UTF-16 of both orders and in Windows Arabic', async () => {
    const text = 'الاسم,العمر\nسالم,40\n'
    const windows = Buffer.from([0xc7, 0xe1, 0xc7, 0xd3, 0xe3, 0x2c, 0x61, 0x0a, 0xd3, 0xc7, 0xe1, 0xe3, 0x2c, 0x31])
    const expected = [{ line: 2, cells: { الاسم: 'سالم', العمر: '40' } }]
    expect((await read(utf16(text))).rows).toEqual(expected)
    expect((await read(utf16(text, true))).rows).toEqual(expected)
    expect((await read(windows)).rows).toEqual([{ line: 2, cells: { الاسم: 'سالم', a: '1' } }])
  })

  test('with quotes, line breaks and separators inside cells, lines counted as a spreadsheet does', async () => {
    const { rows } = await read('name,note\n"a, b","first\nsecond"\n\n"say ""yes""",\n')
    expect(rows).toEqual([
      { line: 2, cells: { name: 'a, b', note: 'first\nsecond' } },
      { line: 4, cells: { name: 'say "yes"' } },
    ])
  })

  test('with separators of a sentence not taken for those of the table', async () => {
    const { rows } = await read('name;note\nSalim;one, two, three\nMaryam;"a; b"\n')
    expect(rows[0]?.cells).toEqual({ name: 'Salim', note: 'one, two, three' })
    expect(rows[1]?.cells).toEqual({ name: 'Maryam', note: 'a; b' })
  })

  test('as refused when its quotes do not close, naming the row', async () => {
    await expect(read('name,note\na,b\n"c,d\ne,f\n')).rejects.toMatchObject({
      code: 'spreadsheet.open_quote',
      params: { line: 3 },
    })
  })
})
