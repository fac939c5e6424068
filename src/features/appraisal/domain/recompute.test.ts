import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { achievement, directionOf, levelOf, parseQuantity } from '../../../shared/measure.ts'
import { bandOf } from '../../../shared/ranks.ts'
import { literalResult, score } from '../../../shared/scoring.ts'
import { type Explanation, explanation as schema } from '../schema/explanation.ts'
import { publishedSchema } from '../schema/published.ts'
import { canonicalJson } from './canonical.ts'
import { annualMean } from './freeze.ts'
import { recompute } from './recompute.ts'

const id = '00000000-0000-4000-8000-000000000001'
const name = { ar: 'اسم', en: 'Name' }
const actor = { id, name }
const scale = { anchors: { below: 50, meets: 100, exceeds: 120 }, cap: 120 }
const cuts = { average: 50_000_000, good: 90_000_000, veryGood: 110_000_000 }
const shares = { weak: 500, average: 1500, good: 5000, veryGood: 2000, excellent: 1000 }
const policy = (key: string, value: unknown) => ({
  key,
  value: value as never,
  version: 1,
  setForYear: 2025,
  source: 'تعميم',
  official: true,
})

type Line = Explanation['cycles'][number]['segments'][number]['lines'][number]
type Made = { readonly actuals: readonly (readonly number[])[]; readonly weights: readonly number[] }

/** A whole explanation of a person of a group of 233 in the mode that only raises, from actual values and weights. */
function made({ actuals, weights }: Made): Explanation {
  const cycles = actuals.map((values, index) => {
    const lines = values.map((actual, place): Line => lineOf(actual, weights[place] ?? 0))
    const sum = Number(lines.reduce((total, line) => total + BigInt(line.score), 0n))
    const literal = Number(literalResult(lines))
    const [startsOn, endsOn] = [
      ['2025-01-01', '2025-03-31'],
      ['2025-04-01', '2025-06-30'],
      ['2025-07-01', '2025-09-30'],
      ['2025-10-01', '2025-12-31'],
    ][index] as [string, string]
    const segment = {
      documentId: id,
      startsOn,
      endsOn,
      days: 60,
      supervisor: actor,
      approvedBy: actor,
      onBehalfOf: null,
      approvedAt: '2025-04-10T08:00:00.000Z',
      provisional: false,
      scale,
      lines,
      sum,
      literal,
    }
    return {
      id,
      kind: 'quarter' as const,
      ordinal: index + 1,
      startsOn,
      endsOn,
      months: 3,
      status: 'counted' as const,
      cause: null,
      coveredDays: 60,
      cycleDays: 62,
      decision: null,
      segments: [segment],
      result: sum,
      literal,
    }
  })
  const mean = annualMean(cycles.map((one) => ({ ...one, result: BigInt(one.result), literal: BigInt(one.literal) })))
  const result = Number(mean.result)
  const bands = { average: 50_000_000n, good: 90_000_000n, veryGood: 110_000_000n }
  const band = bandOf(mean.result ?? 0n, bands)
  const raisePosition = band === 'good' || band === 'very_good' ? 71 : null
  const curve = raisePosition === null ? band : 'good'
  const lastLifted = 118_000_000
  const curveChange = {
    stage: 'curve' as const,
    from: band,
    to: curve,
    fromResult: result,
    toResult: result,
    reasonCode: 'CRV-07',
    params: { position: 71, seats: 70 },
    reasonText: null,
    by: null,
    onBehalfOf: null,
    at: '2026-01-20T08:00:00.000Z',
  }
  const decided = { ...curveChange, by: actor, reasonText: 'سبب مكتوب', fromResult: result, toResult: result }
  return {
    format: 'itqan-explanation',
    version: 1,
    entity: { id, name },
    person: {
      id,
      name,
      number: '1',
      title: name,
      division: name,
      jobFamily: 'specialist',
      level: 5,
      supervisor: actor,
      higherOfficial: actor,
    },
    year: {
      year: 2025,
      status: 'published',
      freezes: 1,
      frozenAt: '2026-01-20T08:00:00.000Z',
      signedAt: '2026-02-01T08:00:00.000Z',
      approvedAt: '2026-02-05T08:00:00.000Z',
      confirmedAt: '2026-02-06T08:00:00.000Z',
      publishedAt: '2026-02-07T08:00:00.000Z',
      grievancesUntil: '2026-03-09T19:59:59.999Z',
      timeZone: 'Asia/Muscat',
    },
    policies: [
      policy('achievement.anchors', scale.anchors),
      policy('achievement.cap', 120),
      policy('result.formula', 'weighted_sum'),
      policy('result.bands', { average: 50, good: 90, veryGood: 110 }),
      policy('curve.shares', shares),
    ],
    standing: 'ranked',
    scale,
    cycles,
    annual: {
      counted: mean.counted,
      months: mean.months,
      result,
      literal: Number(mean.literal),
      formula: 'weighted_sum',
      ranking: result,
      cuts,
      lowestCycle: Number(mean.lowest),
      lastCycle: Number(mean.last),
    },
    group: {
      id,
      division: null,
      jobFamily: null,
      size: 233,
      mode: 'raise_only',
      pool: 70,
      quotas: [
        { rank: 'weak', share: 500, product: '11.65', floor: 11, remainder: 6500, extra: 2, seats: 12 },
        { rank: 'average', share: 1500, product: '34.95', floor: 34, remainder: 9500, extra: 1, seats: 35 },
        { rank: 'good', share: 5000, product: '116.5', floor: 116, remainder: 5000, extra: null, seats: 116 },
        { rank: 'very_good', share: 2000, product: '46.6', floor: 46, remainder: 6000, extra: 3, seats: 47 },
        { rank: 'excellent', share: 1000, product: '23.3', floor: 23, remainder: 3000, extra: null, seats: 23 },
      ],
      counts: { weak: 3, average: 40, good: 120, very_good: 70 },
      position: 143,
      raisePosition,
      guardWeak: true,
      guarded: 230,
      lastLifted,
      gap: Math.abs(result - lastLifted),
    },
    ranks: { band, curve, view: 'excellent', final: 'weak' },
    changes: [
      ...(band === curve ? [] : [curveChange]),
      { ...decided, stage: 'supervisor', from: band, to: 'excellent', reasonCode: 'SUP-02' },
      { ...decided, stage: 'committee', from: curve, to: 'weak', reasonCode: 'CAL-02' },
    ],
    addedSeat: false,
    audit: { seq: '17', hash: 'ab', at: '2026-02-07T08:00:00.000Z' },
  }
}

