import type { EscalationStep } from '../../../shared/clocks.ts'

/** What a whole number counts. */
export type Unit = 'working_days' | 'days' | 'percent' | 'months' | 'times' | 'megabytes' | 'count'

/** How a value is built: the form, the check of the input and the words on the page all follow it. */
export type Shape =
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly unit: Unit }
  /** Parts of a whole: each in basis points, together exactly 10,000. */
  | { readonly kind: 'shares'; readonly parts: readonly string[] }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'time_zone' }
  /** Working days after which each step of an escalation is taken, in order. */
  | { readonly kind: 'ladder'; readonly steps: readonly EscalationStep[]; readonly min: number; readonly max: number }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }

export const workingDays = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'working_days' })
export const days = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'days' })
export const months = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'months' })
export const megabytes = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'megabytes' })
export const percent = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'percent' })
export const count = (min: number, max: number): Shape => ({ kind: 'whole', min, max, unit: 'count' })
export const choice = (options: readonly string[]): Shape => ({ kind: 'choice', options })
export const flag: Shape = { kind: 'flag' }
export const record = (fields: Readonly<Record<string, Shape>>): Shape => ({ kind: 'record', fields })
