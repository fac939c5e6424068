import { createHash } from 'node:crypto'
import type { Random } from '../../shared/random.ts'
import { addRow, type Rows } from './copy.ts'
import { encodePng } from './logo.ts'

type EvidenceFile = { readonly name: string; readonly extension: 'pdf' | 'png' | 'csv'; readonly bytes: Buffer }

const types = { pdf: 'application/pdf', png: 'image/png', csv: 'text/csv' } as const

/** A small file that really opens, in which figures stand that nobody measured. */
export function evidenceFile(random: Random, label: string): EvidenceFile {
  const figures = Array.from({ length: 12 }, () => random.between(20, 99))
  const extension = random.pick(['csv', 'csv', 'csv', 'pdf', 'pdf', 'pdf', 'pdf', 'png'] as const)
  const title = { csv: 'سجل القياس', pdf: 'محضر', png: 'لوحة المتابعة' }[extension]
  return { name: `${title} - ${label}.${extension}`, extension, bytes: drawn[extension](figures, random.bits()) }
}

const drawn: Readonly<Record<EvidenceFile['extension'], (figures: readonly number[], number: number) => Buffer>> = {
  csv: (figures, number) =>
    Buffer.from(
      `\uFEFFالأسبوع,القيمة,رقم القيد\n${figures.map((value, index) => `${index + 1},${value},${number + index}`).join('\n')}\n`,
    ),
  png: (figures, number) =>
    encodePng({ width: 96, height: 50 }, (x, y) => {
      const filled = x % 8 > 1 && 99 - y * 2 < (figures[x >> 3] ?? 0)
      if (y === 0) return [(number >>> (x % 24)) & 0xff, 247, 245, 255]
      return filled ? teal : paper
    }),
  pdf: page,
}

const teal = [15, 92, 87, 255] as const
const paper = [250, 249, 247, 255] as const

/** One page with a reference and a column of figures, written by hand: the standard font needs no file. */
function page(figures: readonly number[], number: number): Buffer {
  const lines = [`REF ${number}`, ...figures.map((value, index) => `${String(index + 1).padStart(2, '0')}   ${value}`)]
  const text = `BT /F1 12 Tf 72 770 Td 18 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const xref = body.length
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    'latin1',
  )
}

type Stored = { readonly file: EvidenceFile; readonly by: string; readonly at: Date; readonly ids: () => string }

/** Keeps a file as an upload would, without a scanner's verdict. */
export function storeFile(rows: Rows, { file, by, at, ids }: Stored): string {
  const id = ids()
  const picture = file.extension === 'png'
  addRow(rows, 'stored_files', {
    id,
    digest: createHash('sha256').update(file.bytes).digest(),
    name: file.name,
    type: types[file.extension],
    extension: file.extension,
    size: file.bytes.length,
    status: 'unscanned',
    uploaded_by: by,
    uploaded_at: at,
    preview: picture ? file.bytes : null,
    preview_type: picture ? types.png : null,
  })
  addRow(rows, 'stored_file_chunks', { file_id: id, position: 0, content: file.bytes })
  return id
}
