import type { Rows } from './copy.ts'
import type { Organization } from './organization-rows.ts'
import type { Person } from './people.ts'

export type Place = { readonly divisionId: string; readonly postId: string; readonly level: number }

/** Who stood where on a day, read from the rows that say so. */
export type ServiceRecord = {
  /** The same person with the line of that day above. */
  readonly asOf: (person: Person, day: string) => Person
  readonly placeOf: (person: Person, day: string) => Place | null
  /** The first day in another division between two days, null for who stayed. */
  readonly movedBetween: (person: Person, from: string, to: string) => string | null
}

type Span = { readonly valid_from: string; readonly valid_to?: string | null }

export function serviceRecord(
  rows: Rows,
  { people, leavers }: Pick<Organization, 'people' | 'leavers'>,
): ServiceRecord {
  const persons = new Map([...people, ...leavers].map((person) => [person.id, person]))
  const supervisions = byEmployee(
    (rows.supervisions ?? []) as (Span & { employee_id: string; supervisor_id: string })[],
  )
  const assignments = byEmployee(
    (rows.assignments ?? []) as (Span & { employee_id: string; division_id: string; post_id: string; level: number })[],
  )
  const asOf = (person: Person, day: string): Person => {
    const id = on(supervisions.get(person.id), day)?.supervisor_id
    const supervisor = (id ? persons.get(id) : undefined) ?? person.supervisor
    return { ...person, supervisor: supervisor && asOf(supervisor, day) }
  }
  return {
    asOf,
    placeOf: (person, day) => {
      const found = on(assignments.get(person.id), day)
      return found ? { divisionId: found.division_id, postId: found.post_id, level: found.level } : null
    },
    movedBetween: (person, from, to) => {
      const [before, after] = [from, to].map((day) => on(assignments.get(person.id), day))
      return before && after && before.division_id !== after.division_id ? after.valid_from : null
    },
  }
}

function on<T extends Span>(spans: readonly T[] | undefined, day: string): T | undefined {
  return spans?.find((span) => span.valid_from <= day && (!span.valid_to || day <= span.valid_to))
}

function byEmployee<T extends { readonly employee_id: string }>(list: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of list) {
    const own = found.get(one.employee_id)
    if (own) own.push(one)
    else found.set(one.employee_id, [one])
  }
  return found
}
