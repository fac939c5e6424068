import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'

type Act<T, V> = {
  readonly send: (variables: V) => Promise<T>
  /** Said when it is done. */
  readonly done: string
  readonly onDone?: (result: T) => void
}

/**
 * One write of this feature: reads everything of the feature anew afterwards, and also when somebody else was quicker,
 * so that the next try meets the new version.
 */
export function useAct<T, V = void>({ send, done, onDone }: Act<T, V>) {
  const queries = useQueryClient()
  return useApiMutation<T, V>({
    send,
    refresh: [['organization']],
    onDone: (result) => {
      notifyDone(done)
      onDone?.(result)
    },
    onProblem: (problem) => {
      if (problem.code === 'http.changed_by_other') void queries.invalidateQueries({ queryKey: ['organization'] })
    },
  })
}
