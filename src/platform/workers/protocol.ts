/** What travels between a server thread and its worker. One task at a time per worker. */
export type ToWorker =
  | { readonly kind: 'task'; readonly input: unknown }
  /** The server thread took the part that was sent and is ready for another. */
  | { readonly kind: 'taken' }
  /** Answer to `more`: the next part of the input, or none. */
  | { readonly kind: 'part'; readonly part: unknown; readonly last: boolean }

export type FromWorker =
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'more' }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly status: number; readonly params: Params }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }

type Params = Readonly<Record<string, string | number>> | undefined