function lineOf(actual: number, weight: number): Line {
  const targets = { below: '70', meets: '85', exceeds: '95' }
  const read = (text: string) => {
    const value = parseQuantity('percentage', text)
    return value.ok ? value.value : 0n
  }
  const measured = { below: read('70'), meets: read('85'), exceeds: read('95') }
  expect(directionOf(measured)).toBe('higher')
  const text = String(actual)
  const reached = achievement({ dataType: 'percentage', targets: measured, actual: read(text) }, scale)
  return {
    id,
    objective: { title: 'هدف', class: 'annual_plan' },
    statement: 'نتيجة',
    dataType: 'percentage',
    targets,
    weight,
    claimed: text,
    actual: text,
    achievement: reached,
    level: levelOf(read(text), measured),
    score: Number(score({ achievement: reached, weight })),
    corrections: [],
    evidence: [{ name: 'دليل.pdf', digest: 'cd' }],
  }
}

const anyYear = fc
  .record({
    actuals: fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    }),
    cut: fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 })),
  })
  .map(({ actuals, cut: [a, b] }) => made({ actuals, weights: [a, b, 10_000 - a - b] }))

/** Numbers that something else in the file gives: each has one right value. */
const computed =
  /^(scale\/|annual\/(?!cuts)|annual\/cuts\/|cycles\/\d+\/(months|result|literal)$|cycles\/\d+\/segments\/\d+\/(sum|literal)$|cycles\/\d+\/segments\/\d+\/lines\/\d+\/(achievement|score|weight)$|group\/(size|pool|gap|quotas\/\d+\/(share|floor|remainder|extra|seats))$|group\/counts\/|changes\/\d+\/(fromResult|toResult)$)/

