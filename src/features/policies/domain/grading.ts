import type { Policy } from './policy.ts'
import { choice, count, flag, months, percent, record } from './shape.ts'

export const resultFormulas = ['weighted_sum', 'seed_literal_mean'] as const
export type ResultFormula = (typeof resultFormulas)[number]

export const curveModes = ['full_curve', 'raise_only', 'advisory'] as const
export type CurveMode = (typeof curveModes)[number]

export const curveStrata = ['none', 'job_family', 'sector'] as const
export type CurveStrata = (typeof curveStrata)[number]

/** The five grades of the guide, lowest first (E 9.3.4). */
const shareNames = ['weak', 'average', 'good', 'veryGood', 'excellent'] as const

/** Share of each grade in basis points; together exactly 10,000. */
export type CurveShares = Readonly<Record<(typeof shareNames)[number], number>>

/** Lowest annual result of each grade, whole percent; below `average` is weak (AMB-09). */
export type Bands = { readonly average: number; readonly good: number; readonly veryGood: number }

/** What turns results into grades: a second person confirms each of them. */
export type GradingValues = {
  readonly 'result.formula': ResultFormula
  /** Percent of a cycle's working days that an agreed document must cover to be counted. */
  readonly 'result.coverage_share': number
  /** A grade needs more than so many months of service in the year. */
  readonly 'result.service_months': number
  readonly 'result.bands': Bands
  readonly 'curve.shares': CurveShares | null
  readonly 'curve.mode': CurveMode | null
  readonly 'curve.strata': CurveStrata
  readonly 'curve.minimum_group': number
  /** The curve alone makes nobody weak. */
  readonly 'curve.guard_weak': boolean
  /** A top quota may be exceeded by a tie of so many seats, or so many percent of the pool, whichever is more. */
  readonly 'curve.tie_tolerance': { readonly seats: number; readonly percent: number }
  /** How many of the conditions of excellence that apply are needed; five: all that apply. */
  readonly 'excellence.conditions': number
}

const ofTheYear = { official: false, decidesGrades: true, setBy: ['ejada_team', 'entity_administrator'] } as const
const ofTheHead = { official: false, decidesGrades: true, setBy: ['head'] } as const

export const grading: { readonly [K in keyof GradingValues]: Policy<GradingValues[K]> } = {
  'result.formula': {
    ...ofTheYear,
    group: 'result',
    shape: choice(resultFormulas),
    default: 'weighted_sum',
    reference: 'AMB-01, H2',
  },
  'result.coverage_share': {
    ...ofTheYear,
    group: 'result',
    shape: percent(1, 100),
    default: 50,
    reference: 'AMB-07',
  },
  'result.service_months': {
    ...ofTheYear,
    group: 'result',
    shape: months(0, 11),
    default: 6,
    reference: 'AMB-16',
  },
  'result.bands': {
    ...ofTheYear,
    group: 'result',
    shape: record({ average: percent(1, 200), good: percent(1, 200), veryGood: percent(1, 200) }),
    default: { average: 50, good: 90, veryGood: 110 },
    reference: 'AMB-09, H2',
  },
  'curve.shares': {
    ...ofTheHead,
    group: 'curve',
    shape: { kind: 'shares', parts: shareNames },
    default: null,
    everyYear: true,
    needsSource: true,
    reference: 'AMB-10',
  },
  'curve.mode': {
    ...ofTheHead,
    group: 'curve',
    shape: choice(curveModes),
    default: null,
    everyYear: true,
    recommended: 'raise_only',
    reference: 'AMB-13',
  },
  'curve.strata': { ...ofTheHead, group: 'curve', shape: choice(curveStrata), default: 'none', reference: 'AMB-11' },
  'curve.minimum_group': {
    ...ofTheHead,
    group: 'curve',
    shape: count(2, 1000),
    default: 30,
    reference: 'AMB-11',
  },
  'curve.guard_weak': { ...ofTheHead, group: 'curve', shape: flag, default: true, reference: 'AMB-13' },
  'curve.tie_tolerance': {
    ...ofTheHead,
    group: 'curve',
    shape: record({ seats: count(0, 20), percent: percent(0, 50) }),
    default: { seats: 1, percent: 10 },
    reference: 'AMB-12, H5',
  },
  'excellence.conditions': {
    group: 'excellence',
    official: false,
    decidesGrades: true,
    shape: count(1, 5),
    default: 5,
    reference: 'AMB-14',
  },
}
