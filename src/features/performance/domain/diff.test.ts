import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff } from './diff.ts'
import type { Content, KeyResult, Objective } from './document.ts'
import { wordsDiff } from './words-diff.ts'

const key = (id: string, more: Partial<KeyResult> = {}): KeyResult => ({
  id,
  statement: 'خفض متوسط زمن إنجاز الخدمات بالأيام',
  dataType: 'number',
  targets: { below: '18', meets: '12', exceeds: '8' },
  weight: '30',
  ...more,
})
const objective = (id: string, keyResults: KeyResult[], more: Partial<Objective> = {}): Objective => ({
  id,
  title: 'هدف',
  class: 'development',
  bankObjectiveId: null,
  links: [],
  keyResults,
  ...more,
})
const content = (...objectives: Objective[]): Content => ({ objectives })

test('a changed word, target and weight count one each', () => {
  const before = content(objective('a', [key('1')]))
  const after = content(
    objective('a', [
      key('1', {
        statement: 'خفض متوسط زمن إنجاز خدمات التراخيص بالأيام',
        targets: { below: '20', meets: '12', exceeds: '8' },
        weight: '25',
      }),
    ]),
  )
  const found = diff(before, after)
  expect(found.count).toBe(3)
  expect(found.objectives[0]?.keyResults[0]).toMatchObject({
    change: 'changed',
    fields: ['statement', 'below', 'weight'],
  })
})

test('added and removed lines are told, and stand where they belong', () => {
  const found = diff(
    content(objective('a', [key('1'), key('2'), key('3')])),
    content(objective('a', [key('1'), key('3'), key('4')])),
  )
  expect(found.objectives[0]?.keyResults.map((one) => [one.id, one.change])).toEqual([
    ['1', 'same'],
    ['2', 'removed'],
    ['3', 'same'],
    ['4', 'added'],
  ])
  expect(found.count).toBe(2)
})

test('a key result that moved to another objective is told once, in its new place', () => {
  const found = diff(
    content(objective('a', [key('1')]), objective('b', [])),
    content(objective('a', []), objective('b', [key('1')])),
  )
  expect(found.count).toBe(1)
  expect(found.objectives.map((one) => one.keyResults.map((line) => line.fields))).toEqual([[], [['objective']]])
})

test('words are compared as words', () => {
  expect(wordsDiff('إنجاز الخدمات بالأيام', 'إنجاز خدمات التراخيص بالأيام')).toEqual([
    { kind: 'same', text: 'إنجاز' },
    { kind: 'removed', text: 'الخدمات' },
    { kind: 'added', text: 'خدمات التراخيص' },
    { kind: 'same', text: 'بالأيام' },
  ])
})

test('the pieces rebuild both texts', () => {
  const words = fc.array(fc.constantFrom('أ', 'ب', 'ج', 'د'), { maxLength: 12 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordsDiff(before, after)
      const text = (...kinds: string[]) =>
        pieces
          .filter((one) => kinds.includes(one.kind))
          .map((one) => one.text)
          .join(' ')
      expect(text('same', 'removed')).toBe(before)
      expect(text('same', 'added')).toBe(after)
    }),
  )
})

test('a content does not differ from itself', () => {
  const one = content(objective('a', [key('1'), key('2')]), objective('b', [key('3')]))
  expect(diff(one, one).count).toBe(0)
})
