import type { Language } from '../../../shared/locale.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'

const words = { ar: ar.accounts.sms, en: en.accounts.sms } as const

/** A text message in the reader's language: the only sentences that the server itself writes. */
export function smsText(
  name: keyof (typeof words)['ar'],
  language: Language,
  params: Readonly<Record<string, string>> = {},
): string {
  return words[language][name].replace(/\{\{(\w+)\}\}/g, (_, key: string) => params[key] ?? '')
}
