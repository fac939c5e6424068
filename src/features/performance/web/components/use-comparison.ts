import { useSearch } from '../../../../ui/navigation.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { isWaitedFor } from './waiting-for.ts'

/** Which earlier version the document is compared with, kept in the address; `now` shows the present one alone. */
export function useComparison(view: DocumentView) {
  const { get, set } = useSearch()
  const versions = comparable(view)
  const asked = get('from')
  const from = asked === undefined ? byDefault(view, versions) : versions.find((one) => String(one) === asked)
  const query = useApiQuery({
    key: [...keys.document(view.id), 'comparison', from, view.version],
    enabled: from !== undefined,
    load: (signal) =>
      api('GET /api/performance/documents/:id/comparison', {
        params: { id: view.id },
        query: { from: from ?? 1 },
        signal,
      }),
  })
  return {
    versions,
    from,
    query,
    compareWith: (number: number) => set({ from: String(number) }),
    showPresent: () => set({ from: 'now' }),
  }
}

export type Comparison = NonNullable<ReturnType<typeof useComparison>['query']['data']>

/** Earlier versions: while a version waits or stands agreed it is the present one, and is not compared with itself. */
function comparable({ submissions, status }: DocumentView): readonly number[] {
  const numbers = submissions.map((one) => one.number).toSorted((a, b) => a - b)
  const presentIsSent = status !== 'draft' && status !== 'returned' && status !== 'amending'
  return presentIsSent ? numbers.slice(0, -1) : numbers
}

/** Whoever decides on a version that comes after a return looks first at what changed. */
function byDefault(view: DocumentView, versions: readonly number[]): number | undefined {
  const decides = view.status === 'submitted' && isWaitedFor(view) && !view.parts.includes('employee')
  return decides ? versions.at(-1) : undefined
}
