import type { EmployeePlan, PlannedEmployee } from '../domain/import-employees.ts'
import { type PeriodChange, setFrom } from '../domain/periods.ts'
import { bumpDivisions } from '../repository/divisions.ts'
import { addEmployees, saveEmployees } from '../repository/employees.ts'
import { type FactKind, type Facts, type PeriodOf, periodsOf, savePeriods } from '../repository/periods.ts'
import { idsOfCivilNumbers } from '../views/import-world.ts'
import type { Act } from './act.ts'
import { connections } from './connections.ts'

type Import = Act & { readonly plan: EmployeePlan; readonly on: string }
type Placed = PlannedEmployee & { readonly id: string; readonly supervisorId: string | null; readonly from: string }

/** Writes a plan that has no problems, in statements of thousands of rows: 80,000 people are one request. */
export async function importEmployees(request: Import): Promise<void> {
  const { plan, on, actor, now, tx, newId } = request
  const added = plan.added.map((person) => ({ ...person, id: newId() }))
  const changed = plan.changed.map((person) => ({ ...person, id: person.before.id }))
  const ids = new Map([...added, ...changed].map(({ civilNumber, id }) => [civilNumber, id]))
  const others = [...added, ...changed].flatMap(({ supervisorCivilNumber }) =>
    supervisorCivilNumber !== null && !ids.has(supervisorCivilNumber) ? [supervisorCivilNumber] : [],
  )
  for (const [civilNumber, id] of await idsOfCivilNumbers(tx, { civilNumbers: [...new Set(others)] })) {
    ids.set(civilNumber, id)
  }
  const place = <P extends PlannedEmployee>(person: P & { id: string }): P & Placed => ({
    ...person,
    supervisorId: person.supervisorCivilNumber === null ? null : (ids.get(person.supervisorCivilNumber) ?? null),
    from: person.hiredOn > on ? person.hiredOn : on,
  })
  const newcomers = added.map(place)
  const known = changed.map(place)
  await addEmployees(tx, { employees: newcomers, now })
  await saveEmployees(tx, known)
  await saveAssignments(request, newcomers, known)
  await saveSupervisions(request, newcomers, known)
  await saveHeadships(request, [...newcomers, ...known])
  if (newcomers.length > 0) {
    const employees = newcomers.map(({ id, civilNumber }) => ({ employeeId: id, civilNumber }))
    await connections().employeesAdded?.(tx, { entityId: actor.entityId, employees, newId, now })
  }
}

async function saveAssignments(
  { tx, newId }: Import,
  newcomers: readonly Placed[],
  known: readonly (Placed & EmployeePlan['changed'][number])[],
) {
  const moved = known.filter(
    ({ before, placement }) => JSON.stringify(before.placement, keys) !== JSON.stringify(placement, keys),
  )
  await setAll(
    tx,
    'assignment',
    newId,
    [...newcomers, ...moved].map(({ id, from, placement }) => ({ owner: id, from, fact: placement })),
    moved,
  )
}

async function saveSupervisions(
  { tx, newId }: Import,
  newcomers: readonly Placed[],
  known: readonly (Placed & EmployeePlan['changed'][number])[],
) {
  const moved = known.filter(
    ({ before, supervisorId }) => supervisorId !== null && supervisorId !== before.supervisorId,
  )
  const wishes = [...newcomers, ...moved].flatMap(({ id, from, supervisorId }) =>
    supervisorId === null ? [] : [{ owner: id, from, fact: { supervisorId } }],
  )
  await setAll(tx, 'supervision', newId, wishes, moved)
}

async function saveHeadships({ tx, newId }: Import, people: readonly Placed[]) {
  const heads = people.filter(({ heads }) => heads)
  const divisions = heads.map(({ placement }) => ({ id: placement.divisionId }))
  const wishes = heads.map(({ id, from, placement }) => ({
    owner: placement.divisionId,
    from,
    fact: { employeeId: id },
  }))
  await setAll(tx, 'headship', newId, wishes, divisions)
  await bumpDivisions(
    tx,
    divisions.map(({ id }) => id),
  )
}

const keys = ['divisionId', 'postId', 'level']

type Wish<K extends FactKind> = { readonly owner: string; readonly from: string; readonly fact: Facts[K] }

/** From its day on each wish holds; only owners that may have a history are read for it. */
async function setAll<K extends FactKind>(
  tx: Act['tx'],
  kind: K,
  newId: Act['newId'],
  wishes: readonly Wish<K>[],
  withHistory: readonly { readonly id: string }[],
): Promise<void> {
  const history = await periodsOf(
    tx,
    kind,
    withHistory.map(({ id }) => id),
  )
  const changes = wishes.map(({ owner, from, fact }): { owner: string; change: PeriodChange<Facts[K]> } => ({
    owner,
    change: setFrom<Facts[K]>((history.get(owner) ?? []) as PeriodOf<K>[], { id: newId(), from, fact }),
  }))
  await savePeriods(tx, kind, changes)
}
