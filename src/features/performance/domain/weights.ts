import { type DecimalProblem, parseWeight, weightText, wholeWeight } from '../../../shared/decimal.ts'
import { failed, found, type Result } from '../../../shared/result.ts'
import type { Content, KeyResult, Objective, ObjectiveClass } from './document.ts'

export type WeightProblem =
  | 'performance.weight_not_a_number'
  | 'performance.weight_negative'
  | 'performance.weight_decimals'
  | 'performance.weight_range'

const sentences: Record<DecimalProblem, WeightProblem> = {
  'decimal.required': 'performance.weight_not_a_number',
  'decimal.not_a_number': 'performance.weight_not_a_number',
  'decimal.negative': 'performance.weight_negative',
  'decimal.too_many_decimals': 'performance.weight_decimals',
  'decimal.too_large': 'performance.weight_range',
}

/** A typed weight in basis points, in digits of any shape; null when nothing has been typed (AMB-06). */
export function parsedWeight(typed: string): Result<number | null, WeightProblem> {
  if (typed.trim() === '') return found(null)
  const parsed = parseWeight(typed)
  return parsed.ok ? parsed : failed(sentences[parsed.why])
}

/** Basis points of a key result; what cannot be read counts nothing. */
export function weightOf({ weight }: Pick<KeyResult, 'weight'>): number {
  const parsed = parsedWeight(weight ?? '')
  return parsed.ok ? (parsed.value ?? 0) : 0
}

/** The weight of an objective is the sum of its key results, never typed (AMB-06). Basis points. */
export function objectiveWeight({ keyResults }: Pick<Objective, 'keyResults'>): number {
  return keyResults.reduce((sum, keyResult) => sum + weightOf(keyResult), 0)
}

/** Basis points of the whole document, or of one class of objectives. */
export function totalWeight({ objectives }: Content, ofClass?: ObjectiveClass): number {
  return objectives
    .filter((objective) => ofClass === undefined || objective.class === ofClass)
    .reduce((sum, objective) => sum + objectiveWeight(objective), 0)
}

export type WeightState =
  | { readonly kind: 'whole' }
  | { readonly kind: 'missing'; readonly by: string }
  | { readonly kind: 'over'; readonly by: string }

/** What the live bar says: exactly 100.00, or how much is to go or too much (F-04). Percent as plain text. */
export function weightState(total: number): WeightState {
  if (total === wholeWeight) return { kind: 'whole' }
  return total < wholeWeight
    ? { kind: 'missing', by: weightText(wholeWeight - total) }
    : { kind: 'over', by: weightText(total - wholeWeight) }
}
