import { implement } from '../../platform/http/implement.ts'
import { delegationRoutes } from './routes/delegations.ts'
import { divisionRoutes } from './routes/divisions.ts'
import { employeeRoutes } from './routes/employees.ts'
import { entityRoutes } from './routes/entity.ts'
import { importRoutes } from './routes/imports.ts'
import { relationRoutes } from './routes/relations.ts'
import { contract } from './schema.ts'

export const routes = implement(contract, {
  ...entityRoutes,
  ...divisionRoutes,
  ...employeeRoutes,
  ...delegationRoutes,
  ...relationRoutes,
  ...importRoutes,
})
