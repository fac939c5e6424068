import type { Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../shared/actor.ts'
import { mayAdminister, mayReadPeople } from './policy.ts'
import { todayOf } from './usecases/act.ts'
import { leadsSomebody } from './views/lines.ts'

export { connectOrganization, type DelegationFact, type OrganizationEvents } from './usecases/connections.ts'
export { foundEntity } from './usecases/entity.ts'
export { actingFor, recordedAbsence } from './views/acting.ts'
export { employeeById, employeesByIds } from './views/cards.ts'
export {
  divisionsLedBy,
  everyoneBelow,
  headOfEntity,
  higherOfficialOf,
  isHeadOfEntity,
  lineAbove,
} from './views/lines.ts'
export { searchPeople as search } from './views/people.ts'
export { relationsOf } from './views/relations.ts'
export { ejadaTeam, employeesWithRole } from './views/roles.ts'

/** What the menu asks of this feature. */
export const organizationMe = {
  can: async (
    tx: Tx,
    { actor, now }: { readonly actor: Pick<Actor, 'roles' | 'employeeId'>; readonly now: Date },
  ): Promise<Record<string, boolean>> => {
    const leads =
      actor.employeeId !== null &&
      (await leadsSomebody(tx, { employeeId: actor.employeeId, on: await todayOf({ tx, now }) }))
    return {
      'organization.administer': mayAdminister(actor),
      'organization.readPeople': mayReadPeople(actor),
      'organization.delegate': leads || mayAdminister(actor),
    }
  },
}
