import { codeCell, dateCell, digitsCell, patterns, textCell, wordCell } from './import-cells.ts'
import { type Finding, Findings, type ImportRow } from './import-findings.ts'
import { readGender, readLevel, readYesNo } from './import-words.ts'
import { loopsIn } from './loops.ts'
import type { Gender, Name } from './vocabulary.ts'

export type EmployeeFacts = {
  readonly civilNumber: string
  readonly employeeNumber: string | null
  readonly name: Name
  readonly gender: Gender
  readonly hiredOn: string
  readonly phone: string | null
  readonly email: string | null
}
export type Placement = { readonly divisionId: string; readonly postId: string; readonly level: number }

/** A person of the entity as of the day of the import. */
export type KnownEmployee = EmployeeFacts & {
  readonly id: string
  readonly exitedOn: string | null
  readonly placement: Placement | null
  readonly supervisorId: string | null
}

export type ImportWorld = {
  /** The day from which the file's facts hold. */
  readonly on: string
  readonly employees: readonly KnownEmployee[]
  /** Codes of divisions and posts that stand on the day, with their ids. */
  readonly divisions: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, string>
  /** Division id to the id of its head on the day. */
  readonly heads: ReadonlyMap<string, string>
  /** Civil numbers of the file that cannot be taken. Where they are registered is nobody's business here. */
  readonly takenElsewhere: ReadonlySet<string>
}

/** One person to write. The supervisor is named by civil number, since both may be new. */
export type PlannedEmployee = EmployeeFacts & {
  readonly line: number
  readonly placement: Placement
  readonly supervisorCivilNumber: string | null
  readonly heads: boolean
}
export type EmployeePlan = {
  readonly findings: readonly Finding[]
  readonly added: readonly PlannedEmployee[]
  readonly changed: readonly (PlannedEmployee & { readonly before: KnownEmployee })[]
  readonly unchanged: number
}

type Read = ReturnType<typeof readRow> & { readonly row: ImportRow }

/** What a file of employees would do. Empty phone, e-mail, number and supervisor of a known person keep what was. */
export function planEmployees(rows: readonly ImportRow[], world: ImportWorld): EmployeePlan {
  const findings = new Findings()
  const known = new Map(world.employees.map((employee) => [employee.civilNumber, employee]))
  const read: Read[] = rows.map((row) => ({ row, ...readRow(row, world, findings) }))
  const unique = refuseRepeats(read, known, world, findings)
  const supervisors = resolveSupervisors(read, world, findings)
  reportLoops(read, supervisors, world, findings)
  refuseTwoHeads(read, findings)

  const civilNumberOf = new Map(world.employees.map(({ id, civilNumber }) => [id, civilNumber]))
  const added: PlannedEmployee[] = []
  const changed: EmployeePlan['changed'][number][] = []
  let unchanged = 0
  for (const one of read) {
    const before = one.civilNumber === null ? undefined : known.get(one.civilNumber)
    const supervisor = supervisors.get(one) ?? null
    if (!before && supervisor === null && one.supervisor === null && one.heads !== true) {
      findings.notice(one.row, 'supervisor', 'without_supervisor')
    }
    const planned = plannedOf(one, supervisor, before)
    if (!planned || !unique.has(one)) continue
    if (!before) added.push(planned)
    else if (isSame(before, planned, { civilNumberOf, heads: world.heads })) unchanged += 1
    else changed.push({ ...planned, before })
  }
  return { findings: findings.all, added, changed, unchanged }
}

