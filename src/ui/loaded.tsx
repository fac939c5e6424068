import type { ReactNode } from 'react'
import type { ApiProblem } from './api-problem.ts'
import { ErrorState } from './error-state.tsx'
import { PageSkeleton } from './skeleton.tsx'

type LoadedProps<T> = {
  readonly query: { readonly data: T | undefined; readonly error: ApiProblem | null; readonly refetch: () => unknown }
  readonly children: (data: T) => ReactNode
  /** What stands while loading; the shape of a page by default. */
  readonly waiting?: ReactNode
}

/** What a query brings: its shape while it loads, an honest error with a way back, then the content. */
export function Loaded<T>({ query, children, waiting }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ErrorState page problem={query.error} onRetry={() => query.refetch()} />
  return <>{waiting ?? <PageSkeleton />}</>
}
