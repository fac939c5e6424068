import { decimalText } from '../../../../shared/decimal.ts'
import {
  type AchievementScale,
  type DataType,
  directionOf,
  parseQuantity,
  type Quantity,
  type Targets,
  zeroPoint,
} from '../../../../shared/measure.ts'

type Asked = {
  readonly dataType: DataType
  readonly targets: Targets<string>
  /** Null: not delivered, or delivered too late. */
  readonly actual: string | null
  readonly scale: Targets<number> & { readonly cap: number }
  /** Percent, exact. */
  readonly achievement: string
}

/**
 * How an achievement came about, left to right, with the values in it: `100 + (120 − 100) × (11 − 10) ÷ (12 − 10) = 110%`.
 * Between two days stand the days that lie between them. Null where no arithmetic was needed.
 */
export function achievementFormula({ dataType, targets, actual, scale, achievement }: Asked): string | null {
  const read = (text: string | null): Quantity | null => {
    const parsed = text === null ? null : parseQuantity(dataType, text)
    return parsed?.ok ? parsed.value : null
  }
  const [below, meets, exceeds, reached] = [targets.below, targets.meets, targets.exceeds, actual].map(read)
  if (below == null || meets == null || exceeds == null || reached == null) return null
  const exact = { below, meets, exceeds }
  const sign = directionOf(exact) === 'lower' ? -1n : 1n
  const anchors: AchievementScale['anchors'] = scale
  const points = [
    { at: zeroPoint(dataType, exact, null), worth: 0 },
    { at: below, worth: anchors.below },
    { at: meets, worth: anchors.meets },
    { at: exceeds, worth: anchors.exceeds },
  ]
  const upper = points.findIndex(({ at }, index) => index > 0 && reached * sign < at * sign)
  const [from, to] = [points[upper - 1], points[upper]]
  if (!from || !to || reached * sign <= (points[0]?.at ?? 0n) * sign) return null
  if (reached === from.at) return null
  const difference = (one: Quantity, other: Quantity) =>
    dataType === 'date' ? String((one - other) * sign) : `(${plain(one)} − ${plain(other)})`
  return `${from.worth} + ${to.worth - from.worth} × ${difference(reached, from.at)} ÷ ${difference(to.at, from.at)} = ${achievement}%`
}

function plain(value: Quantity): string {
  return decimalText(value, 4)
}
