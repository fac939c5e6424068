import type { Contract } from '../../shared/contract.ts'
import { delegationContract } from './schema/delegations.ts'
import { divisionContract } from './schema/divisions.ts'
import { employeeContract } from './schema/employees.ts'
import { entityContract } from './schema/entity.ts'
import { importContract } from './schema/imports.ts'
import { relationContract } from './schema/relations.ts'

/** Everything that can be asked of the organization over HTTP. */
export const contract = {
  ...entityContract,
  ...divisionContract,
  ...employeeContract,
  ...delegationContract,
  ...relationContract,
  ...importContract,
} as const satisfies Contract
