import { type DataType, directionOf, type Quantity, quantityText, type Targets } from '../../../../shared/measure.ts'
import { bySubject, type Question } from './question.ts'

export type RepeatedTarget = {
  readonly employeeId: string
  readonly keyResultId: string
  readonly dataType: DataType
  readonly targets: Targets
  /** What the same person reached for the same measure last year. */
  readonly lastActual: Quantity
}

/** Targets that ask for less than was reached last year. Dates are not compared: each year has its own. */
export function lowTargetQuestions(lines: readonly RepeatedTarget[]): Question[] {
  const found = lines.flatMap(({ employeeId, keyResultId, dataType, targets, lastActual }): Question[] => {
    const direction = directionOf(targets)
    if (dataType === 'date' || direction === null) return []
    const less = direction === 'higher' ? targets.meets < lastActual : targets.meets > lastActual
    if (!less) return []
    const params = { target: quantityText(dataType, targets.meets), last: quantityText(dataType, lastActual), dataType }
    return [{ kind: 'low_targets', personIds: [employeeId], subject: `low_targets/${keyResultId}`, params }]
  })
  return bySubject(found)
}
