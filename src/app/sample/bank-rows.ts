import { addRow, type Rows } from './copy.ts'
import { idIn, type Organization } from './organization-rows.ts'
import type { OwnedNode } from './plan-rows.ts'
import { leading, type PoolObjective, workFor } from './work-pool.ts'

type Request = {
  readonly organization: Organization
  readonly nodes: readonly OwnedNode[]
  readonly by: string
  readonly at: Date
  readonly ids: () => string
}

/** Fills the objectives bank with the work of each division; answers the ids by title. */
export function addBank(rows: Rows, { organization, nodes, by, at, ids }: Request): Map<string, string> {
  const found = new Map<string, string>()
  const add = (work: PoolObjective, divisionCode: string | null) => {
    if (found.has(work.title)) return
    const id = ids()
    found.set(work.title, id)
    const node = nodes.find((one) => one.ownerCode === divisionCode && one.kind === 'programme')
    addRow(rows, 'bank_objectives', {
      id,
      title: work.title,
      class: work.class,
      division_id: divisionCode === null ? null : idIn(organization.divisionIds, divisionCode),
      plan_node_id: work.class === 'annual_plan' ? (node?.nodeId ?? null) : null,
      created_at: at,
      created_by: by,
    })
    for (const [place, result] of work.results.entries()) {
      // A date of one cycle says nothing in the next: only its kind is kept.
      const [below, meets, exceeds] = result.dataType === 'date' ? [null, null, null] : result.targets.map(String)
      addRow(rows, 'bank_key_results', {
        id: ids(),
        bank_objective_id: id,
        position: place + 1,
        statement: result.statement,
        data_type: result.dataType,
        target_below: below ?? null,
        target_meets: meets ?? null,
        target_exceeds: exceeds ?? null,
      })
    }
  }
  const people = organization.people.filter((person) => person.inScope)
  for (const code of new Set(people.map((person) => person.division.split('-')[0] ?? ''))) {
    for (const work of workFor(code)) add(work, code)
  }
  for (const work of leading) add(work, null)
  return found
}
