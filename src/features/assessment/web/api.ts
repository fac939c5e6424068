import type { ClientResponseOf } from '../../../shared/contract.ts'
import { address, client, upload } from '../../../ui/client.ts'
import { useApiQuery } from '../../../ui/query.ts'
import type { SendFile } from '../../../ui/uploads.ts'
import type { AssessmentView, contract } from '../schema.ts'

export const api = client<typeof contract>()

export const keys = {
  all: ['assessment'] as const,
  mine: ['assessment', 'mine'] as const,
  queue: ['assessment', 'queue'] as const,
  team: ['assessment', 'team'] as const,
  feedback: ['assessment', 'feedback'] as const,
  closing: (cycleId: string) => ['assessment', 'closing', cycleId] as const,
  document: (id: string) => ['assessment', 'document', id] as const,
}

/** What a move changes beside the assessment itself: lists, documents, the inbox, numbers in the menu. */
export const shownElsewhere = [keys.mine, keys.queue, keys.team, ['performance'], ['inbox'], ['home'], ['me']]

export function loadAssessment(documentId: string, signal?: AbortSignal): Promise<AssessmentView> {
  return api('GET /api/assessments/:documentId', { params: { documentId }, ...(signal && { signal }) })
}

export function useAssessment(documentId: string) {
  return useApiQuery({
    key: keys.document(documentId),
    load: (signal) => loadAssessment(documentId, signal),
  })
}

/** What of the closing waits for me, the most urgent first. */
export function useQueue({ enabled = true } = {}) {
  return useApiQuery({
    key: keys.queue,
    enabled,
    load: (signal) => api('GET /api/assessment/queue', { signal }),
  })
}

type OfLine = { readonly documentId: string; readonly keyResultId: string }

/** Sends a file of evidence; it changes no version, so that it can be on its way while one types. */
export function sendEvidence(params: OfLine): SendFile {
  return (file, how) =>
    upload<typeof contract, 'POST /api/assessments/:documentId/lines/:keyResultId/evidence'>(
      'POST /api/assessments/:documentId/lines/:keyResultId/evidence',
      file,
      { params, ...how },
    )
}

export const evidenceFile = 'GET /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId'

/** The address of the picture of a file of evidence. */
export function previewOf(params: OfLine & { readonly evidenceId: string }): string {
  return address(evidenceFile, { params, query: { preview: 'true' } }).url
}

export type Line = AssessmentView['objectives'][number]['lines'][number]
export type Evidence = Line['evidence'][number]
export type Correction = Line['corrections'][number]
export type Difficulty = AssessmentView['difficulties'][number]
export type QueueItem = ClientResponseOf<(typeof contract)['GET /api/assessment/queue']>['items'][number]
export type MyAssessments = ClientResponseOf<(typeof contract)['GET /api/assessments']>
export type FeedbackNote = AssessmentView['interimNotes'][number]
export type Closing = ClientResponseOf<(typeof contract)['GET /api/assessment/cycles/:id/closing']>
