import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiedObjectivesQuestions, plainWords } from './copied-objectives.ts'
import { identicalEvidenceQuestions } from './identical-evidence.ts'
import { defaultLastDayMinimum, lastDayQuestions } from './last-day.ts'
import { lowTargetQuestions } from './low-targets.ts'
import { defaultThresholdRules, type MeasuredLine, nearThresholdQuestions } from './near-threshold.ts'
import { defaultNeverDiffersMinimum, neverDiffersQuestions } from './never-differs.ts'
import { verificationSample } from './verification-sample.ts'

const times = <T>(count: number, one: T): T[] => Array(count).fill(one)

describe('values just above a target', () => {
  const up = { below: 70n, meets: 85n, exceeds: 95n }
  const down = { below: 20n, meets: 12n, exceeds: 8n }
  const line = (actual: bigint, targets = up): MeasuredLine => ({ personId: 'p', targets, actual })
  const ask = (lines: readonly MeasuredLine[]) =>
    nearThresholdQuestions(lines, { ...defaultThresholdRules, margin: 2_000 })

  test('eight values at or just above the target and none just below it raise a question', () => {
    expect(ask([...times(5, line(85n)), ...times(3, line(87n)), line(60n)])).toEqual([
      {
        kind: 'near_threshold',
        personIds: ['p'],
        subject: 'near_threshold/p/meets',
        params: { threshold: 'meets', above: 8, below: 0, exact: 5, lines: 9, margin: 20 },
      },
    ])
  })

  test('seven values, or values on both sides, raise none', () => {
    expect(ask(times(7, line(85n)))).toEqual([])
    expect(ask([...times(6, line(86n)), ...times(4, line(84n))])).toEqual([])
    expect(ask(times(9, line(84n)))).toEqual([])
  })

  test('values far from any target raise none', () => {
    expect(ask([...times(5, line(90n)), ...times(5, line(99n)), ...times(5, line(10n))])).toEqual([])
  })

  test('lower is better is read the other way round', () => {
    expect(ask(times(8, line(8n, down))).map((one) => one.subject)).toEqual(['near_threshold/p/exceeds'])
    expect(ask(times(8, line(13n, down)))).toEqual([])
  })

  test('targets without an order raise none', () => {
    expect(ask(times(9, line(85n, { below: 85n, meets: 85n, exceeds: 85n })))).toEqual([])
  })
})

describe('entries on the last day', () => {
  const entry = (enteredOn: string) => ({ employeeId: 'e', enteredOn, lastDay: '2026-04-07' })
  const ask = (last: number, earlier: number) =>
    lastDayQuestions([...times(last, entry('2026-04-07')), ...times(earlier, entry('2026-03-20'))], {
      share: 8_000,
      minimum: defaultLastDayMinimum,
    })

  test('eight of ten on the last day raise a question, seven of ten and five of five none', () => {
    expect(ask(8, 2)).toEqual([
      { kind: 'last_day', personIds: ['e'], subject: 'last_day/e', params: { last: 8, entries: 10 } },
    ])
    expect(ask(7, 3)).toEqual([])
    expect(ask(5, 0)).toEqual([])
  })
})

describe('identical evidence', () => {
  const file = (employeeId: string, digest: string, keyResultId = `k-${employeeId}`) => ({
    employeeId,
    keyResultId,
    digest,
    name: 'report.pdf',
  })

  test('the same content from two people raises one question to both', () => {
    expect(identicalEvidenceQuestions([file('b', 'd1'), file('a', 'd1'), file('c', 'd2')])).toEqual([
      {
        kind: 'identical_evidence',
        personIds: ['a', 'b'],
        subject: 'identical_evidence/d1',
        params: { people: 2, keyResults: 2, name: 'report.pdf' },
      },
    ])
  })

  test('a person may give the same file for two key results', () => {
    expect(identicalEvidenceQuestions([file('a', 'd1', 'k1'), file('a', 'd1', 'k2')])).toEqual([])
  })
})

