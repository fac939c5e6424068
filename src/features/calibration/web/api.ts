import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import { useApiQuery } from '../../../ui/query.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

export const keys = {
  all: ['calibration'] as const,
  years: ['calibration', 'years'] as const,
  year: (year: number) => ['calibration', 'year', year] as const,
  people: (year: number) => ['calibration', 'people', year] as const,
  data: (year: number) => ['calibration', 'data', year] as const,
  fairness: (year: number) => ['calibration', 'fairness', year] as const,
  integrity: (year: number) => ['calibration', 'integrity', year] as const,
  case: (id: string) => ['calibration', 'case', id] as const,
  sitting: (id: string) => ['calibration', 'sitting', id] as const,
}

/** A judgement, a decision or a signature shows in the lists, the inbox and the numbers of the menu too. */
export const shownElsewhere = [keys.all, ['inbox'], ['home'], ['me']]

export type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>
export type Frozen = Answer<'GET /api/calibration/:year/data'>

/** In how many open cases I may not judge; null for those who do not judge at all. */
export function useMyConflicts(year: number, judges: boolean): number | null {
  const open = useApiQuery({
    key: [...keys.all, 'cases', year],
    enabled: judges,
    load: (signal) =>
      api('GET /api/calibration/:year/cases', { params: { year }, query: { status: 'open', limit: 200 }, signal }),
  })
  return open.data ? open.data.cases.filter((one) => one.recused !== null).length : null
}

/** The year's work; asked again quietly while the tests of fairness run. */
export function useWorkbench(year: number, { every }: { readonly every?: number } = {}) {
  return useApiQuery({
    key: keys.year(year),
    load: (signal) => api('GET /api/calibration/:year', { params: { year }, signal }),
    ...(every && { every }),
  })
}
