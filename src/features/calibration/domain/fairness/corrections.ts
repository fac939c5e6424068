/** Adjusted p values in the order given, each comparable with the level of the whole family: Holm 1979. */
export function holm(values: readonly number[]): number[] {
  let highest = 0
  return inOrder(values, ascending(values), (value, place) => {
    highest = Math.max(highest, Math.min(1, value * (values.length - place)))
    return highest
  })
}

/** Adjusted p values under which the expected share of false findings stays at the level: Benjamini and Hochberg 1995. */
export function benjaminiHochberg(values: readonly number[]): number[] {
  let lowest = 1
  return inOrder(values, ascending(values).reverse(), (value, place) => {
    lowest = Math.min(lowest, (value * values.length) / (values.length - place))
    return lowest
  })
}

function ascending(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number))
}

function inOrder(
  values: readonly number[],
  order: readonly number[],
  adjust: (value: number, place: number) => number,
) {
  const adjusted = values.map(() => 0)
  order.forEach((index, place) => {
    adjusted[index] = adjust(values[index] as number, place)
  })
  return adjusted
}
