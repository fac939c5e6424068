/** The five grades of a year, from the lowest (E §9.3.3). */
export const ranks = ['weak', 'average', 'good', 'very_good', 'excellent'] as const
export type Rank = (typeof ranks)[number]

/** What a result alone, or the curve, can give: excellent needs a nomination (AMB-14). */
export type Band = Exclude<Rank, 'excellent'>

const places: Readonly<Record<Rank, number>> = { weak: 0, average: 1, good: 2, very_good: 3, excellent: 4 }

/** Below zero when the first is the lower of the two; the size counts the steps between them. */
export function compareRanks(a: Rank, b: Rank): number {
  return places[a] - places[b]
}

/** From which result each band begins: percent with at most two decimals, a policy of the entity (AMB-09, H2). */
export type BandCuts = { readonly average: number; readonly good: number; readonly veryGood: number }

export const defaultBandCuts: BandCuts = { average: 50, good: 90, veryGood: 110 }

/** The cut points in micro-percent, as results are kept. */
export type Bands = { readonly average: bigint; readonly good: bigint; readonly veryGood: bigint }

/** Throws RangeError unless the cut points rise, from zero on, with at most two decimals. */
export function bandsOf({ average, good, veryGood }: BandCuts): Bands {
  const bands = { average: micro(average), good: micro(good), veryGood: micro(veryGood) }
  if (!(bands.average >= 0n && bands.average < bands.good && bands.good < bands.veryGood)) {
    throw new RangeError('the cut points of the bands must rise')
  }
  return bands
}

/** The band of an annual result in micro-percent: reaching a cut point includes it; never excellent (AMB-09). */
export function bandOf(result: bigint, bands: Bands): Band {
  if (result >= bands.veryGood) return 'very_good'
  if (result >= bands.good) return 'good'
  return result >= bands.average ? 'average' : 'weak'
}

function micro(percent: number): bigint {
  const hundredths = Math.round(percent * 100)
  if (!(Math.abs(hundredths - percent * 100) < 1e-6)) throw new RangeError('at most two decimals')
  return BigInt(hundredths) * 10_000n
}
