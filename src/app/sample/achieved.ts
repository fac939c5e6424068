import type { Content, ObjectiveClass } from '../../features/performance/domain/document.ts'
import { weightOf } from '../../features/performance/domain/weights.ts'
import { dateToDay } from '../../shared/dates.ts'
import { decimalText } from '../../shared/decimal.ts'
import {
  achievement,
  type DataType,
  defaultScale,
  type Level,
  levelOf,
  parseQuantity,
  type Quantity,
  type Targets,
} from '../../shared/measure.ts'
import type { Random } from '../../shared/random.ts'

/** One agreed key result as it is measured. */
export type Line = {
  readonly id: string
  readonly class: ObjectiveClass
  readonly statement: string
  readonly dataType: DataType
  readonly targets: Targets
  /** Basis points. */
  readonly weight: number
}

/** A line with what was reached: the pure measure of the product, never a number of the sample's own. */
export type Measure = { readonly actual: Quantity | null; readonly achievement: number; readonly level: Level }

export function linesOf({ objectives }: Content): Line[] {
  return objectives.flatMap((objective) =>
    objective.keyResults.map(({ id, statement, dataType, targets, weight }): Line => {
      const read = (text: string | null) => {
        const value = parseQuantity(dataType, text ?? '')
        if (!value.ok) throw new Error(`no target in ${statement}`)
        return value.value
      }
      return {
        id,
        class: objective.class,
        statement,
        dataType,
        targets: { below: read(targets.below), meets: read(targets.meets), exceeds: read(targets.exceeds) },
        weight: weightOf({ weight }),
      }
    }),
  )
}

export function measured({ dataType, targets }: Line, actual: Quantity | null): Measure {
  return {
    actual,
    achievement: achievement({ dataType, targets, actual }, defaultScale),
    level: levelOf(actual, targets),
  }
}

/** As the database keeps a value: a plain number, of a date its day. */
export function storedTarget(dataType: DataType, value: Quantity): string {
  return dataType === 'date' ? String(value) : decimalText(value, 4)
}

export function storedQuantity(dataType: DataType, value: Quantity | null): string | null {
  return value === null ? null : storedTarget(dataType, value)
}

/** What each line of a document reached, so that together they come near a wanted result; both in percent. */
export function wantedOf(lines: readonly Line[], result: number, random: Random): number[] {
  const top = defaultScale.cap
  const wanted = lines.map(() => clamped(result + random.between(-14, 14), top))
  for (let round = 0; round < 4; round += 1) {
    const reached = lines.reduce((sum, line, index) => sum + (wanted[index] ?? 0) * line.weight, 0) / 10_000
    const missing = result - reached
    if (Math.abs(missing) < 0.2) break
    for (const [index, value] of wanted.entries()) wanted[index] = clamped(value + missing * 1.2, top)
  }
  return wanted
}

function clamped(value: number, top: number): number {
  return Math.min(top, Math.max(0, value))
}

/**
 * A value that somebody could have recorded, as near to a wanted achievement as its kind of number allows: whole
 * numbers and shares, days up to the last one that counts. Null where hardly anything was delivered.
 */
export function actualNear(
  line: Line,
  wanted: number,
  { random, lastDay }: { random: Random; lastDay: string },
): Quantity | null {
  if (wanted < 6) return null
  const [below, meets, exceeds] = [line.targets.below, line.targets.meets, line.targets.exceeds].map(Number) as [
    number,
    number,
    number,
  ]
  const rising = meets > below
  const zero = rising && line.dataType !== 'date' ? 0 : 2 * below - meets
  const points: readonly (readonly [percent: number, at: number])[] = [
    [0, zero],
    [50, below],
    [100, meets],
    [120, exceeds],
  ]
  const upper = Math.max(
    1,
    points.findIndex(([percent]) => wanted <= percent),
  )
  const [[low, from], [high, to]] = [points[upper - 1], points[upper]] as [[number, number], [number, number]]
  const beyond = wanted >= 119.5 ? ((exceeds - meets) * random.between(0, 3)) / 10 : 0
  const exact = from + ((to - from) * (wanted - low)) / (high - low) + beyond
  if (line.dataType === 'date') return BigInt(Math.min(Math.round(exact), dateToDay(lastDay)))
  const step = stepOf(line, random)
  const rounded = Math.max(0, Math.round(exact / step) * step)
  return BigInt(line.dataType === 'percentage' ? Math.min(rounded, 1_000_000) : rounded)
}

/** Counts are whole where their targets are; shares are told to a half or a whole percent. Ten-thousandths. */
function stepOf({ dataType, targets }: Line, random: Random): number {
  const whole = [targets.below, targets.meets, targets.exceeds].every((target) => target % 10_000n === 0n)
  if (!whole) return 1_000
  return dataType === 'percentage' && random.chance(0.5) ? 5_000 : 10_000
}
