import { weightText } from '../../../shared/decimal.ts'
import type { Content } from '../domain/document.ts'
import { objectiveWeight } from '../domain/weights.ts'
import type { DocumentView } from '../schema.ts'

type Presented = NonNullable<DocumentView['content']>

/** The content as it travels: each objective with the weight that follows from its key results. */
export function presentContent({ objectives }: Content): Presented {
  const shown = objectives.map((one) => ({ ...one, weight: weightText(objectiveWeight(one)) }))
  return { objectives: shown as unknown as Presented['objectives'] }
}
