import type { ImportProblem, ReadNode } from './import-plan.ts'
import { mayStandBelow } from './node.ts'

/** What is wrong between the nodes: a missing parent, a loop, a kind in a wrong place, dates beyond the parent's. */
export function checkStructure(nodes: readonly ReadNode[]): ImportProblem[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  return nodes.flatMap((node) => {
    const problem = (code: string, params: ImportProblem['params'] = {}): ImportProblem[] => [
      { line: node.line, column: 'parent', code, params },
    ]
    if (node.kind === 'objective') {
      return node.parentCode ? problem('annual_plan.import_objective_has_parent') : []
    }
    if (!node.parentCode) return problem('annual_plan.import_parent_missing')
    const parent = byCode.get(node.parentCode)
    if (!parent) return problem('annual_plan.import_parent_unknown', { code: node.parentCode })
    if (isInLoop(node, byCode)) return problem('annual_plan.import_loop', { code: node.code })
    if (!mayStandBelow(node.kind, parent.kind)) {
      return problem('annual_plan.import_wrong_place', { kind: node.kind, parentKind: parent.kind })
    }
    return beyondParent(node, parent)
  })
}

function beyondParent(node: ReadNode, parent: ReadNode): ImportProblem[] {
  const early = node.startsOn && parent.startsOn && node.startsOn < parent.startsOn
  const late = node.endsOn && parent.endsOn && node.endsOn > parent.endsOn
  if (!early && !late) return []
  const column = early ? 'startsOn' : 'endsOn'
  return [{ line: node.line, column, code: 'annual_plan.import_beyond_parent', params: { code: parent.code } }]
}

function isInLoop(start: ReadNode, byCode: ReadonlyMap<string, ReadNode>): boolean {
  const seen = new Set<string>()
  let at: ReadNode | undefined = start
  while (at?.parentCode && !seen.has(at.code)) {
    seen.add(at.code)
    at = byCode.get(at.parentCode)
  }
  return at !== undefined && at.code === start.code && seen.has(start.code)
}
