import type { Language } from '../shared/locale.ts'

export type Dictionary = { readonly [name: string]: string | Dictionary }
type Params = Readonly<Record<string, string | number>>

/** The text at a key: `performance.title`, or `errors.http.offline`, where the rest of the key is one flat name. */
export function textAt(dictionary: Dictionary, key: string): string | undefined {
  let place: string | Dictionary | undefined = dictionary
  let rest = key
  while (typeof place === 'object') {
    const whole: string | Dictionary | undefined = place[rest]
    if (whole !== undefined) return typeof whole === 'string' ? whole : undefined
    const dot = rest.indexOf('.')
    if (dot === -1) return undefined
    place = place[rest.slice(0, dot)]
    rest = rest.slice(dot + 1)
  }
  return undefined
}

const rules: Record<Language, Intl.PluralRules> = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }

/** The text for a count, by the plural forms of the language: `rows_one`, `rows_two`, `rows_few`... */
export function pluralAt(dictionary: Dictionary, key: string, count: number, language: Language): string | undefined {
  const forms = [...(count === 0 ? ['zero'] : []), rules[language].select(count), 'other']
  for (const form of forms) {
    const text = textAt(dictionary, `${key}_${form}`)
    if (text !== undefined) return text
  }
  return undefined
}

/** Puts the values in the places `{{name}}` of a text. */
export function fill(text: string, params: Params, show: (value: string | number, name: string) => string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = params[name]
    return value === undefined ? place : show(value, name)
  })
}

/** Joins dictionaries; groups of the same name, such as `errors`, come together. */
export function merge(one: Dictionary, other: Dictionary): Dictionary {
  const all: Record<string, string | Dictionary> = { ...one }
  for (const [name, words] of Object.entries(other)) {
    const before = all[name]
    all[name] = typeof before === 'object' && typeof words === 'object' ? merge(before, words) : words
  }
  return all
}
