import { useMemo } from 'react'
import { formatDate, formatNumber, formatYear, type Language } from '../shared/locale.ts'
import { isolateForeign } from './isolate-foreign.ts'
import type { ar as core } from './messages.ar.ts'
import { onPreferences, preferences, usePreferences } from './preferences.ts'
import { type Dictionary, fill, merge, pluralAt, textAt } from './words.ts'

/**
 * Holds the type of all words; `src/app/web/messages/registry.d.ts` fills it.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging where all features are known
export interface MessageRegistry {}

type Messages = MessageRegistry extends { messages: infer M } ? M : typeof core
type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Base<K extends string> = K extends `${infer B}_${Plural}` ? B : K
type Entry<T, P extends string> = {
  [K in keyof T & string]: T[K] extends string ? { key: Base<`${P}${K}`>; text: T[K] } : Entry<T[K], `${P}${K}.`>
}[keyof T & string]
type All = Entry<Messages, ''>
type Names<S extends string> = S extends `${string}{{${infer N}}}${infer Rest}` ? N | Names<Rest> : never
type Flat = { [E in All as E['key']]: E['text'] }
type NamesOf<K> = K extends keyof Flat ? Names<Flat[K]> : never

export type TextParams = Readonly<Record<string, string | number>>
export type TextKey = keyof Flat
/** A key known only while running, such as a page's title, asks for no parameters. */
type Rest<K> = [TextKey] extends [K]
  ? [params?: TextParams]
  : [NamesOf<K>] extends [never]
    ? [params?: TextParams]
    : [params: Readonly<Record<NamesOf<K>, string | number>> & TextParams]
export type Translate = <K extends TextKey>(key: K, ...rest: Rest<K>) => string

type Loader = (language: Language) => Promise<Dictionary>

const loaders: Loader[] = []
const dictionaries: Record<Language, Dictionary> = { ar: {}, en: {} }

async function load(loader: Loader, language: Language): Promise<void> {
  const words = await loader(language)
  dictionaries[language] = merge(dictionaries[language], words)
}

onPreferences({
  beforeLanguage: async (language) => {
    await Promise.all(loaders.map((loader) => load(loader, language)))
  },
})

/** Adds a set of words, now and for each language chosen later. */
export async function addMessages(loader: Loader): Promise<void> {
  loaders.push(loader)
  await load(loader, preferences().language)
}

/** What the server names as a day is read as one. */
const day = /^\d{4}-\d{2}-\d{2}$/

function show(value: string | number, name: string): string {
  const { language, digits } = preferences()
  if (typeof value === 'string') {
    if (name === 'year') return formatYear(Number(value), { language, digits })
    return day.test(value) ? formatDate(value, { language, digits, style: 'long' }) : isolateForeign(value, language)
  }
  return name === 'year' ? formatYear(value, { language, digits }) : formatNumber(value, { language, digits })
}

/** A key that is put together while running, such as an error code; undefined where no words exist. */
export function textFor(key: string, params: TextParams = {}): string | undefined {
  const { language } = preferences()
  const words = dictionaries[language]
  const counted = typeof params.count === 'number' ? pluralAt(words, key, params.count, language) : undefined
  const text = counted ?? textAt(words, key)
  return text === undefined ? undefined : fill(text, params, show)
}

export const translate: Translate = (key, ...[params]) => textFor(key, params) ?? key

export type Text = {
  readonly t: Translate
  readonly textFor: typeof textFor
  readonly language: Language
  /** The part of a two-language value that this reader sees. */
  readonly pick: (value: { readonly ar: string; readonly en: string }) => string
}

/** The words of the page in the reader's language; the component is drawn again when the language or digits change. */
export function useText(): Text {
  const { language, digits } = usePreferences()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `t` for new digits draws memoised children again
  return useMemo(
    () => ({
      t: ((key, ...rest) => translate(key, ...rest)) as Translate,
      textFor,
      language,
      pick: (value) => value[language] || value[language === 'ar' ? 'en' : 'ar'],
    }),
    [language, digits],
  )
}
