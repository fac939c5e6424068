import { isolate } from '../shared/text.ts'

const arabic = /[\u0600-\u06ff]/
const latin = /[a-z]/i
const jumping = /\d.*[%+\-−×÷=/:.]|[%+\-−×÷=/:.].*\d/

/** Wraps text that would jump inside a sentence of the other direction: codes, names, signed numbers. */
export function isolateForeign(text: string, language: 'ar' | 'en'): string {
  const foreign = language === 'ar' ? latin.test(text) || jumping.test(text) : arabic.test(text)
  return foreign && !text.startsWith('\u2068') ? isolate(text) : text
}
