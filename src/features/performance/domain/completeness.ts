import { wholeWeight } from '../../../shared/decimal.ts'
import { directionOf, parseQuantity, type Quantity } from '../../../shared/measure.ts'
import { isWithin } from '../../../shared/period.ts'
import type { Content, Cycle, DocumentLimits, KeyResult, Objective } from './document.ts'
import { parsedWeight, totalWeight, weightState } from './weights.ts'

/** Something that must be mended before sending (`blocks`), or that its readers should think about (`warns`). */
export type Problem = {
  /** `weights`, `objectives`, `objectives/<id>/title|links|keyResults`, `keyResults/<id>/statement|targets|weight`. */
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly severity: 'blocks' | 'warns'
}

type Rules = { readonly cycle: Pick<Cycle, 'startsOn' | 'endsOn'>; readonly limits: DocumentLimits }

/**
 * All that is wrong with a document, in the order of the page (F-04, BR-30..34, AMB-03, 06, 61, 65). The page shows it
 * while typing and the server asks it before sending: one rule, said once.
 */
export function problemsOf(content: Content, rules: Rules): Problem[] {
  const { objectives } = content
  if (objectives.length === 0) return [blocks('objectives', 'performance.no_objectives')]
  return [
    ...totalProblems(content),
    ...objectives.flatMap((objective) => objectiveProblems(objective, rules)),
    ...balanceWarnings(content, rules),
  ]
}

export function blockingProblems(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => problem.severity === 'blocks')
}

function totalProblems(content: Content): Problem[] {
  const state = weightState(totalWeight(content))
  if (state.kind === 'whole') return []
  return [blocks('weights', `performance.weights_${state.kind}`, { by: state.by })]
}

function objectiveProblems(objective: Objective, rules: Rules): Problem[] {
  const path = `objectives/${objective.id}`
  const found: Problem[] = []
  if (objective.title.trim() === '') found.push(blocks(`${path}/title`, 'performance.title_missing'))
  const alive = objective.links.filter((link) => link.status !== 'missing')
  if (objective.class === 'annual_plan' && alive.length === 0) {
    found.push(blocks(`${path}/links`, 'performance.plan_link_missing'))
  } else if (alive.length < objective.links.length) {
    found.push(warns(`${path}/links`, 'performance.plan_link_dropped'))
  }
  const { keyResults } = objective
  if (keyResults.length === 0) found.push(blocks(`${path}/keyResults`, 'performance.no_key_results'))
  const { min, max } = rules.limits.keyResults
  if (keyResults.length > max) found.push(warns(`${path}/keyResults`, 'performance.many_key_results', { max }))
  if (keyResults.length > 0 && keyResults.length < min) {
    found.push(warns(`${path}/keyResults`, 'performance.few_key_results', { min }))
  }
  return [...found, ...keyResults.flatMap((keyResult) => keyResultProblems(keyResult, rules))]
}

function keyResultProblems(keyResult: KeyResult, rules: Rules): Problem[] {
  const path = `keyResults/${keyResult.id}`
  const statement =
    keyResult.statement.trim() === '' ? [blocks(`${path}/statement`, 'performance.statement_missing')] : []
  return [...statement, ...targetProblems(keyResult, rules), ...weightProblems(keyResult, rules)]
}

/** Exactly one sentence about the three targets: the first thing that stands in the way. */
export function targetProblems({ id, dataType, targets }: KeyResult, { cycle }: Pick<Rules, 'cycle'>): Problem[] {
  const path = `keyResults/${id}/targets`
  const typed = ['below', 'meets', 'exceeds'] as const
  const read: Quantity[] = []
  for (const name of typed) {
    const value = targets[name]
    if (value === null || value.trim() === '') return [blocks(path, 'performance.targets_missing')]
    const parsed = parseQuantity(dataType, value)
    if (!parsed.ok) return [blocks(`${path}/${name}`, parsed.why)]
    if (dataType === 'date' && !isWithin(value, cycle)) {
      const params = { from: cycle.startsOn, to: cycle.endsOn }
      return [blocks(`${path}/${name}`, 'performance.date_outside_cycle', params)]
    }
    read.push(parsed.value)
  }
  const [below, meets, exceeds] = read as [Quantity, Quantity, Quantity]
  if (directionOf({ below, meets, exceeds }) !== null) return []
  if (below === meets) return [blocks(path, 'performance.targets_below_equals_meets')]
  if (meets === exceeds) return [blocks(path, 'performance.targets_meets_equals_exceeds')]
  return [blocks(path, 'performance.targets_not_ordered')]
}

function weightProblems({ id, weight }: KeyResult, { limits }: Rules): Problem[] {
  const path = `keyResults/${id}/weight`
  const parsed = parsedWeight(weight ?? '')
  if (!parsed.ok) return [blocks(path, parsed.why)]
  if (parsed.value === null) return [blocks(path, 'performance.weight_missing')]
  if (parsed.value === 0) return [blocks(path, 'performance.weight_not_positive')]
  const { min, max } = limits.weight
  if (parsed.value < min * 100) return [warns(path, 'performance.weight_small', { min })]
  return parsed.value > max * 100 ? [warns(path, 'performance.weight_large', { max })] : []
}

function balanceWarnings(content: Content, { limits }: Rules): Problem[] {
  const found: Problem[] = []
  const count = content.objectives.length
  const { min, max } = limits.objectives
  if (count < min) found.push(warns('objectives', 'performance.few_objectives', { min }))
  if (count > max) found.push(warns('objectives', 'performance.many_objectives', { max }))
  if (totalWeight(content) !== wholeWeight) return found
  if (totalWeight(content, 'annual_plan') === 0) found.push(warns('objectives', 'performance.no_plan_weight'))
  if (totalWeight(content, 'routine') > limits.routineMax * 100) {
    found.push(warns('objectives', 'performance.much_routine', { max: limits.routineMax }))
  }
  return found
}

function blocks(path: string, code: string, params?: Problem['params']): Problem {
  return { path, code, ...(params && { params }), severity: 'blocks' }
}

function warns(path: string, code: string, params?: Problem['params']): Problem {
  return { path, code, ...(params && { params }), severity: 'warns' }
}
