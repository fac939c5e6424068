import type { FieldProblem } from '../../../shared/refusal.ts'
import type { PolicyKey, PolicyValues } from './catalogue.ts'

type Check<K extends PolicyKey> = (value: PolicyValues[K]) => FieldProblem[]

const above = (path: string): FieldProblem => ({ path, code: 'policies.not_above_previous' })

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
  'calendar.weekend': (days) => (days.length > 3 ? [{ path: '', code: 'policies.too_little_week' }] : []),
}

/** Problems inside one value; paths are relative to it. */
export function problemsIn<K extends PolicyKey>(key: K, value: PolicyValues[K]): FieldProblem[] {
  return (checks[key] as Check<K> | undefined)?.(value) ?? []
}

/** The cap must leave room for the highest anchor: otherwise exceeding a target could never be shown (AMB-05). */
export function problemsOfScale(anchors: PolicyValues['achievement.anchors'], cap: number): FieldProblem[] {
  return cap < anchors.exceeds ? [{ path: '', code: 'policies.cap_below_anchor' }] : []
}
