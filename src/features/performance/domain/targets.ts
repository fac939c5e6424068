import type { DateProblem } from '../../../shared/dates.ts'
import type { DecimalProblem } from '../../../shared/decimal.ts'
import { type DataType, parseQuantity, quantityText, type Targets } from '../../../shared/measure.ts'

type TargetName = keyof Targets<unknown>
export type TypedTargets = Targets<string | null>

type TargetProblem = { readonly name: TargetName; readonly why: DecimalProblem | DateProblem }
export type ReadTargets = { readonly targets: TypedTargets; readonly problems: readonly TargetProblem[] }

const names = ['below', 'meets', 'exceeds'] as const

/** What was typed as plain text: '12.5', 'YYYY-MM-DD', or null for nothing; each that is no value of the type is named. */
export function readTargets(dataType: DataType, typed: TypedTargets): ReadTargets {
  const problems: TargetProblem[] = []
  const read = (name: TargetName): string | null => {
    const text = typed[name]
    if (text === null || text.trim() === '') return null
    const parsed = parseQuantity(dataType, text)
    if (parsed.ok) return quantityText(dataType, parsed.value)
    problems.push({ name, why: parsed.why })
    return null
  }
  const [below, meets, exceeds] = names.map(read) as [string | null, string | null, string | null]
  return { targets: { below, meets, exceeds }, problems }
}

/** As the database keeps it: dates are days since 1970, so that one rule measures every type (AMB-02). */
export function storedTargets(dataType: DataType, targets: TypedTargets): TypedTargets {
  const stored = (text: string | null): string | null => {
    if (text === null || dataType !== 'date') return text
    const day = parseQuantity('date', text)
    return day.ok ? String(day.value) : null
  }
  return { below: stored(targets.below), meets: stored(targets.meets), exceeds: stored(targets.exceeds) }
}

/** A percentage may become a number and the other way round; a date starts anew. */
export function keepsTargets(from: DataType, to: DataType): boolean {
  return from === to || (from !== 'date' && to !== 'date')
}
