import { client } from '../../../ui/client.ts'
import type { contract, DocumentView } from '../schema.ts'

export const api = client<typeof contract>()

export const keys = {
  all: ['performance'] as const,
  document: (id: string) => ['performance', 'document', id] as const,
}

export function loadDocument(id: string, signal?: AbortSignal): Promise<DocumentView> {
  return api('GET /api/performance/documents/:id', { params: { id }, ...(signal && { signal }) })
}
