type Dictionary = Readonly<Record<string, unknown>>
type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never

/** Joins dictionaries of features into one; the `errors` of all of them come together. */
export function joined<D extends readonly Dictionary[]>(...dictionaries: D): Intersection<D[number]> {
  const all: Record<string, unknown> = {}
  for (const dictionary of dictionaries) {
    for (const [name, words] of Object.entries(dictionary))
      all[name] = { ...(all[name] as object | undefined), ...(words as object) }
  }
  return all as Intersection<D[number]>
}
