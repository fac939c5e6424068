import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type ApiProblem, toProblem } from './api-problem.ts'

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, thrown) => failures < 2 && toProblem(thrown).status >= 502,
        throwOnError: false,
      },
      mutations: { retry: false },
    },
  })
}

type ApiQuery<T> = {
  /** Starts with the feature's name, such as `['performance', 'document', id]`. */
  readonly key: QueryKey
  readonly load: (signal: AbortSignal) => Promise<T>
  readonly enabled?: boolean
  /** Keeps the last page of a list in sight while the next one loads. */
  readonly keepPrevious?: boolean
  /** Milliseconds between quiet refreshes. */
  readonly every?: number
}

/** Reads from the server: `{ data, error, isPending, refetch }`, with `error` as `ApiProblem`. */
export function useApiQuery<T>({
  key,
  load,
  enabled = true,
  keepPrevious,
  every,
}: ApiQuery<T>): UseQueryResult<T, ApiProblem> {
  return useQuery<T, ApiProblem>({
    queryKey: key,
    queryFn: ({ signal }) => load(signal).catch(rethrow),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData as never }),
    ...(every && { refetchInterval: every }),
  })
}

type ApiMutation<T, V> = {
  readonly send: (variables: V) => Promise<T>
  /** Key prefixes that are read again after success. */
  readonly refresh?: readonly QueryKey[]
  readonly onDone?: (result: T, variables: V) => void
  readonly onProblem?: (problem: ApiProblem, variables: V) => void
}

/** Writes to the server: `{ mutate, mutateAsync, isPending, error, reset }`, with `error` as `ApiProblem`. */
export function useApiMutation<T, V = void>({
  send,
  refresh = [],
  onDone,
  onProblem,
}: ApiMutation<T, V>): UseMutationResult<T, ApiProblem, V> {
  const queries = useQueryClient()
  return useMutation<T, ApiProblem, V>({
    mutationFn: (variables) => send(variables).catch(rethrow),
    onSuccess: async (result, variables) => {
      onDone?.(result, variables)
      await Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (problem, variables) => onProblem?.(problem, variables),
  })
}

function rethrow(thrown: unknown): never {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
  throw toProblem(thrown)
}
