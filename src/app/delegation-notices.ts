import { notify } from '../features/inbox/public.ts'
import type { DelegationFact, OrganizationEvents } from '../features/organization/public.ts'
import { employeesByIds } from '../features/organization/public.ts'
import type { Tx } from '../platform/db/database.ts'
import type { NewId } from '../platform/db/ids.ts'

type Told = {
  readonly delegation: DelegationFact
  readonly affected: readonly string[]
  readonly newId: NewId
  readonly now: Date
}

/** Both sides and the staff concerned learn of a delegation that starts or ends (N-19). */
export const delegationNotices = {
  delegationStarted: (tx, fact) => tell(tx, 'delegation_started', fact),
  delegationEnded: (tx, fact) => tell(tx, fact.revoked ? 'delegation_revoked' : 'delegation_ended', fact),
} satisfies OrganizationEvents

async function tell(tx: Tx, what: string, { delegation, affected, newId, now }: Told): Promise<void> {
  const { delegatorId, delegateId, startsOn, endsOn } = delegation
  const people = await employeesByIds(tx, { ids: [delegatorId, delegateId] })
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? { ar: '', en: '' }
  await notify(tx, {
    recipients: [delegatorId, delegateId, ...affected],
    kind: `organization.${what}`,
    params: {
      delegator: nameOf(delegatorId),
      delegate: nameOf(delegateId),
      from: { day: startsOn },
      to: { day: endsOn },
    },
    newId,
    now,
  })
}
