import { directionOf, type Quantity, type Targets } from '../../../../shared/measure.ts'
import { signTest } from '../fairness/sign-test.ts'
import { bySubject, groupedBy, type Question } from './question.ts'

export type MeasuredLine = {
  /** Whose values are looked at together: the employee, or the supervisor who accepted them. */
  readonly personId: string
  readonly targets: Targets
  readonly actual: Quantity
}

export type ThresholdRules = {
  /** How near is near: basis points of the step that ends at the threshold. */
  readonly margin: number
  /** Fewer values near a threshold say nothing. */
  readonly minimum: number
  /** The chance of asking without cause, for one person and one threshold. */
  readonly alpha: number
}

export const defaultThresholdRules = { minimum: 8, alpha: 0.01 } as const

const thresholds = ['meets', 'exceeds'] as const

/**
 * Values that stand just at or above a target far more often than just below it. Both sides are equally wide; reaching
 * a target counts as above, as it does in the level (AMB-04).
 */
export function nearThresholdQuestions(lines: readonly MeasuredLine[], rules: ThresholdRules): Question[] {
  const found = [...groupedBy(lines, (line) => line.personId)].flatMap(([personId, own]) =>
    thresholds.flatMap((threshold): Question[] => {
      const sides = own.map((line) => sideOf(line, threshold, rules.margin))
      const above = sides.filter((side) => side === 'at' || side === 'above').length
      const below = sides.filter((side) => side === 'below').length
      if (above <= below || above + below < rules.minimum || signTest(above, below) > rules.alpha) return []
      const exact = sides.filter((side) => side === 'at').length
      return [
        {
          kind: 'near_threshold',
          personIds: [personId],
          subject: `near_threshold/${personId}/${threshold}`,
          params: { threshold, above, below, exact, lines: own.length, margin: rules.margin / 100 },
        },
      ]
    }),
  )
  return bySubject(found)
}

/** On which side of a threshold a value stands when it is near; null when it is not, or the targets have no order. */
function sideOf({ targets, actual }: MeasuredLine, threshold: 'meets' | 'exceeds', margin: number) {
  const direction = directionOf(targets)
  if (direction === null) return null
  const sign = direction === 'lower' ? -1n : 1n
  const before = threshold === 'meets' ? targets.below : targets.meets
  const step = (targets[threshold] - before) * sign
  const beyond = (actual - targets[threshold]) * sign
  const distance = beyond < 0n ? -beyond : beyond
  if (distance * 10_000n > step * BigInt(margin)) return null
  if (beyond === 0n) return 'at'
  return beyond > 0n ? 'above' : 'below'
}
