import type { Content, Cycle, KeyResult, LinkedNode, Objective } from '../../features/performance/domain/document.ts'
import { addDays, daysBetween } from '../../shared/dates.ts'
import { weightText, wholeWeight } from '../../shared/decimal.ts'
import type { Random } from '../../shared/random.ts'
import type { Person } from './people.ts'
import type { OwnedNode } from './plan-rows.ts'
import { leading, type PoolObjective, type PoolResult, workFor } from './work-pool.ts'

type Request = {
  readonly person: Person
  readonly cycle: Pick<Cycle, 'startsOn' | 'endsOn'>
  readonly nodes: readonly OwnedNode[]
  /** Ids of the bank's objectives by title: some of what people write comes from there. */
  readonly bank: ReadonlyMap<string, string>
  readonly random: Random
  readonly ids: () => string
}

/** What a person writes for a cycle: complete, with weights of exactly 100 and ordered targets. */
export function contentFor(request: Request): Content {
  const { person, random } = request
  const chosen = choose(person, random)
  const counts = chosen.map((work) => work.results.length)
  const weights = weightsFor(
    chosen.flatMap((work, index) => Array.from({ length: counts[index] ?? 0 }, () => work.class === 'annual_plan')),
    random,
  )
  let next = 0
  const objectives = chosen.map((work): Objective => {
    const results = work.results.map((result) => keyResult(result, weights[next++] ?? 0, request))
    return {
      id: request.ids(),
      title: work.title,
      class: work.class,
      bankObjectiveId: random.chance(0.45) ? (request.bank.get(work.title) ?? null) : null,
      links: work.class === 'annual_plan' ? linksFor(person, request) : [],
      keyResults: results,
    }
  })
  return { objectives }
}

/** One or two objectives of the plan, one that develops the work and, below the top, one of the daily work. */
function choose(person: Person, random: Random): PoolObjective[] {
  const work = workFor(person.division)
  const of = (kind: PoolObjective['class']) => random.shuffled(work.filter((one) => one.class === kind))
  const planned = of('annual_plan').slice(0, person.leads || random.chance(0.4) ? 2 : 1)
  const development = of('development')
  const developing = person.leads ? [random.pick(leading)] : development.slice(0, 1)
  const more = planned.length === 1 && random.chance(0.3) ? development.slice(1, 2) : []
  return [...planned, ...developing, ...more, ...of('routine').slice(0, 1)]
}

/** Steps of five per cent that make a whole; what serves the plan weighs more. */
function weightsFor(planned: readonly boolean[], random: Random): number[] {
  const weights = planned.map((serves): number => (serves ? 1_000 : 500))
  const places = planned.flatMap((serves, index) => (serves ? [index, index] : [index]))
  for (let left = wholeWeight - weights.reduce((sum, one) => sum + one, 0); left > 0; left -= 500) {
    const place = random.pick(places.filter((one) => (weights[one] ?? 0) < 4_000))
    weights[place] = (weights[place] ?? 0) + 500
  }
  return weights
}

function keyResult(result: PoolResult, weight: number, { cycle, random, ids }: Request): KeyResult {
  const [below, meets, exceeds] =
    result.dataType === 'date'
      ? result.targets.map((share) => dayAt(share, cycle))
      : scaled(result, random).map((value) => String(value))
  return {
    id: ids(),
    statement: result.statement,
    dataType: result.dataType,
    targets: { below: below ?? null, meets: meets ?? null, exceeds: exceeds ?? null },
    weight: weightText(weight),
  }
}

export function dayAt(share: number, { startsOn, endsOn }: Pick<Cycle, 'startsOn' | 'endsOn'>): string {
  return addDays(startsOn, Math.round(daysBetween(startsOn, endsOn) * share))
}

/** Larger counts differ from person to person; shares and small counts stay. */
function scaled({ dataType, targets }: PoolResult, random: Random): readonly number[] {
  if (dataType !== 'number' || Math.min(...targets) < 10) return targets
  const factor = random.pick([0.8, 0.9, 1, 1.1, 1.2])
  return targets.map((target) => Math.round(target * factor))
}

/** A programme or initiative of the division, else of the one above it, else the first of the plan. */
function linksFor(person: Person, { nodes, random }: Request): LinkedNode[] {
  const [top = ''] = person.division.split('-')
  const own = nodes.filter((node) => node.ownerCode === top && node.kind !== 'objective')
  const among = own.length > 0 ? own : nodes.filter((node) => node.kind === 'programme').slice(0, 1)
  const first = random.pick(among)
  const rest = among.filter((node) => node !== first)
  const chosen = rest.length > 0 && random.chance(0.15) ? [first, random.pick(rest)] : [first]
  return chosen
    .toSorted((a, b) => (a.nodeId < b.nodeId ? -1 : 1))
    .map(({ nodeId, code, title, kind, status }) => ({ nodeId, code, title, kind, status }))
}
