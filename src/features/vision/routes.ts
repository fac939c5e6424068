import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import { readTree } from './views.ts'

export const routes = implement(contract, {
  'GET /api/vision': ({ tx }) => readTree(tx),
})
