import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { readTable } from './read-table.ts'
import { workbookFile, zipped } from './test-support/workbook-file.ts'

const sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
const good = workbookFile({ sheet })
const refusal = (bytes: Uint8Array, filename = 'a.xlsx') =>
  readTable(bytes, { filename }).then(
    () => 'read',
    (error) => error.code,
  )
const patched = (bytes: Buffer, change: (copy: Buffer) => void) => {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}
const sheetEntry = (bytes: Buffer) => bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46

describe('a hostile or unsuitable file is refused', () => {
  test('when it is larger than 32 MB, without a look inside', async () => {
    expect(await refusal(Buffer.alloc(limits.bytes + 1))).toBe('spreadsheet.too_large')
  })

  test('when it is something else under the name of a table', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const oldWorkbook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(picture)).toBe('spreadsheet.not_a_table')
    expect(await refusal(oldWorkbook)).toBe('spreadsheet.not_a_table')
    expect(await refusal(Buffer.alloc(0))).toBe('spreadsheet.not_a_table')
    expect(await refusal(zipped({ 'a.txt': 'hello' }))).toBe('spreadsheet.not_a_table')
    expect(await refusal(good.subarray(0, good.length - 30))).toBe('spreadsheet.not_a_table')
    expect(await refusal(good)).toBe('read')
  })

  test('when it is locked with a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await refusal(container)).toBe('spreadsheet.encrypted')
    const locked = patched(good, (copy) => copy.writeUInt16LE(1, sheetEntry(copy) + 8))
    expect(await refusal(locked)).toBe('spreadsheet.encrypted')
  })

  test('when it carries a program, whatever its name', async () => {
    expect(await refusal(workbookFile({ sheet, more: { 'xl/vbaProject.bin': 'x' } }))).toBe('spreadsheet.macro')
    const type =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    expect(await refusal(workbookFile({ sheet, more: { '[Content_Types].xml': type } }))).toBe('spreadsheet.macro')
    expect(await refusal(good, 'a.xlsm')).toBe('spreadsheet.macro')
  })

  test('when it would inflate without measure', async () => {
    const bomb = workbookFile({ sheet: sheet + ' '.repeat(20 * 1024 * 1024) })
    expect(await refusal(bomb)).toBe('spreadsheet.zip_bomb')
  })

  test('when it hides how much it would inflate', async () => {
    const bomb = workbookFile({ sheet: sheet + ' '.repeat(20 * 1024 * 1024) })
    const lying = patched(bomb, (copy) => copy.writeUInt32LE(1000, sheetEntry(copy) + 24))
    expect(await refusal(lying)).toBe('spreadsheet.zip_bomb')
  })

  test('when its parts lie over each other', async () => {
    const overlapping = patched(good, (copy) => {
      const first = copy.indexOf(Buffer.from('504b0102', 'hex'))
      copy.writeUInt32LE(copy.readUInt32LE(first + 42), sheetEntry(copy) + 42)
    })
    expect(await refusal(overlapping)).toBe('spreadsheet.zip_bomb')
  })

  test('when it has thousands of parts', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.entries }, (_, at) => [`xl/media/${at}.png`, 'x']))
    expect(await refusal(workbookFile({ sheet, more: many }))).toBe('spreadsheet.zip_bomb')
  })

  test('when a part is damaged or is not well-formed', async () => {
    const damaged = patched(good, (copy) => copy.writeUInt32LE(1, sheetEntry(copy) + 16))
    expect(await refusal(damaged)).toBe('spreadsheet.not_a_table')
    expect(await refusal(workbookFile({ sheet: '<row><c></row>' }))).toBe('spreadsheet.not_a_table')
    const garbage = deflateRawSync(strToU8('x')).subarray(0, 1)
    expect(await refusal(Buffer.concat([good.subarray(0, 60), garbage, good.subarray(61)]))).toMatch(/spreadsheet\./)
  })

  test('when it declares entities', async () => {
    const part = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData/></worksheet>'
    expect(await refusal(workbookFile({ sheet, more: { 'xl/worksheets/sheet1.xml': part } }))).toBe(
      'spreadsheet.not_a_table',
    )
  })

  test('when its directory points outside the file', async () => {
    for (const field of [20, 42]) {
      const astray = patched(good, (copy) => copy.writeUInt32LE(0x7fffffff, sheetEntry(copy) + field))
      expect(await refusal(astray)).toBe('spreadsheet.not_a_table')
    }
    const cut = Buffer.from(zipSync({}))
    cut.writeUInt16LE(9, 10)
    expect(await refusal(Buffer.concat([good.subarray(0, 4), cut]))).toBe('spreadsheet.not_a_table')
  })

  test('when it has one row too many, in either form', { timeout: 60_000 }, async () => {
    const csv = `name\n${'x\n'.repeat(limits.rows)}`
    expect(await refusal(Buffer.from(csv), 'a.csv')).toBe('read')
    expect(await refusal(Buffer.from(`${csv}x\n`), 'a.csv')).toBe('spreadsheet.too_many_rows')
    const rows = Array.from({ length: limits.rows + 1 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('')
    expect(await refusal(workbookFile({ sheet: `${sheet.split('</row>')[0]}</row>${rows}` }))).toBe(
      'spreadsheet.too_many_rows',
    )
  })

  test('when a row is too wide or a cell too long', async () => {
    const wide = Array.from({ length: limits.columns + 1 }, (_, at) => `c${at}`).join(',')
    expect(await refusal(Buffer.from(`${wide}\n`), 'a.csv')).toBe('spreadsheet.too_many_columns')
    expect(await refusal(Buffer.from(`name\n${'x'.repeat(limits.cell + 1)}\n`), 'a.csv')).toBe(
      'spreadsheet.cell_too_long',
    )
  })

  test('while the server stays awake', { timeout: 60_000 }, async () => {
    const csv = Buffer.from(`a,b,c\n${'سالم بن حمد,40,x\n'.repeat(limits.rows)}`)
    let turns = 0
    const pulse = setInterval(() => {
      turns += 1
    }, 1)
    const { rows } = await readTable(csv, { filename: 'a.csv' })
    clearInterval(pulse)
    expect(rows).toHaveLength(limits.rows)
    expect(turns).toBeGreaterThan(20)
  })
})
