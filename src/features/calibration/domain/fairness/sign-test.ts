import { logFactorials } from './log-factorials.ts'

/** The exact sign test, two-sided: how probable a split at least so uneven is when both signs are equally likely. */
export function signTest(above: number, below: number): number {
  const all = above + below
  const logs = logFactorials(all)
  const probability = (k: number) =>
    Math.exp((logs[all] as number) - (logs[k] as number) - (logs[all - k] as number) - all * Math.LN2)
  let tail = 0
  for (let k = 0; k <= Math.min(above, below); k += 1) tail += probability(k)
  return Math.min(1, 2 * tail)
}
