import { useQueryClient } from '@tanstack/react-query'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type Dossier, keys, type MoveName, shownElsewhere } from '../api.ts'

type Asked = {
  readonly move: MoveName
  readonly reasonCode?: string
  readonly reason?: string
  readonly memberIds?: string[]
}

/** Makes a move of a dossier and shows it as it then stands. */
export function useMove({ id, version }: Dossier, { onDone }: { readonly onDone: () => void }) {
  const { t } = useText()
  const queries = useQueryClient()
  return useApiMutation({
    send: (body: Asked) => api('POST /api/excellence/:id/moves', { params: { id }, version, body }),
    refresh: shownElsewhere,
    onDone: (dossier, { move }) => {
      queries.setQueryData(keys.one(id), dossier)
      notifyDone(t(`excellence.moved.${move}`))
      onDone()
    },
  })
}