function readRow(row: ImportRow, world: ImportWorld, findings: Findings) {
  const asked = { row, findings, required: true }
  const lookUp = (column: string, codes: ReadonlyMap<string, string>, code: 'unknown_division' | 'unknown_post') => {
    const value = codeCell({ ...asked, column })
    if (value === null) return null
    return codes.get(value) ?? findings.problem(row, column, code, { value })
  }
  const optional = { row, findings }
  return {
    civilNumber: digitsCell({
      ...asked,
      column: 'civilNumber',
      pattern: patterns.civilNumber,
      code: 'not_a_civil_number',
    }),
    employeeNumber: digitsCell({
      ...optional,
      column: 'employeeNumber',
      pattern: patterns.employeeNumber,
      code: 'not_an_employee_number',
    }),
    nameAr: textCell({ ...asked, column: 'nameAr', min: 2, max: 200 }),
    nameEn: textCell({ ...asked, column: 'nameEn', min: 2, max: 200 }),
    gender: wordCell({ ...asked, column: 'gender', read: readGender, code: 'not_a_gender' }),
    hiredOn: dateCell({ ...asked, column: 'hiredOn' }),
    divisionId: lookUp('division', world.divisions, 'unknown_division'),
    postId: lookUp('post', world.posts, 'unknown_post'),
    level: wordCell({ ...asked, column: 'level', read: readLevel, code: 'not_a_level' }),
    supervisor: digitsCell({
      ...optional,
      column: 'supervisor',
      pattern: patterns.employeeNumber,
      code: 'unknown_supervisor',
    }),
    heads: wordCell({ ...optional, column: 'heads', read: readYesNo, code: 'not_a_yes_or_no' }),
    phone: digitsCell({ ...optional, column: 'phone', pattern: patterns.phone, code: 'not_a_phone' }),
    email: digitsCell({ ...optional, column: 'email', pattern: patterns.email, code: 'not_an_email' }),
  }
}

/** Rows whose numbers are free to take; of repeated rows only the first. */
function refuseRepeats(
  read: readonly Read[],
  known: ReadonlyMap<string, KnownEmployee>,
  world: ImportWorld,
  findings: Findings,
): ReadonlySet<Read> {
  const owners = new Map<string, string>()
  for (const one of world.employees) if (one.employeeNumber) owners.set(one.employeeNumber, one.civilNumber)
  const lines = { civilNumber: new Map<string, number>(), employeeNumber: new Map<string, number>() }
  const unique = new Set<Read>()
  for (const one of read) {
    let free = true
    for (const column of ['civilNumber', 'employeeNumber'] as const) {
      const value = one[column]
      if (value === null) continue
      const first = lines[column].get(value)
      if (first === undefined) lines[column].set(value, one.row.line)
      else {
        findings.problem(one.row, column, 'twice_in_file', { value, other: first })
        free = false
      }
    }
    const owner = one.employeeNumber === null ? undefined : owners.get(one.employeeNumber)
    if (owner !== undefined && owner !== one.civilNumber) {
      findings.problem(one.row, 'employeeNumber', 'number_of_another', { value: one.employeeNumber ?? '' })
    }
    if (one.civilNumber !== null) {
      const before = known.get(one.civilNumber)
      if (!before && world.takenElsewhere.has(one.civilNumber)) {
        findings.problem(one.row, 'civilNumber', 'registered_elsewhere')
      }
      if (before?.exitedOn && before.exitedOn < world.on) {
        findings.problem(one.row, 'civilNumber', 'employee_left', { day: before.exitedOn })
      }
    }
    if (free) unique.add(one)
  }
  return unique
}

/** The civil number of each row's supervisor, who may be named by civil or employee number, in the file or before. */
function resolveSupervisors(read: readonly Read[], world: ImportWorld, findings: Findings): ReadonlyMap<Read, string> {
  const people = new Map<string, { civilNumber: string; exitedOn: string | null }>()
  const put = (number: string | null, civilNumber: string, exitedOn: string | null) => {
    if (number !== null && !people.has(number)) people.set(number, { civilNumber, exitedOn })
  }
  for (const { civilNumber } of read) if (civilNumber) put(civilNumber, civilNumber, null)
  for (const { civilNumber, exitedOn } of world.employees) put(civilNumber, civilNumber, exitedOn)
  for (const one of read) if (one.civilNumber) put(one.employeeNumber, one.civilNumber, null)
  for (const one of world.employees) put(one.employeeNumber, one.civilNumber, one.exitedOn)
  const supervisors = new Map<Read, string>()
  for (const one of read) {
    if (one.supervisor === null) continue
    const found = people.get(one.supervisor)
    const value = one.supervisor
    if (!found) findings.problem(one.row, 'supervisor', 'unknown_supervisor', { value })
    else if (found.civilNumber === one.civilNumber) findings.problem(one.row, 'supervisor', 'own_supervisor')
    else if (found.exitedOn && found.exitedOn < world.on) {
      findings.problem(one.row, 'supervisor', 'supervisor_left', { value, day: found.exitedOn })
    } else supervisors.set(one, found.civilNumber)
  }
  return supervisors
}

