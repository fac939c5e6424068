import type { DivisionPlan } from '../domain/import-divisions.ts'
import { type PeriodChange, setFrom } from '../domain/periods.ts'
import { addDivisions, bumpDivisions, refreshPaths } from '../repository/divisions.ts'
import { type Facts, periodsOf, savePeriods } from '../repository/periods.ts'
import { divisionIdsOf } from '../views/import-world.ts'
import { type Act, todayOf } from './act.ts'

type Fact = Facts['division']

/** Writes a plan that has no problems, a few statements for the whole file. A closed division's code opens it again. */
export async function importDivisions(request: Act & { plan: DivisionPlan; on: string }): Promise<void> {
  const { plan, on, now, tx, newId } = request
  const rows = [...plan.added, ...plan.changed]
  const codes = rows.flatMap(({ code, parentCode }) => (parentCode === null ? [code] : [code, parentCode]))
  const ids = await divisionIdsOf(tx, { codes: [...new Set(codes)] })
  const fresh = plan.added.filter(({ code }) => !ids.has(code)).map(({ code }) => ({ id: newId(), code }))
  for (const { id, code } of fresh) ids.set(code, id)
  await addDivisions(tx, { divisions: fresh, now })
  const idOf = (code: string): string => {
    const id = ids.get(code)
    if (!id) throw new Error('a planned division has no id')
    return id
  }
  const periods = await periodsOf(
    tx,
    'division',
    rows.map(({ code }) => idOf(code)),
  )
  const changes = rows.map(({ code, kind, name, parentCode }): { owner: string; change: PeriodChange<Fact> } => {
    const owner = idOf(code)
    const fact = { kind, name, parentId: parentCode === null ? null : idOf(parentCode) }
    return { owner, change: setFrom(periods.get(owner) ?? [], { id: newId(), from: on, fact }) }
  })
  await savePeriods(tx, 'division', changes)
  await bumpDivisions(
    tx,
    plan.changed.map(({ id }) => id),
  )
  await refreshPaths(tx, { on: await todayOf(request) })
}
