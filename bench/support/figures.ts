export type Figure = { readonly what: string; readonly value: string }

/** Prints figures in two columns, and the ratio with its goal last. */
export function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length))
  for (const { what, value } of figures) console.log(`  ${what.padEnd(width)}  ${value}`)
}

export function perSecond(count: number, milliseconds: number): number {
  return (count / milliseconds) * 1000
}

/** The middle value, and the one that a share of all values does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
