import { useApiMutation } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api } from '../api.ts'

/** Works in another entity. The page is loaded anew: nothing of the one that is left stays in memory. */
export function useEnterEntity() {
  const { mutate, isPending, variables } = useApiMutation({
    send: (entityId: string) => api('PUT /api/me/entity', { body: { entityId } }),
    onDone: () => location.assign('/'),
    onProblem: notifyProblem,
  })
  return { enter: mutate, entering: isPending ? variables : undefined }
}
