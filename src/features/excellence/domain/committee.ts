/** Why a member takes no part in a case (AMB-30). */
export const causes = ['self', 'line', 'below', 'declared', 'nominated'] as const
export type Cause = (typeof causes)[number]

export type Capacity = 'chair' | 'member' | 'secretary'
export type Member = { readonly memberId: string; readonly capacity: Capacity; readonly since: string }
export type Involvement = { readonly personId: string; readonly cause: Cause }
export type Seat = Member & { readonly causes: readonly Cause[] }

/** The committee with the causes for which each member stays out, in the order of `causes`. */
export function committeeFor(members: readonly Member[], involved: readonly Involvement[]): Seat[] {
  return members.map((member) => {
    const found = new Set(involved.filter(({ personId }) => personId === member.memberId).map(({ cause }) => cause))
    return { ...member, causes: causes.filter((cause) => found.has(cause)) }
  })
}

/** Those who may judge. The secretary keeps the record and does not judge. */
export function fitMembers(committee: readonly Seat[]): Seat[] {
  return committee.filter(({ capacity, causes: found }) => capacity !== 'secretary' && found.length === 0)
}

/** Who does the chair's work: the chair, or in a conflict the member who has served longest. */
export function actingChair(committee: readonly Seat[]): string | null {
  const fit = fitMembers(committee)
  const [eldest] = fit.toSorted((a, b) => `${a.since} ${a.memberId}`.localeCompare(`${b.since} ${b.memberId}`))
  return (fit.find(({ capacity }) => capacity === 'chair') ?? eldest)?.memberId ?? null
}
