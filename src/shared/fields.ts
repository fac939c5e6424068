import { z } from 'zod'
import { toAsciiDigits } from './digits.ts'
import { stripInvisible } from './text.ts'

/** Parts that feature schemas are made of. Input is cleaned once, here: no bidi marks, no control characters. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

function clean(value: string): string {
  return stripInvisible(value).replace(controls, '').normalize('NFC').trim()
}

/** One line or many of human text, measured after cleaning. */
export function text({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .max(max * 4)
    .transform(clean)
    .pipe(z.string().min(min).max(max))
}

export const id = z.uuid().transform((value) => value.toLowerCase())

/** A day, `YYYY-MM-DD`, that exists, between 1900 and 2200. */
export const day = z.iso.date().refine((value) => value >= '1900-01-01' && value <= '2200-12-31')

/** Digits of any Arabic shape in, ASCII out; the leading zero stays (NF-10). */
export const civilNumber = z
  .string()
  .max(40)
  .transform((value) => toAsciiDigits(clean(value)).replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9]{5,12}$/, 'validation.civil_number'))

export const phone = z
  .string()
  .max(60)
  .transform((value) => toAsciiDigits(clean(value)).replace(/[\s()-]/g, ''))
  .pipe(z.string().regex(/^\+?[0-9]{8,15}$/, 'validation.phone'))

export const email = z.string().max(300).transform(clean).pipe(z.email('validation.email').max(254))

export const year = z.coerce.number().int().min(2000).max(2200)

/** A page of a list: an opaque cursor and a size. */
export const page = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A name or title in both languages. */
export const bilingual = z.object({ ar: z.string(), en: z.string() })

/** An instant as JSON carries it. */
export const instant = z
  .union([z.date(), z.string()])
  .transform((value) => (value instanceof Date ? value.toISOString() : value))
  .pipe(z.string())

/** One allowed or refused act, as the server tells the page. */
export const ability = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), why: z.string() }),
])
