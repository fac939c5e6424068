/** A place in a sorted list: what the last row was sorted by, and its id. Opaque to the reader. */
export type Cursor = { readonly key: string; readonly id: string }

function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Null for what is no cursor of ours: the list then starts anew. */
export function decodeCursor(text: string | undefined, isKey = /^-?\d{1,18}$/): Cursor | null {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const fits = typeof key === 'string' && isKey.test(key) && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
    return fits ? { key, id } : null
  } catch {
    return null
  }
}

/** The rows that were asked for, of one more than that, and where the next page begins. */
export function pageOf<Row>(rows: readonly Row[], limit: number, at: (row: Row) => Cursor) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: rows.length > limit && last ? encodeCursor(at(last)) : null }
}
