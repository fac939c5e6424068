const attempts = 10
const firstDelaySeconds = 10
const longestDelaySeconds = 3600

/** When to try again after this many failed attempts, or `never`: 10 seconds, then four times longer, an hour at most. */
export function nextAttempt(failed: number, now: Date): Date | 'never' {
  if (failed >= attempts) return 'never'
  const seconds = Math.min(longestDelaySeconds, firstDelaySeconds * 4 ** (failed - 1))
  return new Date(now.getTime() + seconds * 1000)
}

/** What may be kept of an error: its code or kind, never its words, which can hold what somebody wrote. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code ? `${error.name} ${code}` : error.name
}
