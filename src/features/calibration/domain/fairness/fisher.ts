import { logFactorials } from './log-factorials.ts'

/** Counts: two groups by yes and no. */
export type TwoByTwo = {
  readonly first: { readonly yes: number; readonly no: number }
  readonly second: { readonly yes: number; readonly no: number }
}

// Tables whose probabilities differ only by rounding count as equal, as statistical packages have it.
const rounding = 1 + 1e-7

/**
 * Fisher's exact test of a 2×2 table, two-sided: the probability, with the margins as they are, of all tables that
 * are no more likely than this one. Many tests of one population may share its table of logarithms.
 */
export function fisherExact({ first, second }: TwoByTwo, shared?: Float64Array): number {
  const people = first.yes + first.no
  const others = second.yes + second.no
  const yes = first.yes + second.yes
  const logs = shared ?? logFactorials(people + others)
  const choose = (n: number, k: number) => (logs[n] as number) - (logs[k] as number) - (logs[n - k] as number)
  const all = choose(people + others, yes)
  const probability = (k: number) => Math.exp(choose(people, k) + choose(others, yes - k) - all)
  const limit = probability(first.yes) * rounding
  let sum = 0
  for (let k = Math.max(0, yes - others); k <= Math.min(yes, people); k += 1) {
    const one = probability(k)
    if (one <= limit) sum += one
  }
  return Math.min(1, sum)
}