function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, path ? `${path}/${key}` : key))
}

function tampered(file: Explanation, path: string, by: number): Explanation {
  // Through text: parts that two places share become two.
  const copy: Explanation = JSON.parse(JSON.stringify(file))
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  const holder = keys.reduce((at: Record<string, never>, key) => at[key] as never, copy as never) as Record<
    string,
    number
  >
  holder[last] = (holder[last] ?? 0) + by
  return copy
}

describe('an explanation', () => {
  test('is recomputed from its inputs, whatever they are', () => {
    fc.assert(
      fc.property(anyYear, (file) => {
        expect(schema.parse(file)).toEqual(file)
        expect(recompute(file)).toMatchObject({ equal: true })
      }),
    )
  })

  test('with a single computed number changed is found out', () => {
    fc.assert(
      fc.property(anyYear, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (file, place, by) => {
        const paths = numbersIn(file).filter((path) => computed.test(path))
        const path = paths[place % paths.length] ?? ''
        expect([path, recompute(tampered(file, path, by)).equal]).toEqual([path, false])
      }),
      { numRuns: 500 },
    )
  })

  test('with anything at all changed has another fingerprint', () => {
    fc.assert(
      fc.property(anyYear, fc.nat(), (file, place) => {
        const paths = numbersIn(file)
        const path = paths[place % paths.length] ?? ''
        expect(canonicalJson(tampered(file, path, 1))).not.toBe(canonicalJson(file))
      }),
    )
  })

  test('names the first difference with its path', () => {
    const file = made({ actuals: [[90, 80, 70]], weights: [5000, 3000, 2000] })
    const path = 'cycles/0/segments/0/lines/1/achievement'
    expect(recompute(tampered(file, path, 1))).toEqual({
      equal: false,
      first: { path, expected: '83333333', found: '83333334' },
    })
  })

  test.each([
    [
      'a rank that nobody decided',
      (file: Explanation) => ({ ...file, ranks: { ...file.ranks, final: 'good' as const } }),
      'ranks/final',
    ],
    [
      'a curve that the seats do not give',
      (file: Explanation) => ({ ...file, ranks: { ...file.ranks, curve: 'very_good' as const } }),
      'ranks/curve',
    ],
    [
      'a human change that is left out',
      (file: Explanation) => ({ ...file, changes: file.changes.slice(0, -1) }),
      'ranks/final',
    ],
    [
      'an actual that nobody corrected',
      (file: Explanation) => withActual(file, '99'),
      'cycles/0/segments/0/lines/0/actual',
    ],
  ])('%s is found out', (_, change, path) => {
    const file = made({ actuals: [[90, 80, 70]], weights: [5000, 3000, 2000] })
    expect(recompute(change(file))).toMatchObject({ equal: false, first: { path } })
  })

  test('shows the worked example of the guide: 92.5, 104, 88 and 110 make 98.625', () => {
    const cycles = [92.5, 104, 88, 110].map((percent, index) => ({
      ordinal: index + 1,
      months: 3,
      result: BigInt(percent * 10_000_000_000),
      literal: 0n,
    }))
    expect(annualMean(cycles)).toMatchObject({
      result: 98_625_000n,
      lowest: 880_000_000_000n,
      last: 1_100_000_000_000n,
    })
  })
})

test('the published schema is the one that the program reads', () => {
  const published = JSON.parse(
    readFileSync(new URL('../../../../docs/schemas/explanation-1.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(JSON.parse(JSON.stringify(publishedSchema())))
})

test('canonical JSON is the same whatever the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'نص' }], a: undefined })).toBe(
    canonicalJson({ b: [1, { c: 'نص', d: null }] }),
  )
})

function withActual(file: Explanation, actual: string): Explanation {
  const copy = structuredClone(file)
  const line = copy.cycles[0]?.segments[0]?.lines[0]
  if (line) line.actual = actual
  return copy
}
