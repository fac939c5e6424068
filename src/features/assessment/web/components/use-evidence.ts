import { useQueryClient } from '@tanstack/react-query'
import { toProblem } from '../../../../ui/api-problem.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { SendFile } from '../../../../ui/uploads.ts'
import type { AssessmentView } from '../../schema.ts'
import { api, type Evidence, keys, type Line, sendEvidence } from '../api.ts'

/** Adds and removes the files of one line; what is being typed beside them is not disturbed. */
export function useEvidence(documentId: string, keyResultId: string): { send: SendFile; remove: (id: string) => void } {
  const queries = useQueryClient()
  const change = (work: (line: Line) => Line) =>
    queries.setQueryData<AssessmentView>(
      keys.document(documentId),
      (view) =>
        view && {
          ...view,
          objectives: view.objectives.map((objective) => ({
            ...objective,
            lines: objective.lines.map((line) => (line.keyResultId === keyResultId ? work(line) : line)),
          })),
        },
    )
  const settle = () => void queries.invalidateQueries({ queryKey: keys.document(documentId) })
  return {
    send: async (file, how) => {
      const kept = (await sendEvidence({ documentId, keyResultId })(file, how)) as Evidence
      change((line) => ({ ...line, evidence: [...line.evidence.filter(({ id }) => id !== kept.id), kept] }))
      settle()
    },
    remove: (evidenceId) => {
      api('DELETE /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId', {
        params: { documentId, keyResultId, evidenceId },
      })
        .then(() => {
          change((line) => ({ ...line, evidence: line.evidence.filter(({ id }) => id !== evidenceId) }))
          settle()
        })
        .catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
    },
  }
}
