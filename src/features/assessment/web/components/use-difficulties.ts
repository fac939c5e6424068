import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, toProblem } from '../../../../ui/api-problem.ts'
import type { AssessmentView } from '../../schema.ts'
import { api, type Difficulty, keys } from '../api.ts'
import type { Saved } from './autosave.ts'

export type DifficultyDraft = Pick<Difficulty, 'kind' | 'body' | 'keyResultId' | 'resolution'> & {
  readonly id?: string
}
type All = { readonly none: boolean; readonly items: readonly DifficultyDraft[] }
/** Does something upon the version of what is typed on the page; null when it could not be done. */
type Run = <T extends Saved>(work: (version: number) => Promise<T>) => Promise<T | null>

/** The answers to the prompt about difficulties, saved whole. */
export function useDifficulties(view: AssessmentView, run?: Run) {
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const { documentId } = view
  const save = async ({ none, items }: All, onDone?: () => void): Promise<void> => {
    if (!run) return
    setPending(true)
    setProblem(null)
    const body = {
      none,
      items: items.map(({ id, kind, body, keyResultId, resolution }) => ({
        ...(id && { id }),
        kind,
        body,
        keyResultId,
        resolution,
      })),
    }
    const saved = await run((version) =>
      api('PUT /api/assessments/:documentId/difficulties', { params: { documentId }, body, version }).catch(
        (thrown: unknown) => {
          setProblem(toProblem(thrown))
          throw thrown
        },
      ),
    )
    setPending(false)
    if (!saved) return
    queries.setQueryData<AssessmentView>(
      keys.document(documentId),
      (before) =>
        before && {
          ...before,
          version: saved.version,
          noDifficulties: saved.noDifficulties,
          difficulties: saved.difficulties,
          problems: before.problems.filter(({ path }) => path !== 'difficulties'),
        },
    )
    onDone?.()
    void queries.invalidateQueries({ queryKey: keys.document(documentId) })
  }
  return { save: (all: All, onDone?: () => void) => void save(all, onDone), pending, problem }
}
