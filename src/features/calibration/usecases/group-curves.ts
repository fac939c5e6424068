import type { NewId } from '../../../platform/db/ids.ts'
import type { FrozenPerson } from '../../appraisal/public.ts'
import { applyCurve, type Curve, type CurveMode, type CurveRules, poolOf } from '../domain/curve.ts'
import { type Group, type GroupRules, groupsOf, type Member } from '../domain/groups.ts'
import { type Quota, quotasOf, type Shares, seatsOf } from '../domain/quotas.ts'
import { type RankedGroup, rankGroup } from '../domain/ranked-group.ts'
import type { Settings } from './settings.ts'

/** A ranked person of a frozen year: what the curve needs is there. */
export type RankedPerson = FrozenPerson & {
  readonly result: bigint
  readonly ranking: bigint
  readonly band: NonNullable<FrozenPerson['band']>
}

export function rankedOf(people: readonly FrozenPerson[]): RankedPerson[] {
  return people.filter(
    (one): one is RankedPerson =>
      one.standing === 'ranked' && one.result !== null && one.ranking !== null && one.band !== null,
  )
}

/** Who is compared with whom; the entity's own root is no division of the strata. */
function groupsAmong(people: readonly RankedPerson[], rules: GroupRules): Group[] {
  const members = people.map(
    (one): Member => ({ employeeId: one.employeeId, path: one.divisionPath.slice(1), family: one.jobFamily }),
  )
  return groupsOf(members, rules)
}

export type CurvedGroup = {
  readonly id: string
  readonly group: Group
  readonly mode: CurveMode
  readonly quotas: readonly Quota[]
  readonly pool: number
  readonly ranked: RankedGroup
  readonly curve: Curve
}

type Asked = {
  readonly people: readonly RankedPerson[]
  readonly settings: Pick<Settings, 'groupRules' | 'bands' | 'guardWeak' | 'tieTolerance'>
  readonly shares: Shares
  readonly mode: CurveMode
  readonly newId: NewId
}

/** The curve of every group: quotas by the largest remainder, then ranks; a group without quotas gets the bands. */
export function curvesOf({ people, settings, shares, mode, newId }: Asked): CurvedGroup[] {
  const byId = new Map(people.map((one) => [one.employeeId, one]))
  return groupsAmong(people, settings.groupRules).map((group) => {
    const own = group.employeeIds.map((id) => byId.get(id) as RankedPerson)
    const quotas = quotasOf(shares, own.length)
    if (!quotas.ok) throw new RangeError(quotas.why)
    const seats = seatsOf(quotas.value)
    const modeHere = group.hasQuotas ? mode : 'advisory'
    const rules: CurveRules = {
      mode: modeHere,
      seats,
      guardWeak: settings.guardWeak,
      tieTolerance: settings.tieTolerance,
    }
    const ranked = rankGroup(own, settings.bands)
    return {
      id: newId(),
      group,
      mode: modeHere,
      quotas: quotas.value,
      pool: poolOf(seats),
      ranked,
      curve: applyCurve(ranked, rules),
    }
  })
}
