/** Why somebody is unfit to judge a person's result (AMB-30, 31). */
export const causes = ['self', 'line', 'below', 'declared', 'rated', 'voted', 'approved', 'signed'] as const
export type Cause = (typeof causes)[number]

export type Capacity = 'chair' | 'member' | 'secretary'
export type Member = { readonly memberId: string; readonly capacity: Capacity; readonly since: string }

/** What somebody had to do with the person or with the result. */
export type Involvement = { readonly personId: string; readonly cause: Cause }

export type Seat = Member & { readonly causes: readonly Cause[] }

/** The committee with the causes for which each member takes no part, in the order of `causes`. */
export function committeeFor(members: readonly Member[], involved: readonly Involvement[]): Seat[] {
  return members.map((member) => {
    const found = new Set(involved.filter(({ personId }) => personId === member.memberId).map(({ cause }) => cause))
    return { ...member, causes: causes.filter((cause) => found.has(cause)) }
  })
}

/** Those who may sit on a panel. The secretary keeps the record and does not judge. */
export function eligible(committee: readonly Seat[]): Seat[] {
  return committee.filter(({ capacity, causes: found }) => capacity !== 'secretary' && found.length === 0)
}

/** Who does the chair's work: the chair, or in a conflict the member who has served longest. */
export function actingChair(committee: readonly Seat[]): string | null {
  const fit = eligible(committee)
  const chair = fit.find(({ capacity }) => capacity === 'chair')
  const [eldest] = fit.toSorted((a, b) => order(a).localeCompare(order(b)))
  return (chair ?? eldest)?.memberId ?? null
}

export function actingSecretary(committee: readonly Seat[]): string | null {
  return (
    committee.find(({ capacity, causes: found }) => capacity === 'secretary' && found.length === 0)?.memberId ?? null
  )
}

function order({ since, memberId }: Member): string {
  return `${since} ${memberId}`
}
