import { markTold } from '../repository/delegations.ts'
import { untoldDelegations } from '../views/delegations.ts'
import { directReportsOf } from '../views/lines.ts'
import { type Act, todayOf } from './act.ts'
import { connections } from './connections.ts'

/**
 * Tells delegator, delegate and the delegator's team of every delegation that has begun or ended and of which they do
 * not know yet (N-19). Each is told once, however often this runs.
 */
export async function tellDelegations({ now, tx, newId }: Omit<Act, 'actor'>): Promise<void> {
  const on = await todayOf({ tx, now })
  for (const delegation of await untoldDelegations(tx, { what: 'start', on })) {
    const affected = await directReportsOf(tx, { supervisorId: delegation.delegatorId, on })
    await connections().delegationStarted?.(tx, { delegation, affected, newId, now })
    await markTold(tx, { id: delegation.id, what: 'start', now })
  }
  for (const delegation of await untoldDelegations(tx, { what: 'end', on })) {
    const affected = await directReportsOf(tx, { supervisorId: delegation.delegatorId, on })
    const revoked = delegation.revokedOn !== null
    await connections().delegationEnded?.(tx, { delegation, affected, revoked, newId, now })
    await markTold(tx, { id: delegation.id, what: 'end', now })
  }
}
