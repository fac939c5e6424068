import { client } from '../../../ui/client.ts'
import { useApiQuery } from '../../../ui/query.ts'
import type { contract, Plan } from '../schema.ts'

type Name = { readonly ar: string; readonly en: string }

/** A node of the annual plan for those who choose one: where it stands, and whose it is. */
export type PlanNode = {
  readonly id: string
  readonly code: string
  readonly title: Name
  readonly kind: 'objective' | 'programme' | 'initiative' | 'project'
  readonly status: 'approved' | 'preliminary'
  readonly parentId: string | null
  readonly depth: number
  readonly owner: Name | null
  readonly ownerDivisionId: string | null
}

const api = client<typeof contract>()

/** The plan in force in a year, each node followed by what stands below it. */
export function usePlanNodes(year: number) {
  return useApiQuery({
    key: ['annualPlan', 'nodes', year],
    load: async (signal) => inTreeOrder(await api('GET /api/plan', { query: { year }, signal })),
  })
}

function inTreeOrder({ version, nodes }: Plan): readonly PlanNode[] {
  const status = version?.status === 'approved' ? 'approved' : 'preliminary'
  const below = Map.groupBy(nodes, (node) => node.parentId)
  const walk = (parentId: string | null, depth: number): PlanNode[] =>
    (below.get(parentId) ?? []).flatMap(({ id, code, title, kind, owner }) => [
      {
        id,
        code,
        title,
        kind,
        status,
        parentId,
        depth,
        owner: owner?.name ?? null,
        ownerDivisionId: owner?.id ?? null,
      },
      ...walk(id, depth + 1),
    ])
  return walk(null, 0)
}
