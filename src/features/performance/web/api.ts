import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import { useApiQuery } from '../../../ui/query.ts'
import type { contract, DocumentView } from '../schema.ts'

export const api = client<typeof contract>()

export const keys = {
  all: ['performance'] as const,
  mine: ['performance', 'mine'] as const,
  approvals: ['performance', 'approvals'] as const,
  team: ['performance', 'team'] as const,
  cycles: ['performance', 'cycles'] as const,
  bank: ['performance', 'bank'] as const,
  document: (id: string) => ['performance', 'document', id] as const,
}

/** What a move changes beside the document itself: lists, the inbox, numbers in the menu. */
export const shownElsewhere = [keys.mine, keys.approvals, keys.team, ['inbox'], ['home'], ['me']]

export function loadDocument(id: string, signal?: AbortSignal): Promise<DocumentView> {
  return api('GET /api/performance/documents/:id', { params: { id }, ...(signal && { signal }) })
}

/** What waits for my decision, the most urgent first. */
export function useApprovals({ enabled = true } = {}) {
  return useApiQuery({
    key: keys.approvals,
    enabled,
    load: (signal) => api('GET /api/performance/approvals', { signal }),
  })
}

export type Approval = ClientResponseOf<(typeof contract)['GET /api/performance/approvals']>['items'][number]
export type BankObjective = ClientResponseOf<(typeof contract)['GET /api/performance/bank']>['items'][number]
