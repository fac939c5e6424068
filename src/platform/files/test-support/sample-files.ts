import { crc32, deflateSync } from 'node:zlib'
import { zipped } from '../../spreadsheet/test-support/workbook-file.ts'

type Parts = Record<string, string | Uint8Array>

const mainTypes = {
  docx: ['word/document.xml', 'wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation.main+xml'],
} as const

/** A small Office document as other programs write it; `types` stands beside the type of its main part. */
export function officeFile(
  kind: keyof typeof mainTypes,
  { more = {}, types = '' }: { more?: Parts; types?: string } = {},
) {
  const [part, type] = mainTypes[kind]
  const content = `application/vnd.openxmlformats-officedocument.${type}`
  return zipped({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${content}"/>${types}</Types>`,
    '_rels/.rels': '<Relationships/>',
    [part]: '<main>تقرير الإنجاز</main>',
    ...more,
  })
}

export function pdfFile({ padding = 0, more = '' } = {}): Buffer {
  const start = `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${more}`
  return Buffer.concat([
    Buffer.from(start, 'latin1'),
    Buffer.alloc(padding, '0123456789abcdef\n'),
    Buffer.from('\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
}

/** An old Office container in which these names stand. */
export function oldContainer(...names: string[]): Buffer {
  const parts = names.flatMap((name) => [Buffer.alloc(64), Buffer.from(name, 'utf16le')])
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), ...parts, Buffer.alloc(600)])
}

export function pngFile({ width = 3, height = 2, words = '' } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = Buffer.alloc(Math.min(height, 4000) * (1 + Math.min(width, 4000) * 3), 7)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(words ? [chunk('tEXt', Buffer.from(`Comment\0${words}`))] : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export const jpegFile = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)
