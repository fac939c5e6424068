/** A bar of the picture spans so many points. */
const span = 5
const step = 2.5

type Asked = {
  readonly people: number
  readonly mean: number
  readonly deviation: number
  readonly from: number
  readonly to: number
}

/**
 * How many people a normal curve of the same mean and deviation would have in five points around each place, for the
 * picture beside the bars. Nothing is computed from it. Empty where everybody has the same result.
 */
export function normalCurve({ people, mean, deviation, from, to }: Asked): { at: number; people: number }[] {
  if (people === 0 || deviation <= 0) return []
  const places = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
  return places.map((at) => {
    const away = (at - mean) / deviation
    const density = Math.exp(-(away * away) / 2) / (deviation * Math.sqrt(2 * Math.PI))
    return { at, people: Math.round(people * span * density * 100) / 100 }
  })
}
