/** Does the work for each item, a few at once, and answers in the order of the items. */
export async function inTurns<T, R>(atOnce: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  const lane = async () => {
    for (let place = next++; place < items.length; place = next++) results[place] = await work(items[place] as T)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}
