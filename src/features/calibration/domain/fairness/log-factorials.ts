/** Natural logarithms of 0! to n!, so that probabilities of large tables neither overflow nor vanish. */
export function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1)
  for (let k = 2; k <= n; k += 1) logs[k] = (logs[k - 1] as number) + Math.log(k)
  return logs
}
