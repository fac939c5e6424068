import { parseWeight } from '../../../../shared/decimal.ts'
import { type AchievementScale, type Level, parseQuantity, type Targets } from '../../../../shared/measure.ts'
import { score } from '../../../../shared/scoring.ts'
import { percentText, scoreText, worthOf } from '../../domain/measured.ts'
import type { AssessmentView } from '../../schema.ts'
import type { Line } from '../api.ts'

type MeasuredLine = Pick<Line, 'dataType' | 'targets' | 'weight'>

export type Computed = {
  readonly level: Level
  /** Percent, exact: '87.5'. */
  readonly achievement: string
  /** Percentage points, exact. */
  readonly score: string
  /** Units of 10^-10 percentage points. */
  readonly units: bigint
  /** A date after the end of the cycle counts as not delivered (H6). */
  readonly late: boolean
}

/** What an actual value comes to, as the server will compute it; null while it is no value. `actual` null: not delivered. */
export function computed(
  line: MeasuredLine,
  actual: string | null,
  { cycle, scale }: Pick<AssessmentView, 'cycle' | 'scale'>,
): Computed | null {
  const targets = targetsOf(line)
  const weight = parseWeight(line.weight)
  if (!targets || !weight.ok) return null
  const read = actual === null ? null : parseQuantity(line.dataType, actual)
  if (read && !read.ok) return null
  const worth = worthOf({ dataType: line.dataType, targets }, read?.value ?? null, {
    scale: scaleOf(scale),
    cycleEndsOn: cycle.endsOn,
  })
  const units = score({ achievement: worth.achievement, weight: weight.value })
  return {
    level: worth.level,
    achievement: percentText(worth.achievement),
    score: scoreText(units),
    units,
    late: worth.late,
  }
}

/** Why an actual cannot be taken as it was typed, as a code; null when it can. */
export function problemInActual(
  { dataType }: Pick<Line, 'dataType'>,
  actual: string | null | undefined,
): string | null {
  if (actual === null || actual === undefined || actual === '') return null
  const read = parseQuantity(dataType, actual)
  return read.ok ? null : read.why
}

/** Percentage points of a sum of units, exact. */
export function pointsOf(units: bigint): string {
  return scoreText(units)
}

function targetsOf({ dataType, targets }: MeasuredLine): Targets | null {
  const [below, meets, exceeds] = [targets.below, targets.meets, targets.exceeds].map((text) =>
    parseQuantity(dataType, text),
  )
  return below?.ok && meets?.ok && exceeds?.ok
    ? { below: below.value, meets: meets.value, exceeds: exceeds.value }
    : null
}

function scaleOf({ below, meets, exceeds, cap }: AssessmentView['scale']): AchievementScale {
  return { anchors: { below, meets, exceeds }, cap }
}
