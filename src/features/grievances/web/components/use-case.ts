import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { type Grievance, keys } from '../api.ts'

type CaseAct<V> = {
  readonly id: string
  readonly send: (variables: V) => Promise<Grievance>
  /** Said when it is done; nothing for what is done silently. */
  readonly done?: string
  readonly onDone?: () => void
}

/** One act on a case: the answer is the case as it now stands; when somebody else was quicker the newest is fetched. */
export function useCaseAct<V = void>({ id, send, done, onDone }: CaseAct<V>) {
  const queries = useQueryClient()
  return useApiMutation<Grievance, V>({
    send,
    refresh: [['grievances', 'list'], ['grievances', 'mine'], ['inbox'], ['home'], ['me']],
    onDone: (found) => {
      queries.setQueryData(keys.one(id), found)
      if (done) notifyDone(done)
      onDone?.()
    },
    onProblem: (problem) => {
      if (problem.status === 412 || problem.status === 404) void queries.invalidateQueries({ queryKey: keys.one(id) })
    },
  })
}
