import { useRef } from 'react'
import type { ListState } from '../../../../ui/list-state.ts'

type Steps = { readonly onPrevious: (() => void) | undefined; readonly onNext: (() => void) | undefined }

/** Steps through a list whose server knows only the next page: the way back is remembered here. */
export function usePages(list: Pick<ListState, 'cursor' | 'setCursor'>, next: string | null | undefined): Steps {
  const earlier = useRef<(string | undefined)[]>([])
  const { cursor, setCursor } = list
  return {
    onNext: next
      ? () => {
          earlier.current.push(cursor)
          setCursor(next)
        }
      : undefined,
    onPrevious: cursor ? () => setCursor(earlier.current.pop()) : undefined,
  }
}