/** Walks the lines as they would be after the import: rows of the file over what stands today. */
function reportLoops(
  read: readonly Read[],
  supervisors: ReadonlyMap<Read, string>,
  world: ImportWorld,
  findings: Findings,
): void {
  const civilNumberOf = new Map(world.employees.map(({ id, civilNumber }) => [id, civilNumber]))
  const above = new Map<string, string>()
  for (const { civilNumber, supervisorId } of world.employees) {
    const supervisor = supervisorId === null ? undefined : civilNumberOf.get(supervisorId)
    if (supervisor) above.set(civilNumber, supervisor)
  }
  const rows = new Map<string, Read>()
  for (const one of read) {
    const supervisor = supervisors.get(one)
    if (one.civilNumber === null || !supervisor || rows.has(one.civilNumber)) continue
    rows.set(one.civilNumber, one)
    above.set(one.civilNumber, supervisor)
  }
  for (const loop of loopsIn(above)) {
    const lines = loop.flatMap((civilNumber) => rows.get(civilNumber)?.row.line ?? [])
    for (const civilNumber of loop) {
      const one = rows.get(civilNumber)
      if (one) findings.problem(one.row, 'supervisor', 'supervisor_loop', { lines: lines.slice(0, 8).join('، ') })
    }
  }
}

function refuseTwoHeads(read: readonly Read[], findings: Findings): void {
  const first = new Map<string, number>()
  for (const { row, heads, divisionId } of read) {
    if (heads !== true || divisionId === null) continue
    const other = first.get(divisionId)
    if (other === undefined) first.set(divisionId, row.line)
    else findings.problem(row, 'heads', 'two_heads', { other })
  }
}

function plannedOf(one: Read, supervisor: string | null, before: KnownEmployee | undefined): PlannedEmployee | null {
  const { row, civilNumber, nameAr, nameEn, gender, hiredOn, divisionId, postId, level } = one
  if (civilNumber === null || nameAr === null || nameEn === null || gender === null || hiredOn === null) return null
  if (divisionId === null || postId === null || level === null) return null
  return {
    line: row.line,
    civilNumber,
    employeeNumber: one.employeeNumber ?? before?.employeeNumber ?? null,
    name: { ar: nameAr, en: nameEn },
    gender,
    hiredOn,
    phone: one.phone ?? before?.phone ?? null,
    email: one.email ?? before?.email ?? null,
    placement: { divisionId, postId, level },
    supervisorCivilNumber: supervisor,
    heads: one.heads === true,
  }
}

type Standing = Pick<ImportWorld, 'heads'> & { readonly civilNumberOf: ReadonlyMap<string, string> }

function isSame(before: KnownEmployee, after: PlannedEmployee, { heads, civilNumberOf }: Standing): boolean {
  const supervisor = civilNumberOf.get(before.supervisorId ?? '') ?? null
  return (
    before.employeeNumber === after.employeeNumber &&
    before.name.ar === after.name.ar &&
    before.name.en === after.name.en &&
    before.gender === after.gender &&
    before.hiredOn === after.hiredOn &&
    before.phone === after.phone &&
    before.email === after.email &&
    before.placement?.divisionId === after.placement.divisionId &&
    before.placement.postId === after.placement.postId &&
    before.placement.level === after.placement.level &&
    (after.supervisorCivilNumber === null || after.supervisorCivilNumber === supervisor) &&
    (!after.heads || heads.get(after.placement.divisionId) === before.id)
  )
}
