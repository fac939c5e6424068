/** A length of time as one unit and a whole count, for a message with plural forms: «منذ 3 أيام». */
export type Span = { readonly unit: 'minutes' | 'hours' | 'days' | 'weeks'; readonly count: number }

const minute = 60_000

/** How long ago something was. What lies in the future was just now: clocks differ by a little. */
export function ageOf(since: Date, now: Date): Span {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / minute))
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? { unit: 'hours', count: hours } : spanOfDays(Math.floor(hours / 24))
}

/** Whole weeks where they are exact, and from four weeks on; days otherwise. */
export function spanOfDays(days: number): Span {
  const weeks = days >= 28 || (days > 0 && days % 7 === 0)
  return weeks ? { unit: 'weeks', count: Math.floor(days / 7) } : { unit: 'days', count: days }
}
