import { divideHalfUp } from '../../../shared/decimal.ts'
import { type Band, type Bands, bandOf } from '../../../shared/ranks.ts'
import type { Standing } from './year.ts'

/** A cycle that counts: its result in units of 10^-10 percentage points, its literal one in micro-percent. */
export type CountedCycle = {
  readonly ordinal: number
  /** Its weight; equal for all cycles of a year of one kind (AMB-07). */
  readonly months: number
  readonly result: bigint
  readonly literal: bigint
}

export type AnnualMean = {
  readonly counted: number
  readonly months: number
  /** Micro-percent, rounded once, half-up (H1); null without a counted cycle. */
  readonly result: bigint | null
  readonly literal: bigint | null
  readonly lowest: bigint | null
  readonly last: bigint | null
}

/** F-03: the mean of the counted cycles, weighed by their months. */
export function annualMean(cycles: readonly CountedCycle[]): AnnualMean {
  const months = cycles.reduce((sum, one) => sum + one.months, 0)
  if (cycles.length === 0) return { counted: 0, months: 0, result: null, literal: null, lowest: null, last: null }
  const weighed = (value: (one: CountedCycle) => bigint) =>
    cycles.reduce((sum, one) => sum + value(one) * BigInt(one.months), 0n)
  const ordered = cycles.toSorted((a, b) => a.ordinal - b.ordinal)
  return {
    counted: cycles.length,
    months,
    result: divideHalfUp(
      weighed((one) => one.result),
      BigInt(months) * 10_000n,
    ),
    literal: divideHalfUp(
      weighed((one) => one.literal),
      BigInt(months),
    ),
    lowest: cycles.reduce((low, one) => (one.result < low ? one.result : low), cycles[0]?.result ?? 0n),
    last: ordered.at(-1)?.result ?? null,
  }
}

export type YearOfService = {
  readonly year: number
  readonly inScope: boolean
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly cycles: readonly (Omit<CountedCycle, 'result' | 'literal'> & {
    readonly status: 'counted' | 'excused' | 'excluded' | 'zero' | 'undecided'
    readonly result: bigint | null
    readonly literal: bigint | null
  })[]
}

export type Rules = {
  readonly serviceMonths: number
  readonly bands: Bands
  readonly formula: 'weighted_sum' | 'seed_literal_mean'
}

export type Frozen = AnnualMean & {
  readonly standing: Standing
  readonly ranking: bigint | null
  readonly band: Band | null
}

/** What the year counts for one person: the same as the statement of `repository/freeze.ts` (F-03, AMB-07, 16, 19, 20). */
export function freezePerson(person: YearOfService, { serviceMonths, bands, formula }: Rules): Frozen {
  const mean = annualMean(
    person.cycles.flatMap(({ status, result, literal, ...one }) =>
      (status === 'counted' || status === 'zero') && result !== null
        ? [{ ...one, result, literal: literal ?? 0n }]
        : [],
    ),
  )
  return {
    ...mean,
    standing: standingOf(person, mean, serviceMonths),
    ranking: formula === 'weighted_sum' ? mean.result : mean.literal,
    band: mean.result === null ? null : bandOf(mean.result, bands),
  }
}

function standingOf(person: YearOfService, { counted }: AnnualMean, serviceMonths: number): Standing {
  const { year, inScope, hiredOn, exitedOn, cycles } = person
  if (!inScope) return 'out_of_scope'
  if (exitedOn !== null && exitedOn <= `${year}-12-31`) return 'left'
  const from = hiredOn > `${year}-01-01` ? hiredOn : `${year}-01-01`
  if (addMonths(from, serviceMonths) >= `${year + 1}-01-01`) return 'short_service'
  if (cycles.some((one) => one.status === 'undecided')) return 'undecided'
  return counted === 0 ? 'all_excused' : 'ranked'
}

/** The same day so many months later, or the last of a shorter month. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${toYear}-${two(toMonth)}-${two(Math.min(of, last))}`
}
