import { useApiQuery } from '../../../../ui/query.ts'
import { api, keys } from '../api.ts'

export function useDossier(id: string) {
  return useApiQuery({
    key: keys.one(id),
    load: (signal) => api('GET /api/excellence/:id', { params: { id }, signal }),
  })
}
