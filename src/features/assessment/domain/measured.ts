import { dateToDay } from '../../../shared/dates.ts'
import { decimalText } from '../../../shared/decimal.ts'
import {
  type AchievementScale,
  achievement as achievementOf,
  type DataType,
  type Level,
  levelOf,
  levels,
  type Quantity,
  quantityText,
  type Targets,
} from '../../../shared/measure.ts'
import { cycleResult, literalResult, score } from '../../../shared/scoring.ts'

/** The agreed measure of a key result: quantities as `src/shared/measure.ts` knows them, the weight in basis points. */
export type Measure = { readonly dataType: DataType; readonly targets: Targets; readonly weight: number }

/** What an actual value is worth: micro-percent, and the level. */
export type Worth = { readonly achievement: number; readonly level: Level; readonly late: boolean }

/** A date after the end of the cycle: it is kept as it was given and counts as not delivered (H6). */
export function isLate(dataType: DataType, actual: Quantity | null, cycleEndsOn: string): boolean {
  return dataType === 'date' && actual !== null && actual > BigInt(dateToDay(cycleEndsOn))
}

/** Achievement and level of an actual value in a cycle; null is "not delivered" (AMB-02, AMB-04, H6). */
export function worthOf(
  { dataType, targets }: Pick<Measure, 'dataType' | 'targets'>,
  actual: Quantity | null,
  { scale, cycleEndsOn }: { readonly scale: AchievementScale; readonly cycleEndsOn: string },
): Worth {
  const late = isLate(dataType, actual, cycleEndsOn)
  const counted = late ? null : actual
  return {
    achievement: achievementOf({ dataType, targets, actual: counted }, scale),
    level: levelOf(counted, targets),
    late,
  }
}

const storedDecimals = 4

/** A value as the database keeps it: plain decimal text, dates as days since 1970. */
export function storedQuantity(dataType: DataType, value: Quantity): string {
  return dataType === 'date' ? String(value) : decimalText(value, storedDecimals)
}

/** The value of a stored text of at most four decimals. */
export function readStored(dataType: DataType, stored: string): Quantity {
  const [whole = '0', fraction = ''] = stored.split('.')
  if (dataType === 'date') return BigInt(whole)
  const size = BigInt(whole.replace('-', '') + fraction.padEnd(storedDecimals, '0').slice(0, storedDecimals))
  return stored.startsWith('-') ? -size : size
}

/** A stored value as it travels: '12.5' or 'YYYY-MM-DD'. */
export function valueText(dataType: DataType, stored: string): string
export function valueText(dataType: DataType, stored: string | null): string | null
export function valueText(dataType: DataType, stored: string | null): string | null {
  return stored === null ? null : quantityText(dataType, readStored(dataType, stored))
}

/** Micro-percent as percent text: 87500000 is '87.5'. */
export function percentText(micro: number | bigint): string {
  return decimalText(BigInt(micro), 6)
}

/** Units of 10^-10 percentage points as text, exact. */
export function scoreText(units: bigint): string {
  return decimalText(units, 10)
}

type Line = {
  readonly recorded: boolean
  readonly achievement: number
  readonly weight: number
  readonly level: Level
  readonly accepted: boolean
  readonly corrected: boolean
}

/** The result so far, in both readings of the guide's formula (AMB-01). */
export function totalsOf(lines: readonly Line[]) {
  const count = (which: (line: Line) => boolean) => lines.filter(which).length
  const reached = Object.fromEntries(
    levels.map((level) => [level, count((line) => line.recorded && line.level === level)]),
  ) as Record<Level, number>
  return {
    weighted: scoreText(cycleResult(lines)),
    literal: percentText(lines.length === 0 ? 0n : literalResult(lines)),
    lines: lines.length,
    recorded: count((line) => line.recorded),
    accepted: count((line) => line.accepted),
    corrected: count((line) => line.corrected),
    levels: reached,
  }
}

export function lineScore(line: { readonly achievement: number; readonly weight: number }): string {
  return scoreText(score(line))
}
