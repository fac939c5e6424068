import { useMemo } from 'react'
import { useSearch } from './navigation.ts'

export type Sort = { readonly column: string; readonly direction: 'ascending' | 'descending' }

export type ListState = {
  /** What is typed in the search field. */
  readonly q: string
  readonly sort: Sort | undefined
  /** Where the page begins; undefined on the first. */
  readonly cursor: string | undefined
  readonly filter: (name: string) => string | undefined
  readonly setQ: (q: string) => void
  readonly setSort: (sort: Sort | undefined) => void
  readonly setCursor: (cursor: string | undefined) => void
  /** Several filters at once; an empty value takes one off. Back to the first page. */
  readonly setFilters: (filters: Readonly<Record<string, string | null | undefined>>) => void
}

/** Search, sort, filters and page of a list, kept in the address, so that a list can be linked and gone back to. */
export function useListState({ defaultSort }: { readonly defaultSort?: Sort } = {}): ListState {
  const { get, set } = useSearch()
  const sortText = get('sort')
  const sort = useMemo<Sort | undefined>(() => {
    if (!sortText) return defaultSort
    return sortText.startsWith('-')
      ? { column: sortText.slice(1), direction: 'descending' }
      : { column: sortText, direction: 'ascending' }
  }, [sortText, defaultSort])
  return {
    q: get('q') ?? '',
    sort,
    cursor: get('cursor'),
    filter: get,
    setQ: (q) => set({ q, cursor: null }),
    setSort: (next) =>
      set({ sort: next && (next.direction === 'descending' ? `-${next.column}` : next.column), cursor: null }),
    setCursor: (cursor) => set({ cursor }),
    setFilters: (filters) => set({ ...filters, cursor: null }),
  }
}
