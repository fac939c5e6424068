import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

export const keys = {
  all: ['policies'],
  year: (year: number) => ['policies', 'year', year],
  history: (key: string) => ['policies', 'history', key],
  proposal: (id: string) => ['policies', 'proposal', id],
  holidays: (year: number) => ['policies', 'holidays', year],
} as const

export type PolicyList = ClientResponseOf<(typeof contract)['GET /api/policies']>
export type PolicyItem = PolicyList['policies'][number]
export type ProposalItem = ClientResponseOf<(typeof contract)['GET /api/policies/proposals/:id']>
export type HolidayItem = ClientResponseOf<(typeof contract)['GET /api/holidays']>['holidays'][number]
