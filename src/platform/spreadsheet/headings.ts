import { normalizeArabic } from '../../shared/text.ts'

/** Accepted headings of each column, in any language: `{ civilNumber: ['الرقم المدني', 'Civil number'] }`. */
export type Headings = Readonly<Record<string, readonly string[]>>

/** The form in which headings are compared: spelling variants, marks, stars and brackets make no difference. */
export function plainHeading(text: string): string {
  return normalizeArabic(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

export type HeadingMatch = {
  /** The key of each column of the file, by position; undefined where no key is meant. */
  readonly keys: readonly (string | undefined)[]
  readonly matches: number
  /** A heading that two columns claim. */
  readonly repeated: string | undefined
}

/** Which columns a row names, if it is the row of headings. Without known headings every text is its own key. */
export function matchHeadings(cells: readonly string[], headings: Headings | undefined): HeadingMatch {
  const known = headings && keysByHeading(headings)
  const seen = new Set<string>()
  let repeated: string | undefined
  const keys = cells.map((cell) => {
    const key = known ? known.get(plainHeading(cell)) : cell || undefined
    if (key === undefined) return undefined
    if (seen.has(key)) repeated ??= cell
    seen.add(key)
    return key
  })
  return { keys, matches: seen.size, repeated }
}

function keysByHeading(headings: Headings): Map<string, string> {
  const pairs = Object.entries(headings).flatMap(([key, names]) =>
    [key, ...names].map((name) => [plainHeading(name), key] as const),
  )
  return new Map(pairs)
}
