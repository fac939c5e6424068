import { useState } from 'react'
import { useSearch } from '../../../../ui/navigation.ts'

/** Page by page through a list whose server knows only what comes next; the place stands in the address. */
export function usePages(next: string | null | undefined) {
  const { get, set } = useSearch()
  const [before, setBefore] = useState<readonly (string | null)[]>([])
  const cursor = get('cursor')
  return {
    cursor,
    onNext: next
      ? () => {
          setBefore([...before, cursor ?? null])
          set({ cursor: next })
        }
      : undefined,
    onPrevious: cursor
      ? () => {
          set({ cursor: before.at(-1) ?? null })
          setBefore(before.slice(0, -1))
        }
      : undefined,
  }
}
