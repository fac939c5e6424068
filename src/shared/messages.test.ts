import { expect, test } from 'vitest'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import { labelOf, type PeriodKind, periodsOfYear } from './period.ts'

type Tree = { readonly [key: string]: string | Tree }

function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )
}

const withoutPlural = (keys: string[]) => new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))

test('both languages say the same things', () => {
  expect(withoutPlural(keysOf(ar))).toEqual(withoutPlural(keysOf(en)))
})

test('every period has its name', () => {
  const kinds: PeriodKind[] = ['year', 'half', 'third', 'quarter', 'month']
  const keys = kinds.flatMap((kind) => periodsOfYear(kind, 2026).map((period) => labelOf(period).key))
  expect(keysOf(ar)).toEqual(expect.arrayContaining(keys))
})
