import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { oneKey, type SupportCase } from '../api.ts'

type CaseAct<V> = {
  readonly id: string
  readonly send: (variables: V) => Promise<SupportCase>
  readonly done: string
  readonly onDone?: () => void
}

/** One act on a case: the answer is the case as it now stands; when somebody else was quicker the newest is fetched. */
export function useCaseAct<V = void>({ id, send, done, onDone }: CaseAct<V>) {
  const queries = useQueryClient()
  return useApiMutation<SupportCase, V>({
    send,
    refresh: [['low-performance', 'list'], ['low-performance', 'mine'], ['inbox'], ['home']],
    onDone: (found) => {
      queries.setQueryData(oneKey(id), found)
      notifyDone(done)
      onDone?.()
    },
    onProblem: (problem) => {
      if (problem.status === 412) void queries.invalidateQueries({ queryKey: oneKey(id) })
    },
  })
}
