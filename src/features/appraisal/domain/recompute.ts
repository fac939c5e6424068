import { divideHalfUp } from '../../../shared/decimal.ts'
import { achievement, levelOf, parseQuantity, type Quantity, type Targets } from '../../../shared/measure.ts'
import { type Band, bandOf, compareRanks, type Rank, ranks } from '../../../shared/ranks.ts'
import { cycleResult, literalResult, score } from '../../../shared/scoring.ts'
import type { Explanation } from '../schema/explanation.ts'
import { annualMean } from './freeze.ts'

export type Difference = {
  /** Where in the file, such as `cycles/0/segments/0/lines/2/achievement`. */
  readonly path: string
  /** What the inputs give, and what the file says. */
  readonly expected: string
  readonly found: string
}
export type Verdict =
  | { readonly equal: true; readonly checked: number }
  | { readonly equal: false; readonly first: Difference }

type Cycle = Explanation['cycles'][number]
type Segment = Cycle['segments'][number]
type Line = Segment['lines'][number]
type Group = NonNullable<Explanation['group']>
type Value = bigint | number | string | null

/**
 * Computes every number of an explanation anew from its inputs, in the order in which it was made, and names the first
 * that differs. Needs nothing but the file: the page, the command line and the tests run this same function.
 */
export function recompute(file: Explanation): Verdict {
  let checked = 0
  for (const [path, expected, found] of checks(file)) {
    checked += 1
    if (String(expected) !== String(found)) {
      return { equal: false, first: { path, expected: String(expected), found: String(found) } }
    }
  }
  return { equal: true, checked }
}

type Check = readonly [path: string, expected: Value, found: Value]

function* checks(file: Explanation): Generator<Check> {
  yield* rules(file)
  for (const [index, cycle] of file.cycles.entries()) yield* cycleChecks(`cycles/${index}`, cycle)
  yield* annualChecks(file)
  if (file.group) yield* groupChecks(file.group, file)
  yield* rankChecks(file)
}

/** The thresholds in use are those of the policies that were written down. */
function* rules({ policies, scale, annual }: Explanation): Generator<Check> {
  const value = (key: string) => policies.find((one) => one.key === key)?.value
  const anchors = value('achievement.anchors') as Targets<number> | undefined
  const bands = value('result.bands') as Record<'average' | 'good' | 'veryGood', number> | undefined
  for (const name of ['below', 'meets', 'exceeds'] as const) {
    yield [`scale/anchors/${name}`, anchors?.[name] ?? null, scale.anchors[name]]
  }
  yield ['scale/cap', (value('achievement.cap') as number | undefined) ?? null, scale.cap]
  yield ['annual/formula', (value('result.formula') as string | undefined) ?? null, annual.formula]
  for (const name of ['average', 'good', 'veryGood'] as const) {
    yield [`annual/cuts/${name}`, bands ? Math.round(bands[name] * 1_000_000) : null, annual.cuts[name]]
  }
}

function* cycleChecks(path: string, cycle: Cycle): Generator<Check> {
  yield [`${path}/months`, monthsOf(cycle), cycle.months]
  for (const [index, segment] of cycle.segments.entries()) {
    yield* segmentChecks(`${path}/segments/${index}`, segment, cycle)
  }
  const { result, literal } = resultOf(cycle)
  yield [`${path}/result`, result, cycle.result]
  yield [`${path}/literal`, literal, cycle.literal]
}

function* segmentChecks(path: string, segment: Segment, cycle: Cycle): Generator<Check> {
  for (const [index, line] of segment.lines.entries()) yield* lineChecks(`${path}/lines/${index}`, line, cycle, segment)
  const weights = segment.lines.reduce((sum, line) => sum + line.weight, 0)
  if (segment.lines.length > 0) yield [`${path}/lines`, 10_000, weights]
  yield [`${path}/sum`, cycleResult(segment.lines), segment.sum]
  yield [`${path}/literal`, segment.lines.length === 0 ? null : literalResult(segment.lines), segment.literal]
}

function* lineChecks(path: string, line: Line, cycle: Cycle, segment: Segment): Generator<Check> {
  for (const [index, one] of line.corrections.entries()) {
    const at = `${path}/corrections/${index}`
    yield [`${at}/fromAchievement`, achieved(line, one.from, cycle, segment), one.fromAchievement]
    yield [`${at}/toAchievement`, achieved(line, one.to, cycle, segment), one.toAchievement]
  }
  const inForce = line.corrections.find((one) => one.endedAt === null)
  yield [`${path}/actual`, inForce ? inForce.to : line.claimed, line.actual]
  const reached = achieved(line, line.actual, cycle, segment)
  yield [`${path}/achievement`, reached, line.achievement]
  yield [`${path}/level`, levelOf(countedValue(line, line.actual, cycle), targetsOf(line)), line.level]
  yield [`${path}/score`, score({ achievement: reached, weight: line.weight }), line.score]
}

