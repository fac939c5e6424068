import { useQueryClient } from '@tanstack/react-query'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import { keys, shownElsewhere } from '../api.ts'
import { sendTyped } from './unsent.ts'

type Work = (version: number) => Promise<AssessmentView>
type Change = {
  /** `onDone` gets the assessment as the server then has it. */
  readonly make: (work: Work, onDone?: (view: AssessmentView) => void) => void
  readonly pending: boolean
  /** Why the last try was refused. */
  readonly problem: ApiProblem | null
  readonly forget: () => void
}

/**
 * Changes one assessment upon the version that the reader has before the eyes. Where somebody was faster, nothing is
 * done: the newest version is fetched and shown, and a notice says who. `tells`: every refusal is a notice, where no form
 * stands to show it.
 */
export function useChange(
  view: Pick<AssessmentView, 'documentId' | 'version'>,
  { tells = false }: { readonly tells?: boolean } = {},
): Change {
  const queries = useQueryClient()
  const mutation = useApiMutation({
    send: async ({ work }: { work: Work; onDone?: ((view: AssessmentView) => void) | undefined }) => {
      await sendTyped(view.documentId)
      return work(queries.getQueryData<AssessmentView>(keys.document(view.documentId))?.version ?? view.version)
    },
    refresh: shownElsewhere,
    onDone: (changed, { onDone }) => {
      queries.setQueryData(keys.document(view.documentId), changed)
      onDone?.(changed)
    },
    onProblem: (problem) => {
      if (tells || problem.status === 412) notifyProblem(problem)
      if (problem.status !== 412) return
      for (const queryKey of [keys.document(view.documentId), ...shownElsewhere])
        void queries.invalidateQueries({ queryKey })
    },
  })
  return {
    make: (work, onDone) => mutation.mutate({ work, onDone }),
    pending: mutation.isPending,
    problem: mutation.error,
    forget: () => mutation.reset(),
  }
}
