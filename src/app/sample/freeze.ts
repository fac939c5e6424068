import { applyCurve, type CurveMode, type CurveRules, type Placed } from '../../features/calibration/domain/curve.ts'
import { type Quota, quotasOf, type Shares, seatsOf } from '../../features/calibration/domain/quotas.ts'
import { type Ranked, rankGroup } from '../../features/calibration/domain/ranked-group.ts'
import { defaultTieTolerance } from '../../features/calibration/domain/ties.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import { daysBetween } from '../../shared/dates.ts'
import { divideHalfUp } from '../../shared/decimal.ts'
import { bandsOf, defaultBandCuts } from '../../shared/ranks.ts'
import { annualResult } from '../../shared/scoring.ts'
import type { Rows } from './copy.ts'
import { type Counted, leaveDaysOf } from './cycle-results.ts'
import type { CycleOutcome } from './documents.ts'
import type { Leaver, Organization } from './organization-rows.ts'
import type { Person } from './people.ts'
import type { ServiceRecord } from './service-record.ts'

/** A person of a year as frozen on its last day: place, line and what the counted cycles come to. */
export type Frozen = {
  readonly person: Person
  readonly standing: 'ranked' | 'short_service' | 'all_excused' | 'left'
  readonly result: bigint | null
  readonly literal: bigint | null
  readonly counted: number
  readonly lowest: bigint | null
  readonly last: bigint | null
  readonly plan: bigint | null
  /** Working days by document, of people who had several in a cycle. */
  readonly segmentDays: Readonly<Record<string, number>> | null
  readonly divisionId: string
  readonly divisionPath: string
  readonly jobFamily: string
  readonly level: number
  readonly supervisor: Person
  readonly higher: Person | null
  /** Calendar days. */
  readonly leaveDays: number
}

type Request = {
  readonly rows: Rows
  readonly organization: Organization
  readonly record: ServiceRecord
  readonly outcomes: readonly CycleOutcome[]
  readonly year: number
}

/** The annual result of everybody with a line of cycles in a year (AMB-07, AMB-16, AMB-20). */
export function freezeYear({ rows, organization, record, outcomes, year }: Request): Frozen[] {
  const paths = new Map((rows.divisions ?? []).map((division) => [division.id, String(division.path)]))
  const families = new Map((rows.posts ?? []).map((post) => [post.id, post.job_family]))
  const [startsOn, endsOn] = [`${year}-01-01`, `${year}-12-31`]
  const byPerson = new Map<string, CycleOutcome[]>()
  for (const outcome of outcomes) {
    if (outcome.cycle.year !== year) continue
    byPerson.set(outcome.person.id, [...(byPerson.get(outcome.person.id) ?? []), outcome])
  }
  const members: readonly (Person | Leaver)[] = [...organization.people, ...organization.leavers]
  return members.flatMap((member): Frozen[] => {
    const own = byPerson.get(member.id)
    if (!own) return []
    const exitedOn = 'exitedOn' in member && member.exitedOn <= endsOn ? member.exitedOn : null
    const day = exitedOn ?? endsOn
    const place = record.placeOf(member, day)
    const person = record.asOf(member, day)
    const { supervisor } = person
    if (!place || !supervisor) throw new Error(`${member.seat} has no place on ${day}`)
    const counted = own.flatMap((outcome) => outcome.counted ?? [])
    const results = counted.map((one) => one.result)
    return [
      {
        person,
        standing: standingOf({ member, exitedOn, counted: counted.length, year }),
        result: counted.length > 0 ? annualResult(results) : null,
        literal: counted.length > 0 ? meanOf(counted.map((one) => one.literal)) : null,
        counted: counted.length,
        lowest: counted.length > 0 ? results.reduce((low, one) => (one < low ? one : low)) : null,
        last: results.at(-1) ?? null,
        plan: counted.length > 0 ? annualResult(counted.map((one) => one.plan)) : null,
        segmentDays: segmentDaysOf(counted),
        divisionId: place.divisionId,
        divisionPath: paths.get(place.divisionId) ?? '',
        jobFamily: families.get(place.postId) ?? '',
        level: place.level,
        supervisor,
        higher: (supervisor.supervisor ?? supervisor).id === member.id ? null : (supervisor.supervisor ?? supervisor),
        leaveDays: leaveDaysOf(rows, { person: member, from: startsOn, to: endsOn, countedBy: daysOfCalendar }),
      },
    ]
  })
}

const daysOfCalendar = (from: string, to: string) => daysBetween(from, to) + 1

function standingOf({
  member,
  exitedOn,
  counted,
  year,
}: {
  member: Person
  exitedOn: string | null
  counted: number
  year: number
}): Frozen['standing'] {
  if (exitedOn !== null) return 'left'
  if (member.hiredOn >= `${year}-07-01`) return 'short_service'
  return counted === 0 ? 'all_excused' : 'ranked'
}

function segmentDaysOf(counted: readonly Counted[]): Frozen['segmentDays'] {
  const several = counted.filter(({ segments }) => segments.length > 1).flatMap(({ segments }) => segments)
  return several.length > 0 ? Object.fromEntries(several.map(({ documentId, days }) => [documentId, days])) : null
}

function meanOf(values: readonly bigint[]): bigint {
  return divideHalfUp(
    values.reduce((sum, one) => sum + one, 0n),
    BigInt(values.length),
  )
}

/** Of the circular that the sample invents (AMB-10). Basis points. */
export const shares: Shares = { weak: 500, average: 1500, good: 5000, very_good: 2000, excellent: 1000 }
/** Of the circular; too few people have no quotas (AMB-11). */
export const decidedMode = 'raise_only'
export const bands = bandsOf(defaultBandCuts)

export type Distribution = {
  readonly mode: CurveMode
  readonly quotas: readonly Quota[]
  readonly placed: ReadonlyMap<string, Placed>
  readonly curve: ReturnType<typeof applyCurve>
  readonly order: readonly Ranked[]
}

/** The curve over everybody with a rank, by the product's own rules. */
export function distribute(frozen: readonly Frozen[]): Distribution {
  const candidates = frozen.flatMap(({ person, standing, result }) =>
    standing === 'ranked' && result !== null ? [{ employeeId: person.id, result }] : [],
  )
  const quotas = quotasOf(shares, candidates.length)
  if (!quotas.ok) throw new Error(quotas.why)
  const mode = candidates.length < catalogue['curve.minimum_group'].default ? 'advisory' : decidedMode
  const rules: CurveRules = { mode, seats: seatsOf(quotas.value), guardWeak: true, tieTolerance: defaultTieTolerance }
  const group = rankGroup(candidates, bands)
  const curve = applyCurve(group, rules)
  return {
    mode,
    quotas: quotas.value,
    curve,
    placed: new Map(curve.people.map((one) => [one.employeeId, one])),
    order: group.people,
  }
}