describe('copied objectives', () => {
  const written = (employeeId: string, duty: string, text: string) => ({ employeeId, duty, text })

  test('the same words by people of different duties raise a question, however they are spelt', () => {
    const found = copiedObjectivesQuestions([
      written('a', 'engineer', 'رفع نسبة إنجاز المعاملات الإلكترونية.'),
      written('b', 'accountant', 'رفع  نِسبة انجاز المعاملات الالكترونيه'),
      written('c', 'engineer', 'خفض زمن الاستجابة لطلبات الصيانة'),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      kind: 'copied_objectives',
      personIds: ['a', 'b'],
      params: { people: 2, duties: 2 },
    })
  })

  test('people of the same duty may share their words, and short texts are alike by nature', () => {
    const text = 'رفع نسبة إنجاز المعاملات الإلكترونية'
    expect(copiedObjectivesQuestions([written('a', 'x', text), written('b', 'x', text)])).toEqual([])
    expect(copiedObjectivesQuestions([written('a', 'x', 'حضور دورة'), written('b', 'y', 'حضور دورة')])).toEqual([])
    expect(copiedObjectivesQuestions([written('a', 'x', ' '), written('b', 'y', '')])).toEqual([])
  })

  test('case, punctuation, marks and the shape of digits make no difference', () => {
    expect(plainWords('Reduce  the QUEUE — by ٢٠ %!')).toBe(plainWords('reduce the queue by 20'))
  })
})

describe('targets below last year’s value', () => {
  const target = (meets: bigint, lastActual: bigint, more = {}) => ({
    employeeId: 'e',
    keyResultId: 'k',
    dataType: 'percentage' as const,
    targets: { below: meets - 100_000n, meets, exceeds: meets + 50_000n },
    lastActual,
    ...more,
  })

  test('80 % after 85 % last year raises a question, 85 % and 90 % none', () => {
    expect(lowTargetQuestions([target(800_000n, 850_000n)])).toEqual([
      {
        kind: 'low_targets',
        personIds: ['e'],
        subject: 'low_targets/k',
        params: { target: '80', last: '85', dataType: 'percentage' },
      },
    ])
    expect(lowTargetQuestions([target(850_000n, 850_000n), target(900_000n, 850_000n)])).toEqual([])
  })

  test('where lower is better a higher target asks for less', () => {
    const targets = { below: 200_000n, meets: 120_000n, exceeds: 80_000n }
    expect(lowTargetQuestions([target(0n, 100_000n, { targets })])).toHaveLength(1)
    expect(lowTargetQuestions([target(0n, 130_000n, { targets })])).toEqual([])
  })

  test('dates are not compared between years', () => {
    expect(lowTargetQuestions([target(20_000n, 30_000n, { dataType: 'date' })])).toEqual([])
  })
})

test('a supervisor who corrected none of forty values is asked about it, with one correction or fewer values not', () => {
  const reviews = [
    { supervisorId: 'a', lines: 40, corrections: 0 },
    { supervisorId: 'b', lines: 400, corrections: 1 },
    { supervisorId: 'c', lines: 39, corrections: 0 },
  ]
  expect(neverDiffersQuestions(reviews, defaultNeverDiffersMinimum)).toEqual([
    { kind: 'never_differs', personIds: ['a'], subject: 'never_differs/a', params: { lines: 40 } },
  ])
})

describe('the sample for verification', () => {
  const people = Array.from({ length: 233 }, (_, index) => `e${String(index).padStart(3, '0')}`)
  const drawn = (ids: readonly string[], share: number, seed: string) =>
    verificationSample(ids, share, seed).flatMap((one) => one.personIds)

  test('5 % of 233 people are twelve, and the same twelve again from the same seed', () => {
    expect(drawn(people, 500, '2025')).toHaveLength(12)
    expect(drawn([...people].reverse(), 500, '2025')).toEqual(drawn(people, 500, '2025'))
    expect(drawn(people, 500, '2026')).not.toEqual(drawn(people, 500, '2025'))
  })

  test('a share above zero takes at least one of any group, zero nobody, all everybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 233 }), fc.integer({ min: 1, max: 10_000 }), (count, share) => {
        const found = drawn(people.slice(0, count), share, 's')
        expect(found).toHaveLength(Math.ceil((count * share) / 10_000))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
    expect(drawn(people, 0, 's')).toEqual([])
    expect(drawn(people, 10_000, 's')).toEqual(people)
  })
})
