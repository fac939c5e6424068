import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import * as identities from '../repository/identities.ts'

type Told = { readonly newId: NewId; readonly now: Date }
type Added = Told & { readonly employees: readonly { readonly employeeId: string; readonly civilNumber: string }[] }

/** New people of the running entity may sign in for the first time. Set by set: 100,000 at once take two statements. */
export async function ensureIdentities(tx: Tx, { employees, newId, now }: Added): Promise<void> {
  await identities.ensure(tx, { employees, newId, now })
}

type Corrected = Told & { readonly employeeId: string; readonly to: string }

/**
 * After a correction the employee signs in with the new number. Where the number belongs to somebody already, or the
 * identity is used in other entities too, the employee moves to the identity of the new number.
 */
export async function moveToCivilNumber(tx: Tx, { employeeId, to, newId, now }: Corrected): Promise<void> {
  const current = await identities.identityOfEmployee(tx, employeeId)
  if (!current) return ensureIdentities(tx, { employees: [{ employeeId, civilNumber: to }], newId, now })
  const taken = await identities.findByCivilNumber(tx, to)
  const links = await identities.entitiesOf(tx, current.id)
  if (!taken && links.length === 1) {
    await identities.renumber(tx, { identityId: current.id, civilNumber: to })
  } else {
    const toId = taken?.id ?? newId()
    if (!taken) await identities.add(tx, { id: toId, civilNumber: to, now })
    await identities.moveEmployee(tx, { employeeId, toId })
  }
  const subject = { type: 'employee', id: employeeId }
  audit.record(tx, { actor: null, action: 'accounts.civil_number_corrected', subject, at: now })
}
