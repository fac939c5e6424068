import { describe, expect, test } from 'vitest'
import { renderPdf } from './render.ts'
import { printedText } from './test-support/printed-text.ts'

const template = `
#import "/prelude.typ": *
#let data = json("/data.json")
#show: frame
#panel(facts(data.facts))
#section(data.section)
#pill(data.state, tone: "good")
#data-table(
  head: data.head,
  rows: data.rows.map(row => (row.at(0), num(row.at(1)))),
  widths: (1fr, 60pt),
  aligns: (start, center),
)
#panel(written(data.note), tone: "waiting")
#signatures(data.signatures)
`
const arabic = {
  facts: [{ label: 'الموظف', value: 'سالم بن حمد' }],
  section: 'النتائج',
  state: 'معتمدة',
  head: ['النتيجة', 'الوزن'],
  rows: [['إنجاز دليل الإجراءات', '25.00%']],
  note: 'سطر أول\nسطر آخر',
  signatures: [{ role: 'المسؤول', name: 'مريم بنت سعيد', lines: ['12 يوليو 2026'] }],
}
const now = new Date('2026-07-12T07:00:00Z')
const arabicFrame = {
  language: 'ar',
  entity: 'وزارة العمل',
  title: 'وثيقة الأداء',
  verification: { label: 'رمز التحقق', code: '7F3A-91C2' },
  pages: 'صفحة {page} من {pages}',
} as const
const englishFrame = { language: 'en', entity: 'Ministry', title: 'Document', pages: 'Page {page} of {pages}' } as const

const source = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pageCount = (pdf: Uint8Array) => Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(source(pdf))?.[1])

describe('a printed document', () => {
  test('is an archive PDF with embedded fonts', async () => {
    const pdf = await renderPdf({ template, data: arabic, frame: arabicFrame, now })
    expect(source(pdf)).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
    expect(source(pdf)).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(source(pdf)).toContain('/FontFile2')
    expect(source(pdf)).toContain('2026-07-12T07:00:00')
    expect(pageCount(pdf)).toBe(1)
  })

  test('in Arabic is found by a search for its words, joined letters included', async () => {
    const text = printedText(await renderPdf({ template, data: arabic, frame: arabicFrame, now }))
    for (const words of ['وزارة العمل', 'وثيقة الأداء', 'إنجاز دليل الإجراءات', 'سالم بن حمد', '25.00%', '7F3A-91C2']) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('�')
  })

  test('counts its pages at the foot of each', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Key result ${index + 1}`, '1.00%'])
    const pdf = await renderPdf({ template, data: { ...arabic, rows }, frame: englishFrame, now })
    const count = pageCount(pdf)
    expect(count).toBeGreaterThan(2)
    const text = printedText(pdf)
    for (let page = 1; page <= count; page += 1) expect(text).toContain(`Page ${page} of ${count}`)
  })

  test('prints markup, code and paths in somebody’s text as they are', async () => {
    const note = '#panic("no") *bold* $x$ @ref <label> #read("/etc/passwd") \\ // end'
    const pdf = await renderPdf({ template, data: { ...arabic, note }, frame: englishFrame, now })
    expect(printedText(pdf)).toContain(note)
  })

  test('is made even when no font has a character of the text', async () => {
    const pdf = await renderPdf({ template, data: { ...arabic, note: 'done 中 😀' }, frame: englishFrame, now })
    expect(printedText(pdf)).toContain('done')
  })

  test('shows the logo that was given', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgiQoFAAExALxcGgtnAAAAAElFTkSuQmCC',
      'base64',
    )
    const data = { ...arabic }
    const plain = await renderPdf({ template, data, frame: englishFrame, now })
    const pdf = await renderPdf({ template, data, frame: englishFrame, logo: { bytes, type: 'image/png' }, now })
    expect(source(plain)).not.toContain('/Subtype /Image')
    expect(source(pdf)).toContain('/Subtype /Image')
  })

  test('is the same bytes for the same content and time', async () => {
    const print = { template, data: arabic, frame: arabicFrame, now }
    expect(source(await renderPdf(print))).toBe(source(await renderPdf(print)))
  })

  test('of a template with a mistake is refused, and the next one is still printed', async () => {
    await expect(renderPdf({ template: '#nothing-of-this-name', data: {}, frame: englishFrame, now })).rejects.toThrow(
      /does not compile: unknown variable/,
    )
    await expect(renderPdf({ template, data: arabic, frame: arabicFrame, now })).resolves.toBeInstanceOf(Uint8Array)
  })

  test('sees no file of the machine', async () => {
    for (const path of ['/etc/passwd', '../../../../../etc/passwd']) {
      await expect(renderPdf({ template: `#read("${path}")`, data: {}, frame: englishFrame, now })).rejects.toThrow(
        /does not compile/,
      )
    }
  })
})
