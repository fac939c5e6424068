import { type DateProblem, dateToDay, dayToDate, parseDate } from './dates.ts'
import { compare, type DecimalProblem, decimalText, divideHalfUp, parseDecimal } from './decimal.ts'
import { found, type Result } from './result.ts'

export const dataTypes = ['percentage', 'number', 'date'] as const
export type DataType = (typeof dataTypes)[number]

export type Direction = 'higher' | 'lower'

export const levels = ['under_below', 'below', 'meets', 'exceeds'] as const
export type Level = (typeof levels)[number]

/** A value that is measured: ten-thousandths for percentages and numbers, days since 1970 for dates. */
export type Quantity = bigint

/** The three targets of the guide: below, meets and exceeds expectations. */
export type Targets<Value = Quantity> = { readonly below: Value; readonly meets: Value; readonly exceeds: Value }

/** What reaching each target is worth, and the most that one key result may reach; whole percent. */
export type AchievementScale = { readonly anchors: Targets<number>; readonly cap: number }

/** AMB-02 and AMB-05. */
export const defaultScale: AchievementScale = { anchors: { below: 50, meets: 100, exceeds: 120 }, cap: 120 }

const quantityDecimals = 4
const quantityLimits = { digits: 14, decimals: quantityDecimals, negative: true }

/** Reads a target or an actual: exact number of at most 14 digits and 4 decimals, or a date. */
export function parseQuantity(dataType: DataType, text: string): Result<Quantity, DecimalProblem | DateProblem> {
  if (dataType !== 'date') return parseDecimal(text, { ...quantityLimits, percentSign: dataType === 'percentage' })
  const date = parseDate(text)
  return date.ok ? found(BigInt(dateToDay(date.value))) : date
}

/** Plain text to store: '12.5' or 'YYYY-MM-DD'. */
export function quantityText(dataType: DataType, value: Quantity): string {
  return dataType === 'date' ? dayToDate(Number(value)) : decimalText(value, quantityDecimals)
}

/** Which way is better, read from the targets; null when they are not strictly ordered (AMB-03). */
export function directionOf(targets: Targets): Direction | null {
  const first = compare(targets.below, targets.meets)
  if (first === 0 || first !== compare(targets.meets, targets.exceeds)) return null
  return first < 0 ? 'higher' : 'lower'
}

export type TargetsProblem = 'measure.targets_not_ordered' | 'measure.baseline_not_worse'

/** What is wrong with a set of targets, or null. A declared baseline must be worse than the first target (AMB-02). */
export function checkTargets(targets: Targets, baseline: Quantity | null = null): TargetsProblem | null {
  const direction = directionOf(targets)
  if (direction === null) return 'measure.targets_not_ordered'
  if (baseline === null) return null
  const worse = direction === 'higher' ? baseline < targets.below : baseline > targets.below
  return worse ? null : 'measure.baseline_not_worse'
}

/** The level of an actual value: reaching a target includes it, nothing delivered is the lowest (AMB-04). */
export function levelOf(actual: Quantity | null, targets: Targets): Level {
  if (actual === null) return 'under_below'
  const lower = checkedDirection(targets) === 'lower'
  const reaches = (target: Quantity) => (lower ? actual <= target : actual >= target)
  if (reaches(targets.exceeds)) return 'exceeds'
  if (reaches(targets.meets)) return 'meets'
  return reaches(targets.below) ? 'below' : 'under_below'
}

export type Measured = {
  readonly dataType: DataType
  readonly targets: Targets
  /** Null when nothing was delivered by the end of the cycle. */
  readonly actual: Quantity | null
  /** Where the achievement is zero, when the employee declared it. */
  readonly baseline?: Quantity | null
}

/**
 * The achievement in micro-percent, an integer from 0 to the cap (100 % is 100000000): linear between the targets,
 * flat above the third, down to zero at the zero point below the first (AMB-02, AMB-05), rounded once (H1).
 * Throws RangeError for targets that `checkTargets` refuses.
 */
export function achievement({ dataType, targets, actual, baseline = null }: Measured, scale: AchievementScale): number {
  const problem = checkTargets(targets, baseline)
  if (problem) throw new RangeError(problem)
  if (actual === null) return 0
  const sign = directionOf(targets) === 'lower' ? -1n : 1n
  const zero = zeroPoint(dataType, targets, baseline)
  const [none, below, meets, exceeds, reached] = [zero, targets.below, targets.meets, targets.exceeds, actual].map(
    (value) => value * sign,
  ) as [bigint, bigint, bigint, bigint, bigint]
  const worth = {
    below: micro(scale.anchors.below),
    meets: micro(scale.anchors.meets),
    exceeds: micro(scale.anchors.exceeds),
  }
  const value =
    reached >= exceeds
      ? worth.exceeds
      : reached >= meets
        ? between(reached, [meets, worth.meets], [exceeds, worth.exceeds])
        : reached >= below
          ? between(reached, [below, worth.below], [meets, worth.meets])
          : reached > none
            ? between(reached, [none, 0n], [below, worth.below])
            : 0n
  const cap = micro(scale.cap)
  return Number(value > cap ? cap : value)
}

type Point = readonly [at: bigint, worth: bigint]

function between(at: bigint, [from, low]: Point, [to, high]: Point): bigint {
  const width = to - from
  return divideHalfUp(low * width + (high - low) * (at - from), width)
}

/** Where the achievement is zero: the declared baseline, nothing at all, or as far below the first target as it is below the second (AMB-02). */
export function zeroPoint(dataType: DataType, targets: Targets, baseline: Quantity | null): Quantity {
  if (baseline !== null) return baseline
  // Nothing at all is the natural zero, unless a first target below zero lies beyond it.
  const natural = dataType !== 'date' && directionOf(targets) === 'higher' && targets.below >= 0n
  return natural ? 0n : 2n * targets.below - targets.meets
}

function checkedDirection(targets: Targets): Direction {
  const direction = directionOf(targets)
  if (direction === null) throw new RangeError('measure.targets_not_ordered')
  return direction
}

function micro(percent: number): bigint {
  return BigInt(percent) * 1_000_000n
}
