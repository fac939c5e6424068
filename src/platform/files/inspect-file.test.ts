import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zipped } from '../spreadsheet/test-support/workbook-file.ts'
import { inspectFile } from './inspect-file.ts'
import { jpegFile, officeFile, oldContainer, pdfFile, pngFile } from './test-support/sample-files.ts'

const refusal = (bytes: Uint8Array | string, filename: string) =>
  inspectFile(Buffer.from(bytes as string), filename).then(
    () => 'taken',
    (error) => error.code,
  )
const refusals = async (files: readonly (readonly [string, Uint8Array | string])[]) =>
  Promise.all(files.map(async ([name, bytes]) => [name, await refusal(bytes, name)]))
const each = (files: readonly (readonly [string, unknown])[], code: string) => files.map(([name]) => [name, code])
const spaces = (megabytes: number) => ' '.repeat(megabytes * 1024 * 1024)

describe('evidence is taken', () => {
  test('in the eight accepted kinds, each under the type of its content', async () => {
    const files = [
      ['a.pdf', pdfFile(), 'application/pdf'],
      ['a.docx', officeFile('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['a.xlsx', officeFile('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['a.pptx', officeFile('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
      ['a.png', pngFile(), 'image/png'],
      ['a.jpg', jpegFile, 'image/jpeg'],
      ['a.csv', Buffer.from('الاسم,العدد\nسالم,3\n'), 'text/csv'],
      ['a.txt', Buffer.from('تقرير'), 'text/plain'],
    ] as const
    for (const [name, bytes, type] of files) {
      expect(await inspectFile(bytes, name)).toMatchObject({ name, type, extension: name.slice(2) })
    }
  })

  test('as text in UTF-8, UTF-16 or Windows Arabic', async () => {
    const files = [
      ['utf8.csv', Buffer.from('\ufeffالاسم,العدد')],
      ['utf16.txt', Buffer.from('\ufeffتقرير', 'utf16le')],
      ['arabic.txt', Buffer.from([0xca, 0xde, 0xd1, 0xed, 0xd1, 0x20, 0x31])],
      ['BMI.csv', 'BMI,MZ\n1,2\n'],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'taken'))
  })

  test('with the picture written anew for its preview, and none of the words in it', async () => {
    const { preview } = await inspectFile(pngFile({ words: 'taken at 23.6, 58.5' }), 'a.png')
    expect(preview?.type).toBe('image/png')
    expect(Buffer.from(preview?.bytes ?? []).includes('23.6')).toBe(false)
    expect((await inspectFile(jpegFile, 'a.jpeg')).preview?.type).toBe('image/jpeg')
    expect((await inspectFile(pdfFile(), 'a.pdf')).preview).toBeNull()
  })

  test('without a preview when the picture is too big to be shown', async () => {
    expect(await inspectFile(pngFile({ width: 20_000 }), 'a.png')).toMatchObject({ preview: null })
  })

  test('when an Office document holds charts with workbooks of their own', async () => {
    const embedded = { 'ppt/embeddings/Microsoft_Excel_Sheet.xlsx': officeFile('xlsx') }
    expect(await refusal(officeFile('pptx', { more: embedded }), 'a.pptx')).toBe('taken')
  })

  test('under the last part of its name, without what the eye cannot see', async () => {
    const names = [
      ['C:\\fakepath\\تقرير 2026.PDF', 'تقرير 2026.pdf'],
      ['../../etc/passwd/a.pdf', 'a.pdf'],
      ['invoice\u202Efdp.exe.pdf', 'invoicefdp.exe.pdf'],
      ['zero\u200bwidth\u0000.pdf. ', 'zerowidth.pdf'],
      ['line\r\nbreak: <b>"x"?.pdf', 'line break b x.pdf'],
      ['con.pdf', '_con.pdf'],
      ['.pdf', 'file.pdf'],
      [`${'م'.repeat(400)}.pdf`, `${'م'.repeat(150)}.pdf`],
    ] as const
    for (const [given, kept] of names) expect((await inspectFile(pdfFile(), given)).name).toBe(kept)
  })
})

describe('a hostile or unsuitable file is refused', () => {
  test('when its kind is not accepted, whatever it holds', async () => {
    const files = ['a.exe', 'a.html', 'a.svg', 'a.zip', 'a.doc', 'a.js', 'a', 'pdf', 'a.pdf.exe', 'a.pdf\u202Eexe'].map(
      (name) => [name, pdfFile()] as const,
    )
    expect(await refusals(files)).toEqual(each(files, 'files.type_not_allowed'))
  })

  test('when its content is something else than its name says', async () => {
    const page = '<!DOCTYPE html><script>alert(1)</script>'
    const files = [
      ['page.pdf', page],
      ['page.png', page],
      ['page.txt', `\ufeff \n${page}`],
      ['picture.csv', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['script.txt', '#!/bin/sh\nrm -rf /'],
      ['rich.txt', '{\\rtf1 hello}'],
      ['picture.pdf', pngFile()],
      ['paper.png', pdfFile()],
      ['photo.png', jpegFile],
      ['program.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
      ['program.csv', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
      ['nul.txt', 'a\0b'],
      ['late.pdf', Buffer.concat([Buffer.from('<html>'), pdfFile()])],
      ['sheet.docx', officeFile('xlsx')],
      ['archive.docx', zipped({ 'a.txt': 'x' })],
      ['old.docx', oldContainer('WordDocument')],
      ['picture.jpg', 'GIF89a'],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'files.content_mismatch'))
  })

  test('when an Office document is locked with a password', async () => {
    expect(await refusal(oldContainer('EncryptedPackage'), 'a.docx')).toBe('files.encrypted')
    const locked = officeFile('xlsx')
    locked.writeUInt16LE(1, locked.indexOf(Buffer.from('504b0102', 'hex')) + 8)
    expect(await refusal(locked, 'a.xlsx')).toBe('files.encrypted')
  })

  test('when it carries macros, under whatever name', async () => {
    const type = (name: string) => `<Override PartName="/x" ContentType="application/${name}"/>`
    const files = [
      ['a.docm', officeFile('docx')],
      ['named.docx', officeFile('docx', { more: { 'word/vbaProject.bin': 'x' } })],
      ['case.xlsx', officeFile('xlsx', { more: { 'xl\\VBAPROJECT.BIN': 'x' } })],
      ['renamed.pptx', officeFile('pptx', { more: { 'ppt/media/image1.bin': oldContainer('_VBA_PROJECT') } })],
      ['typed.xlsx', officeFile('xlsx', { types: type('vnd.ms-office.vbaProject') })],
      ['hidden.docx', officeFile('docx', { types: type('vnd.ms-word.document.&#109;acroEnabled.main+xml') })],
      ['old-macros.xlsx', officeFile('xlsx', { more: { 'xl/macrosheets/sheet1.xml': '<a/>' } })],
      [
        'embedded.docx',
        officeFile('docx', {
          more: { 'word/embeddings/a.xlsx': officeFile('xlsx', { more: { 'xl/vbaProject.bin': 'x' } }) },
        }),
      ],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'files.macro'))
  })

  test('when it carries a program or a wrapped file', async () => {
    const files = [
      ['exe.docx', officeFile('docx', { more: { 'word/media/image1.png': 'MZ\x90\0' } })],
      ['elf.pptx', officeFile('pptx', { more: { 'ppt/media/a.bin': '\x7fELF' } })],
      ['rar.xlsx', officeFile('xlsx', { more: { 'xl/embeddings/a.bin': 'Rar!' } })],
      ['wrapped.docx', officeFile('docx', { more: { 'word/embeddings/ole.bin': oldContainer('\u0001Ole10Native') } })],
      ['activex.docx', officeFile('docx', { more: { 'word/activeX/activeX1.xml': '<a/>' } })],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'files.program'))
  })

  test('when it would inflate without measure: by ratio, in sum, in number, one in the other, or unsaid', {
    timeout: 60_000,
  }, async () => {
    const bomb = officeFile('docx', { more: { 'word/big.xml': spaces(20) } })
    const lying = Buffer.from(bomb)
    lying.writeUInt32LE(1000, lying.lastIndexOf('word/big.xml') - 46 + 24)
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`word/media/${at}.png`, 'x']))
    const noise = Buffer.alloc(1_000_000, 'abcdefghijklmnop qrstuvwxyz0123456789')
    const sum = Object.fromEntries(Array.from({ length: 280 }, (_, at) => [`word/${at}.xml`, noise]))
    let nested: Buffer = officeFile('docx')
    for (let depth = 0; depth < 4; depth += 1) nested = officeFile('docx', { more: { 'word/a.docx': nested } })
    const files = [
      ['ratio.docx', bomb],
      ['lying.docx', lying],
      ['many.docx', officeFile('docx', { more: many })],
      ['sum.docx', officeFile('docx', { more: sum })],
      ['nested.docx', nested],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'files.zip_bomb'))
  })

  test('when another file hides in it', async () => {
    const archive = zipped({ 'a.js': 'x' })
    const docx = officeFile('docx')
    const commented = Buffer.concat([docx, Buffer.from('<script>')])
    commented.writeUInt16LE(8, docx.length - 2)
    const files = [
      ['archive.pdf', Buffer.concat([pdfFile(), archive])],
      ['archive.png', Buffer.concat([pngFile(), archive])],
      ['archive.jpg', Buffer.concat([jpegFile, archive])],
      ['page.png', pngFile({ words: '<script>alert(1)</script>' })],
      ['php.jpg', Buffer.concat([jpegFile, Buffer.from('<?php system("id")')])],
      ['paper.png', pngFile({ words: pdfFile().toString('latin1') })],
      ['behind.docx', Buffer.concat([docx, Buffer.from('#!/bin/sh')])],
      ['comment.docx', commented],
    ] as const
    expect(await refusals(files)).toEqual(each(files, 'files.two_in_one'))
  })

  test('when it is cut off or damaged', async () => {
    const docx = officeFile('docx')
    const damaged = Buffer.from(docx)
    damaged.writeUInt32LE(1, damaged.lastIndexOf('word/document.xml') - 46 + 16)
    expect(await refusal(docx.subarray(0, docx.length - 30), 'a.docx')).toBe('files.damaged')
    expect(await refusal(damaged, 'a.docx')).toBe('files.damaged')
    expect(await refusal(zipped({ '[Content_Types].xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'a.docx')).toBe(
      'files.damaged',
    )
    expect(await refusal(officeFile('docx', { more: { '../../a.xml': 'x' } }), 'a.docx')).toBe('files.damaged')
    expect(await refusal(pdfFile().subarray(0, 40), 'a.pdf')).toBe('files.damaged')
    expect(await refusal(pngFile().subarray(0, 60), 'a.png')).toBe('files.not_an_image')
  })

  test('at whatever byte it is cut, without ending the server', { timeout: 60_000 }, async () => {
    for (const [name, whole] of [
      ['a.docx', officeFile('docx')],
      ['a.png', pngFile()],
      ['a.pdf', pdfFile()],
    ] as const) {
      const cuts = Array.from({ length: whole.length - 1 }, (_, at) => whole.subarray(0, at + 1))
      const answers = await Promise.all(cuts.filter((_, at) => at % 7 === 0).map((bytes) => refusal(bytes, name)))
      expect(answers.filter((answer) => !/^(taken|files\.\w+)$/.test(answer))).toEqual([])
    }
  })

  test('with any bytes changed it is taken or refused, and never more than that', { timeout: 60_000 }, async () => {
    const wholes = [
      ['a.docx', officeFile('docx', { more: { 'word/embeddings/a.xlsx': officeFile('xlsx') } })],
      ['a.png', pngFile({ words: 'words' })],
      ['a.jpg', jpegFile],
      ['a.pdf', pdfFile()],
    ] as const
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
    const changed = fc.tuple(fc.constantFrom(...wholes), fc.array(change, { minLength: 1, maxLength: 6 }))
    const property = fc.asyncProperty(changed, async ([[name, whole], changes]) => {
      const bytes = Buffer.from(whole)
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte
      expect(await refusal(bytes, name)).toMatch(/^(taken|files\.\w+)$/)
    })
    await fc.assert(property, { numRuns: 1_500 })
  })
})
