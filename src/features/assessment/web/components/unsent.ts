/** What is being typed into an open page, by the record that it belongs to. */
const open = new Map<string, Set<() => Promise<void>>>()

/** Announces that something is typed into a record; the answer takes that back. */
export function typesInto(record: string, flush: () => Promise<void>): () => void {
  const all = open.get(record) ?? new Set()
  open.set(record, all.add(flush))
  return () => {
    all.delete(flush)
    if (all.size === 0) open.delete(record)
  }
}

/** Sends what has been typed into a record, so that another change builds upon it. */
export async function sendTyped(record: string): Promise<void> {
  for (const flush of open.get(record) ?? []) await flush()
}
