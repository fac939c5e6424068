import { addDays } from '../../../shared/dates.ts'
import { overlap } from './periods.ts'
import type { DelegationScope } from './vocabulary.ts'

export type DelegationWish = {
  readonly delegatorId: string
  readonly delegateId: string
  readonly scopes: readonly DelegationScope[]
  readonly startsOn: string
  readonly endsOn: string
}

/** What the rules look at beside the wish. Level 1 is the highest; null where no assignment is known. */
export type DelegationFacts = {
  readonly today: string
  readonly maxMonths: number
  readonly delegatorLevel: number | null
  readonly delegateLevel: number | null
  readonly delegateExitsOn: string | null
  /** Other delegations of the delegator that are not revoked. */
  readonly others: readonly DelegationWish[]
}

export type DelegationProblem = {
  readonly code:
    | 'organization.delegate_is_delegator'
    | 'organization.delegation_ends_before_start'
    | 'organization.delegation_in_past'
    | 'organization.delegation_too_long'
    | 'organization.delegate_level_too_low'
    | 'organization.delegate_leaves'
    | 'organization.delegation_overlaps'
  readonly field: 'delegateId' | 'startsOn' | 'endsOn' | 'scopes'
  readonly params?: Readonly<Record<string, string | number>>
}

/** Everything that stands against a delegation (AMB-22). Who asks for it is decided by policy.ts. */
export function delegationProblems(wish: DelegationWish, facts: DelegationFacts): DelegationProblem[] {
  const problems: DelegationProblem[] = []
  if (wish.delegateId === wish.delegatorId) {
    return [{ code: 'organization.delegate_is_delegator', field: 'delegateId' }]
  }
  const latest = lastDayOf(wish.startsOn, facts.maxMonths)
  if (wish.startsOn < facts.today) problems.push({ code: 'organization.delegation_in_past', field: 'startsOn' })
  if (wish.endsOn < wish.startsOn) {
    problems.push({ code: 'organization.delegation_ends_before_start', field: 'endsOn' })
  } else if (wish.endsOn > latest) {
    const params = { months: facts.maxMonths, latest }
    problems.push({ code: 'organization.delegation_too_long', field: 'endsOn', params })
  }
  if (!sameLevelOrAbove(facts)) problems.push({ code: 'organization.delegate_level_too_low', field: 'delegateId' })
  if (facts.delegateExitsOn !== null && facts.delegateExitsOn < wish.endsOn) {
    problems.push({ code: 'organization.delegate_leaves', field: 'delegateId', params: { day: facts.delegateExitsOn } })
  }
  if (facts.others.some((other) => sharesScope(other, wish) && overlap(range(other), range(wish)))) {
    problems.push({ code: 'organization.delegation_overlaps', field: 'scopes' })
  }
  return problems
}

/** Whether it holds on a day. From the day of revocation on it does not. */
export function isLiving(
  delegation: { readonly startsOn: string; readonly endsOn: string; readonly revokedOn: string | null },
  on: string,
): boolean {
  return (
    delegation.startsOn <= on && on <= delegation.endsOn && (delegation.revokedOn === null || on < delegation.revokedOn)
  )
}

/** The last day of a span of whole months: 15 January and 3 months give 14 April. */
export function lastDayOf(startsOn: string, months: number): string {
  const [year = 0, month = 0, day = 0] = startsOn.split('-').map(Number)
  const target = year * 12 + (month - 1) + months
  const first = `${Math.floor(target / 12)}-${String((target % 12) + 1).padStart(2, '0')}-01`
  const nextFirst = `${Math.floor((target + 1) / 12)}-${String(((target + 1) % 12) + 1).padStart(2, '0')}-01`
  const sameDay = addDays(first, day - 1)
  return addDays(sameDay < nextFirst ? sameDay : nextFirst, -1)
}

function sameLevelOrAbove({ delegatorLevel, delegateLevel }: DelegationFacts): boolean {
  return delegateLevel !== null && (delegatorLevel === null || delegateLevel <= delegatorLevel)
}

function sharesScope(one: DelegationWish, other: DelegationWish): boolean {
  return one.scopes.some((scope) => other.scopes.includes(scope))
}

function range({ startsOn, endsOn }: DelegationWish): { from: string; to: string } {
  return { from: startsOn, to: endsOn }
}
