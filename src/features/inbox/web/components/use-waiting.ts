import { useApiQuery } from '../../../../ui/query.ts'
import type { Timing } from '../../domain/timing.ts'
import { loadWaiting, type WaitingList } from '../api.ts'

type Asked = {
  readonly first: WaitingList
  readonly timing: Timing | undefined
  readonly kind: string | undefined
}

/** The list as it is filtered; the unfiltered one is already there. */
export function useWaiting({ first, timing, kind }: Asked): WaitingList {
  const filtered = timing !== undefined || kind !== undefined
  const query = { ...(timing && { timing }), ...(kind && { kind }) }
  const { data } = useApiQuery({
    key: ['inbox', 'list', query],
    load: (signal) => loadWaiting(query, signal),
    enabled: filtered,
    keepPrevious: true,
  })
  return (filtered && data) || first
}
