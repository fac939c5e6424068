import { normalizeArabic } from '../../../shared/text.ts'
import type { Name, NodeKind } from './node.ts'

/** What the tree needs to know of a node. */
export type TreeNode = { readonly id: string; readonly parentId: string | null }

export type Branch<N extends TreeNode> = {
  readonly node: N
  readonly depth: number
  readonly children: readonly Branch<N>[]
}

/** The nodes as a forest, in the order in which they come. A node whose parent is absent stands at the root. */
export function forestOf<N extends TreeNode>(nodes: readonly N[]): Branch<N>[] {
  const known = new Set(nodes.map((node) => node.id))
  const below = Map.groupBy(nodes, (node) => (node.parentId && known.has(node.parentId) ? node.parentId : null))
  const grow = (parentId: string | null, depth: number): Branch<N>[] =>
    (below.get(parentId) ?? []).map((node) => ({ node, depth, children: grow(node.id, depth + 1) }))
  return grow(null, 0)
}

/** From the root down to the parent. */
export function ancestorsOf<N extends TreeNode>(nodes: readonly N[], id: string): N[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const line: N[] = []
  let at = byId.get(byId.get(id)?.parentId ?? '')
  while (at && !line.includes(at)) {
    line.unshift(at)
    at = byId.get(at.parentId ?? '')
  }
  return line
}

/** For each node, itself and everything below it. */
export function withDescendants(nodes: readonly TreeNode[]): Record<string, string[]> {
  const all: Record<string, string[]> = Object.fromEntries(nodes.map((node) => [node.id, [node.id]]))
  for (const { id } of nodes) for (const { id: above } of ancestorsOf(nodes, id)) all[above]?.push(id)
  return all
}

type Sought = TreeNode & {
  readonly code: string
  readonly kind: NodeKind
  readonly title: Name
  readonly owner: { readonly id: string } | null
  readonly serves: readonly { readonly priority: { readonly code: string } }[]
}

export type PlanFilter = {
  readonly text?: string | undefined
  readonly divisionId?: string | undefined
  readonly priority?: string | undefined
}

/** The nodes that match and those on the way to them, so that a match is never without its place. */
export function filtered<N extends Sought>(nodes: readonly N[], filter: PlanFilter): { shown: N[]; matches: number } {
  const wanted = normalizeArabic(filter.text ?? '').trim()
  const matches = nodes.filter(
    (node) =>
      (wanted === '' || normalizeArabic(`${node.code} ${node.title.ar} ${node.title.en}`).includes(wanted)) &&
      (!filter.divisionId || node.owner?.id === filter.divisionId) &&
      (!filter.priority || node.serves.some((link) => link.priority.code === filter.priority)),
  )
  const keep = new Set(matches.flatMap(({ id }) => [id, ...ancestorsOf(nodes, id).map((above) => above.id)]))
  return { shown: nodes.filter((node) => keep.has(node.id)), matches: matches.length }
}
