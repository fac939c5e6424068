import { weightText, wholeWeight } from '../../../shared/decimal.ts'
import type { FieldProblem } from '../../../shared/refusal.ts'
import type { PolicyKey, PolicyValues } from './catalogue.ts'

type Check<K extends PolicyKey> = (value: PolicyValues[K]) => FieldProblem[]

const above = (path: string): FieldProblem => ({ path, code: 'policies.not_above_previous' })

const percentOf = (basisPoints: number) => Number(weightText(basisPoints))

/** What each part of a value must be beside the others, once each part alone is right. */
const checks: { readonly [K in PolicyKey]?: Check<K> } = {
  clocks: ({ ladder }) =>
    ladder.flatMap((rung, at) =>
      at > 0 && rung.afterWorkingDays <= (ladder[at - 1]?.afterWorkingDays ?? 0)
        ? [above(`ladder/${at}/afterWorkingDays`)]
        : [],
    ),
  'document.limits': (limits) =>
    (['objectives', 'keyResults', 'weight'] as const).flatMap((part) =>
      limits[part].max < limits[part].min ? [{ path: `${part}/max`, code: 'policies.max_below_min' }] : [],
    ),
  'achievement.anchors': ({ below, meets, exceeds }) => [
    ...(meets <= below ? [above('meets')] : []),
    ...(exceeds <= meets ? [above('exceeds')] : []),
  ],
  'result.bands': ({ average, good, veryGood }) => [
    ...(good <= average ? [above('good')] : []),
    ...(veryGood <= good ? [above('veryGood')] : []),
  ],
  'curve.shares': (shares) => {
    if (shares === null) return []
    const sum = Object.values(shares).reduce((all, share) => all + share, 0)
    return sum === wholeWeight
      ? []
      : [
          {
            path: '',
            code: 'policies.shares_not_100',
            params: { sum: percentOf(sum), rest: percentOf(Math.abs(wholeWeight - sum)) },
          },
        ]
  },
  'evidence.limits': ({ fileMegabytes, documentMegabytes }) =>
    documentMegabytes < fileMegabytes ? [{ path: 'documentMegabytes', code: 'policies.document_below_file' }] : [],
  'committee.quorum': ({ members, quorum }) =>
    quorum > members ? [{ path: 'quorum', code: 'policies.quorum_above_members' }] : [],
  'assessment.windows': ({ closesAfter, review, cycleClose }) =>
    cycleClose < Math.max(closesAfter, review) ? [{ path: 'cycleClose', code: 'policies.close_before_review' }] : [],
  'calendar.weekend': (days) => (days.length > 3 ? [{ path: '', code: 'policies.too_little_week' }] : []),
}

/** Problems inside one value; paths are relative to it. */
export function problemsIn<K extends PolicyKey>(key: K, value: PolicyValues[K]): FieldProblem[] {
  return (checks[key] as Check<K> | undefined)?.(value) ?? []
}

type Scale = Pick<PolicyValues, 'achievement.anchors' | 'achievement.cap' | 'result.bands'>

/** The values that must fit each other: setting one of them looks at the others. */
export const scaleKeys = ['achievement.anchors', 'achievement.cap', 'result.bands'] as const

/**
 * The cap must leave room for the highest anchor: otherwise exceeding a target could never be shown (AMB-05). Whoever
 * met every target is at least good, exceeding every target is at least very good, and reaching no target at all is no
 * more than weak (AMB-09, H2).
 */
export function problemsOfScale(scale: Scale): FieldProblem[] {
  const { 'achievement.anchors': anchors, 'achievement.cap': cap, 'result.bands': bands } = scale
  return [
    ...(cap < anchors.exceeds ? [{ path: '', code: 'policies.cap_below_anchor' }] : []),
    ...(bands.average < anchors.below || bands.good > anchors.meets || bands.veryGood > anchors.exceeds
      ? [{ path: '', code: 'policies.bands_beside_anchors', params: { ...anchors } }]
      : []),
  ]
}
