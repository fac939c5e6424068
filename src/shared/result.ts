/** What a pure function answers when its input may be wrong: a value, or the code of the sentence to show. */
export type Result<T, Why extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Why }

export function found<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function failed<Why extends string>(why: Why): { readonly ok: false; readonly why: Why } {
  return { ok: false, why }
}