function targetsOf({ dataType, targets }: Line): Targets {
  const read = (text: string) => quantity(dataType, text)
  return { below: read(targets.below), meets: read(targets.meets), exceeds: read(targets.exceeds) }
}

/** A delivery after the end of the cycle counts as none (H6). */
function countedValue({ dataType }: Line, actual: string | null, { endsOn }: Cycle): Quantity | null {
  if (actual === null || (dataType === 'date' && actual > endsOn)) return null
  return quantity(dataType, actual)
}

function quantity(dataType: Line['dataType'], text: string): Quantity {
  const read = parseQuantity(dataType, text)
  return read.ok ? read.value : 0n
}

function achieved(line: Line, actual: string | null, cycle: Cycle, { scale }: Segment): number {
  return achievement(
    { dataType: line.dataType, targets: targetsOf(line), actual: countedValue(line, actual, cycle) },
    { anchors: scale.anchors, cap: scale.cap },
  )
}

/** One segment: its exact sum. Several: their mean by working days, rounded once to six decimals (H1). */
function resultOf({ status, segments }: Cycle): { result: Value; literal: Value } {
  if (status === 'zero') return { result: 0, literal: 0 }
  if (status !== 'counted') return { result: null, literal: null }
  const [only] = segments
  if (segments.length === 1 && only) return { result: only.sum, literal: only.literal }
  const days = segments.reduce((sum, one) => sum + BigInt(one.days), 0n)
  if (days === 0n) return { result: null, literal: null }
  const weighed = (value: (one: Segment) => number) =>
    segments.reduce((sum, one) => sum + BigInt(value(one)) * BigInt(one.days), 0n)
  return {
    result:
      divideHalfUp(
        weighed((one) => one.sum),
        days * 10_000n,
      ) * 10_000n,
    literal: divideHalfUp(
      weighed((one) => one.literal ?? 0),
      days,
    ),
  }
}

function monthsOf({ startsOn, endsOn }: Cycle): number {
  const [fromYear = 0, fromMonth = 0] = startsOn.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = endsOn.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1
}

function* annualChecks({ cycles, annual, standing, ranks: of }: Explanation): Generator<Check> {
  const mean = annualMean(
    cycles.flatMap(({ status, months, result, literal, ordinal }) =>
      (status === 'counted' || status === 'zero') && result !== null
        ? [{ months, ordinal, result: BigInt(result), literal: BigInt(literal ?? 0) }]
        : [],
    ),
  )
  yield ['annual/counted', mean.counted, annual.counted]
  yield ['annual/months', mean.months, annual.months]
  yield ['annual/result', mean.result, annual.result]
  yield ['annual/literal', mean.literal, annual.literal]
  yield ['annual/ranking', annual.formula === 'weighted_sum' ? mean.result : mean.literal, annual.ranking]
  yield ['annual/lowestCycle', mean.lowest, annual.lowestCycle]
  yield ['annual/lastCycle', mean.last, annual.lastCycle]
  if (standing === 'ranked') yield ['standing', 'with a result', mean.result === null ? 'without' : 'with a result']
  const { average, good, veryGood } = annual.cuts
  const bands = { average: BigInt(average), good: BigInt(good), veryGood: BigInt(veryGood) }
  yield ['ranks/band', mean.result === null ? null : bandOf(mean.result, bands), of.band]
}

/** The quota arithmetic of the group, and that the person's place in it is possible. */
function* groupChecks(group: Group, file: Explanation): Generator<Check> {
  yield* quotaChecks(group, file)
  const held = Object.values(group.counts).reduce((sum, people) => sum + people, 0)
  yield ['group/counts', group.size, held]
  yield ['group/position', group.position > group.size ? `1 to ${group.size}` : group.position, group.position]
  const { ranking } = file.annual
  const { lastLifted } = group
  const gap = ranking === null || lastLifted === null ? null : Math.abs(ranking - lastLifted)
  yield ['group/gap', gap, group.gap]
  const atGood = file.ranks.band !== null && compareRanks(file.ranks.band, 'good') >= 0
  yield ['group/raisePosition', atGood ? 'a place' : null, group.raisePosition === null ? null : 'a place']
}

