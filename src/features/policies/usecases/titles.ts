import type { PolicyKey } from '../domain/catalogue.ts'
import { policyWords } from '../domain/words.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'

type Titles = Readonly<Record<string, { readonly title: string } | undefined>>

/** The name of a value in both languages, for what is told about it elsewhere. */
export function titleOf(key: PolicyKey): { ar: string; en: string } {
  const name = policyWords(key)
  const title = (words: Titles) => words[name]?.title ?? key
  return { ar: title(ar.policies.values), en: title(en.policies.values) }
}
