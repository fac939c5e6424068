/** A place in a sorted list: what the last row was sorted by, and its id. Opaque to the reader. */
export type Cursor = { readonly key: string; readonly id: string }

export function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Null for what is no cursor of ours: the list then starts anew. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const isId = typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
    return typeof key === 'string' && isId ? { key, id } : null
  } catch {
    return null
  }
}
