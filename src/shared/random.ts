/** Numbers that a seed determines: for samples, benchmarks and generated tests. Never for secrets. */
export type Random = {
  /** 32 random bits as an unsigned integer. */
  readonly bits: () => number
  /** At least 0, below 1. */
  readonly fraction: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  /** One of a list. Throws RangeError for an empty one. */
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** A stream of its own: what is drawn from it moves nothing else. */
  readonly fork: (label: string) => Random
}

/** The generator xoshiro128**, started from any text or number. */
export function randomFrom(seed: string | number): Random {
  let [a, b, c, d] = stateOf(String(seed))
  const bits = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  const fraction = () => bits() / 4_294_967_296
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[Math.floor(fraction() * list.length)] as T
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const mixed = [...list]
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = between(0, last)
      const moved = mixed[last] as T
      mixed[last] = mixed[other] as T
      mixed[other] = moved
    }
    return mixed
  }
  return {
    bits,
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick,
    shuffled,
    fork: (label) => randomFrom(`${seed}/${label}`),
  }
}

/** Four words from a text: FNV-1a, spread by the finaliser of MurmurHash3. */
function stateOf(text: string): [number, number, number, number] {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const word = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  return [word(), word(), word(), word()]
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}
