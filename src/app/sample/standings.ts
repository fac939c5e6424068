import type { Random } from '../../shared/random.ts'
import type { Person } from './people.ts'

/** The annual result that the share of people below has at most, in percent: few weak, most good, a quarter beyond. */
const shape: readonly (readonly [share: number, result: number])[] = [
  [0, 33],
  [0.018, 49.5],
  [0.06, 70],
  [0.19, 90],
  [0.4, 97.5],
  [0.6, 104],
  [0.75, 110],
  [0.9, 115.5],
  [1, 119.5],
]

/** How much stands against the people of a top-level division, in standard deviations: fewer of them come out on top. */
export type Headwinds = Readonly<Record<string, number>>

/** What each person of a year is able to: stable from year to year, and a little luck. Percent, by id. */
export function standingsOf(
  people: readonly Person[],
  {
    random,
    year,
    headwinds,
    told,
  }: { random: Random; year: number; headwinds: Headwinds; told: Readonly<Record<string, number>> },
): Map<string, number> {
  const scored = people.map((person) => {
    const own = random.fork(person.seat)
    const ability = normal(own) + 0.5 * normal(own.fork(String(year)))
    return { person, score: ability - (headwinds[person.division.split('-')[0] ?? ''] ?? 0) }
  })
  scored.sort((a, b) => a.score - b.score || (a.person.id < b.person.id ? -1 : 1))
  return new Map(
    scored.map(({ person }, index) => [person.id, told[person.seat] ?? resultAt((index + 0.5) / scored.length)]),
  )
}

function resultAt(share: number): number {
  const upper = Math.max(
    1,
    shape.findIndex(([at]) => share <= at),
  )
  const [[from, low], [to, high]] = [shape[upper - 1], shape[upper]] as [[number, number], [number, number]]
  return low + ((high - low) * (share - from)) / (to - from)
}

/** About normal: the sum of six even draws. */
function normal(random: Random): number {
  let sum = -3
  for (let draw = 0; draw < 6; draw += 1) sum += random.fraction()
  return sum * 1.41
}
