import { type Ability, abilities, type Moves } from '../../../shared/workflow.ts'

export const versionStatuses = ['draft', 'preliminary', 'approved', 'superseded'] as const
export type VersionStatus = (typeof versionStatuses)[number]

/** The life of one version of the annual plan. A discarded draft leaves the tables; the audit trail keeps it. */
export const versionMoves = {
  markPreliminary: { from: ['draft'], to: 'preliminary', by: 'planner' },
  approve: { from: ['draft', 'preliminary'], to: 'approved', by: 'planner' },
  discard: { from: ['draft'], to: 'discarded', by: 'planner' },
  /** What the approval of a later version does to this one. */
  supersede: { from: ['approved'], to: 'superseded', by: 'later version' },
} as const satisfies Moves

export type VersionMove = 'markPreliminary' | 'approve' | 'discard'

export type VersionAbilities = Readonly<
  Record<VersionMove, Ability | { readonly allowed: false; readonly why: 'annual_plan.approved_exists' }>
>

/** What a planner may do with a version. Beside an approved plan, another one cannot be the preliminary plan (AMB-62). */
export function versionAbilities(
  status: VersionStatus,
  { approvedExists }: { approvedExists: boolean },
): VersionAbilities {
  const can = abilities(versionMoves, { status, parts: ['planner'] }) as VersionAbilities
  if (!approvedExists || !can.markPreliminary.allowed) return can
  return { ...can, markPreliminary: { allowed: false, why: 'annual_plan.approved_exists' } }
}

/** The day as of which a plan's divisions are named: today, or the nearest day of the plan's year. */
export function dayWithin(year: number, today: string): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return today < first ? first : today > last ? last : today
}
