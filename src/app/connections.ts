import { connectAccounts, ensureIdentities, moveToCivilNumber } from '../features/accounts/public.ts'
import { connectInbox } from '../features/inbox/public.ts'
import { connectOrganization } from '../features/organization/public.ts'
import { policiesMe } from '../features/policies/public.ts'

/** Joins features that may not know each other: what an earlier one asks for, a later one gives. */
export function connectFeatures(): void {
  connectOrganization({
    employeesAdded: ensureIdentities,
    civilNumberCorrected: moveToCivilNumber,
  })
  connectAccounts({ me: [policiesMe], firstSteps: [] })
  connectInbox({ kinds: [], home: [] })
}
