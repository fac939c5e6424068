import { strToU8, type Zippable, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = { sheet: string; styles?: string; strings?: string; workbookPr?: string; more?: Record<string, string> }

/** A small workbook as other programs write it, from the XML of its rows. */
export function workbookFile({ sheet, styles, strings, workbookPr = '', more = {} }: Parts): Buffer {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
        (styles ? relation('r2', 'styles', 'styles.xml') : '') +
        (strings ? relation('r3', 'sharedStrings', 'sharedStrings.xml') : ''),
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...(styles ? { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` } : {}),
    ...(strings ? { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` } : {}),
    ...more,
  }
  return zipped(parts)
}

export function zipped(parts: Record<string, string | Uint8Array>): Buffer {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return Buffer.from(zipSync(files))
}