/** Largest remainder: the seats sum to the people; on equal remainders the seat goes to the higher rank (AMB-11). */
function* quotaChecks(group: Group, { policies }: Explanation): Generator<Check> {
  if (group.quotas.length === 0) return
  const shares = policies.find((one) => one.key === 'curve.shares')?.value as Record<string, number> | null | undefined
  const lines = group.quotas.map((quota, place) => ({
    ...quota,
    place,
    whole: Math.floor((quota.share * group.size) / 10_000),
    left: (quota.share * group.size) % 10_000,
  }))
  const open = group.size - lines.reduce((sum, line) => sum + line.whole, 0)
  const order = lines.toSorted((a, b) => b.left - a.left || b.place - a.place)
  for (const line of lines) {
    const path = `group/quotas/${line.place}`
    const turn = order.indexOf(line)
    const extra = turn < open ? turn + 1 : null
    yield [`${path}/rank`, ranks[line.place] ?? null, line.rank]
    yield [`${path}/share`, shares?.[line.rank === 'very_good' ? 'veryGood' : line.rank] ?? null, line.share]
    yield [`${path}/product`, productText(line.share * group.size), line.product]
    yield [`${path}/floor`, line.whole, line.floor]
    yield [`${path}/remainder`, line.left, line.remainder]
    yield [`${path}/extra`, extra, line.extra]
    yield [`${path}/seats`, line.whole + (extra === null ? 0 : 1), line.seats]
  }
  const seats = (rank: Rank) => group.quotas.find((one) => one.rank === rank)?.seats ?? 0
  yield ['group/pool', seats('very_good') + seats('excellent'), group.pool]
}

/** Ten-thousandths of a seat as plain text: 116500 is '11.65'. */
function productText(tenThousandths: number): string {
  const whole = Math.floor(tenThousandths / 10_000)
  const rest = String(tenThousandths % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

/** Band, curve, view, final: none overwrites another, and every difference has its change (H3). */
function* rankChecks(file: Explanation): Generator<Check> {
  const { band, curve, view, final } = file.ranks
  yield ['ranks/curve', file.group && band ? curveRank(file.group, band) : null, curve]
  const made = file.changes.map((change, index) => ({ ...change, path: `changes/${index}` }))
  const byCurve = made.find((one) => one.stage === 'curve')
  yield [
    'changes',
    curve !== null && curve !== band ? 'a reason of the curve' : 'none',
    byCurve ? 'a reason of the curve' : 'none',
  ]
  if (byCurve) {
    yield [`${byCurve.path}/from`, band, byCurve.from]
    yield [`${byCurve.path}/to`, curve, byCurve.to]
    yield* resultsOf(byCurve, file.annual.result, file.annual.result)
  }
  const bySupervisor = made.find((one) => one.stage === 'supervisor')
  // A view that agrees with the band or the curve has no change.
  yield ['ranks/view', bySupervisor?.to ?? (view === band || view === curve ? view : null), view]
  if (bySupervisor) {
    yield [`${bySupervisor.path}/from`, bySupervisor.from === band ? band : curve, bySupervisor.from]
    yield* resultsOf(bySupervisor, file.annual.result, file.annual.result)
  }
  let rank: Rank | null = curve ?? band
  let result = file.annual.result
  for (const change of made.filter((one) => !['curve', 'supervisor'].includes(one.stage))) {
    yield [`${change.path}/from`, rank, change.from]
    yield* resultsOf(change, result, change.stage === 'grievance' ? change.toResult : result)
    rank = change.to
    result = change.toResult
  }
  const decided = rank !== (curve ?? band) || made.some((one) => !['curve', 'supervisor'].includes(one.stage))
  const published = file.year.publishedAt !== null && file.standing === 'ranked'
  if (final !== null || decided || published) yield ['ranks/final', rank, final]
}

function* resultsOf(
  change: { path: string; fromResult: number | null; toResult: number | null },
  from: number | null,
  to: number | null,
): Generator<Check> {
  yield [`${change.path}/fromResult`, from, change.fromResult]
  yield [`${change.path}/toResult`, to, change.toResult]
}

/** What the group's rules give at this place (H4, H5). The position already stands for a whole tie. */
function curveRank(group: Group, band: Band): Band {
  const seats = (rank: Rank) => group.quotas.find((one) => one.rank === rank)?.seats ?? 0
  if (group.mode === 'advisory' || group.quotas.length === 0) return band
  if (group.mode === 'raise_only') {
    if (group.raisePosition === null) return band
    return group.raisePosition <= group.pool ? 'very_good' : 'good'
  }
  const { position } = group
  if (position <= group.pool) return 'very_good'
  if (position <= group.pool + seats('good')) return 'good'
  if (position <= group.pool + seats('good') + seats('average')) return 'average'
  return group.guardWeak && position <= group.guarded ? 'average' : 'weak'
}
