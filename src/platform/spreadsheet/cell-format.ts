/** How a number in a cell is meant, read from its number format. */
export type CellFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'percent' }
  /** A code whose leading zeros live in the format alone, such as 00000000. */
  | { readonly kind: 'code'; readonly digits: number }

export const plainNumber: CellFormat = { kind: 'number' }

/** Formats that every workbook knows by number alone; locale dates of East Asia included. */
export function builtInFormat(id: number): CellFormat {
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  if (date) return { kind: 'date' }
  return id === 9 || id === 10 ? { kind: 'percent' } : plainNumber
}

export function customFormat(code: string): CellFormat {
  const [positive = ''] = code.split(';')
  const meant = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .trim()
  if (/^0{2,}$/.test(meant)) return { kind: 'code', digits: meant.length }
  if (meant.includes('%')) return { kind: 'percent' }
  if (/^general$/i.test(meant)) return plainNumber
  return /[ymdhs]/i.test(meant) ? { kind: 'date' } : plainNumber
}
