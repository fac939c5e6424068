import { type Clocks, defaultClocks } from '../../../shared/clocks.ts'
import { defaultScale, type Targets } from '../../../shared/measure.ts'
import { type CycleKind, cycleKinds } from '../../../shared/period.ts'
import { defaultTimeZone } from '../../../shared/time-zone.ts'
import { defaultWeekend } from '../../../shared/working-days.ts'
import { type ClosingValues, closing } from './closing.ts'
import { type GradingValues, grading } from './grading.ts'
import type { Policy } from './policy.ts'
import { count, flag, months, percent, record, workingDays } from './shape.ts'

type Range = { readonly min: number; readonly max: number }

/** Beyond these a performance document gets a warning, never a refusal (AMB-06, AMB-65). Weights in whole percent. */
type DocumentLimits = {
  readonly objectives: Range
  readonly keyResults: Range
  readonly weight: Range
  readonly routineMax: number
}

/** Every value that the guides leave to the entity, by its key. */
export type PolicyValues = GradingValues &
  ClosingValues & {
    readonly 'cycle.kind': CycleKind
    readonly clocks: Clocks & { readonly joinerPlan: number }
    readonly 'document.limits': DocumentLimits
    readonly 'document.bulk_approve': boolean
    readonly 'document.bulk_return': boolean
    readonly 'amendment.closing_share': number
    readonly 'delegation.max_months': number
    readonly 'achievement.anchors': Targets<number>
    readonly 'achievement.cap': number
    readonly 'calendar.time_zone': string
    readonly 'calendar.weekend': readonly number[]
  }
export type PolicyKey = keyof PolicyValues

const { ladder } = defaultClocks

export const catalogue: { readonly [K in PolicyKey]: Policy<PolicyValues[K]> } = {
  'cycle.kind': {
    group: 'cycle',
    shape: { kind: 'choice', options: cycleKinds },
    default: 'quarter',
    official: false,
    reference: 'AMB-64',
  },
  clocks: {
    group: 'clocks',
    shape: record({
      plan: workingDays(1, 60),
      joinerPlan: workingDays(1, 60),
      decision: workingDays(1, 30),
      resubmission: workingDays(1, 30),
      objection: workingDays(1, 30),
      ladder: { kind: 'ladder', steps: ladder.map((rung) => rung.step), min: 1, max: 60 },
      returnsUntilHigherOfficial: { kind: 'whole', min: 1, max: 10, unit: 'times' },
      daysUntilHigherOfficial: workingDays(1, 60),
      absenceWithoutDelegate: workingDays(1, 60),
    }),
    default: { ...defaultClocks, joinerPlan: 15 },
    official: false,
    reference: 'AMB-16, AMB-22, AMB-24, AMB-26, H7, H8',
  },
  'document.limits': {
    group: 'document',
    shape: record({
      objectives: record({ min: count(1, 20), max: count(1, 20) }),
      keyResults: record({ min: count(1, 20), max: count(1, 20) }),
      weight: record({ min: percent(1, 100), max: percent(1, 100) }),
      routineMax: percent(0, 100),
    }),
    default: {
      objectives: { min: 3, max: 7 },
      keyResults: { min: 1, max: 5 },
      weight: { min: 5, max: 50 },
      routineMax: 60,
    },
    official: false,
    reference: 'AMB-06, AMB-65',
  },
  'document.bulk_approve': {
    group: 'document',
    shape: flag,
    default: false,
    official: false,
    reference: 'AMB-28',
  },
  'document.bulk_return': {
    group: 'document',
    shape: flag,
    default: true,
    official: false,
    reference: 'AMB-24',
  },
  'amendment.closing_share': {
    group: 'document',
    shape: percent(0, 50),
    default: 20,
    official: false,
    reference: 'AMB-25',
  },
  'delegation.max_months': {
    group: 'people',
    shape: months(1, 12),
    default: 3,
    official: false,
    reference: 'AMB-22',
  },
  'achievement.anchors': {
    group: 'scoring',
    setBy: ['ejada_team', 'entity_administrator'],
    decidesGrades: true,
    shape: record({ below: percent(1, 200), meets: percent(1, 200), exceeds: percent(1, 200) }),
    default: defaultScale.anchors,
    official: false,
    reference: 'AMB-02',
  },
  'achievement.cap': {
    group: 'scoring',
    setBy: ['ejada_team', 'entity_administrator'],
    decidesGrades: true,
    shape: percent(100, 200),
    default: defaultScale.cap,
    official: false,
    reference: 'AMB-05',
  },
  'calendar.time_zone': {
    group: 'calendar',
    shape: { kind: 'time_zone' },
    default: defaultTimeZone,
    official: false,
    reference: 'H7',
  },
  'calendar.weekend': {
    group: 'calendar',
    shape: { kind: 'weekdays' },
    default: defaultWeekend,
    official: false,
    reference: 'AMB-26',
  },
  ...grading,
  ...closing,
}

export const policyKeys = Object.keys(catalogue) as PolicyKey[]

export function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(catalogue, key)
}

/** A stored value as today's program reads it: parts that were added to the catalogue later take their default. */
export function readStored<K extends PolicyKey>(key: K, stored: unknown): PolicyValues[K] {
  const { shape, default: byDefault } = catalogue[key] as Policy<PolicyValues[K]>
  if (shape.kind !== 'record') return stored as PolicyValues[K]
  return { ...(byDefault as object), ...(stored as object) } as PolicyValues[K]
}
