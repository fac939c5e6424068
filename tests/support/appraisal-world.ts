import { sql } from 'kysely'
import { storeCurve } from '../../src/features/appraisal/usecases/curve.ts'
import { moveYear } from '../../src/features/appraisal/usecases/year-moves.ts'
import { frozenPeople } from '../../src/features/appraisal/views/years.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity, withPlatform } from '../../src/platform/db/with-entity.ts'
import type { EntityActor } from '../../src/shared/actor.ts'
import { boundsOf, type CycleKind, periodsOfYear } from '../../src/shared/period.ts'
import type { Band } from '../../src/shared/ranks.ts'
import type { SignInRole } from '../../src/shared/roles.ts'

/** Sunday 18 January 2026, noon in Muscat. */
export const afterTheYear = new Date('2026-01-18T08:00:00Z')
export const year = 2025

export type NewPerson = {
  readonly id: string
  readonly hiredOn?: string
  readonly exitedOn?: string | null
  readonly inScope?: boolean
  readonly gender?: 'female' | 'male'
  readonly supervisorId?: string | null
}

/** An entity with one division and a post, and nothing else. */
export async function emptyEntity(db: Database) {
  const [entityId, division, post] = [newId(), newId(), newId()]
  await withPlatform(db, async (tx) => {
    await sql`INSERT INTO entities (id, code, name_ar, name_en, created_at)
              VALUES (${entityId}, ${`e-${entityId.slice(-12)}`}, 'وزارة التجربة', 'Trial Ministry', ${afterTheYear})`.execute(
      tx,
    )
  })
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withEntity(db, { entityId }, work)
  await run(async (tx) => {
    await sql`INSERT INTO divisions (id, code, created_at) VALUES (${division}, 'D1', ${afterTheYear})`.execute(tx)
    await sql`INSERT INTO division_periods (id, division_id, kind, name_ar, name_en, valid_from)
              VALUES (${newId()}, ${division}, 'entity', 'الوزارة', 'The Ministry', '2020-01-01')`.execute(tx)
    await sql`INSERT INTO posts (id, code, title_ar, title_en, job_family, created_at)
              VALUES (${post}, 'P1', 'أخصائي', 'Specialist', 'specialist', ${afterTheYear})`.execute(tx)
  })
  let count = 0
  const addPeople = (people: readonly NewPerson[]) =>
    run(async (tx) => {
      for (const one of people) {
        count += 1
        await sql`INSERT INTO employees (id, civil_number, employee_number, name_ar, name_en, gender, hired_on, exited_on, in_scope, created_at)
                  VALUES (${one.id}, ${String(10_000_000 + count)}, ${String(count)}, ${`اسم ${count}`}, ${`Name ${count}`},
                          ${one.gender ?? 'female'}, ${one.hiredOn ?? '2020-01-01'}, ${one.exitedOn ?? null}, ${one.inScope ?? true}, ${afterTheYear})`.execute(
          tx,
        )
        await sql`INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
                  VALUES (${newId()}, ${one.id}, ${division}, ${post}, 5, ${one.hiredOn ?? '2020-01-01'})`.execute(tx)
      }
      for (const one of people.filter(({ supervisorId }) => supervisorId)) {
        await sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from)
                  VALUES (${newId()}, ${one.id}, ${one.supervisorId}, ${one.hiredOn ?? '2020-01-01'})`.execute(tx)
      }
    })
  const addCycles = (kind: CycleKind, status: 'open' | 'closed' = 'closed') =>
    run(async (tx) => {
      await sql`INSERT INTO cycle_years (year, kind) VALUES (${year}, ${kind})`.execute(tx)
      const cycles = periodsOfYear(kind, year).map((period) => ({
        id: newId(),
        ordinal: period.ordinal,
        ...boundsOf(period),
      }))
      for (const { id, ordinal, startsOn, endsOn } of cycles) {
        await sql`INSERT INTO cycles (id, year, kind, ordinal, starts_on, ends_on, plan_due_on, status, opened_at)
                  VALUES (${id}, ${year}, ${kind}, ${ordinal}, ${startsOn}, ${endsOn}, ${startsOn}, ${status}, ${afterTheYear})`.execute(
          tx,
        )
      }
      return cycles
    })
  return { entityId, division, post, run, addPeople, addCycles }
}

export type CycleOutcome = {
  readonly status: 'counted' | 'excused' | 'excluded' | 'zero' | 'undecided'
  readonly result: bigint | null
  readonly literal: bigint | null
}

export async function addResult(
  tx: Tx,
  { cycleId, employeeId, status, result, literal }: CycleOutcome & { cycleId: string; employeeId: string },
): Promise<void> {
  await sql`INSERT INTO cycle_results (cycle_id, employee_id, status, covered_days, cycle_days, result, literal, key_results, segments, closed_at)
            VALUES (${cycleId}, ${employeeId}, ${status}, 60, 62, ${result}, ${literal}, 4, 1, ${afterTheYear})`.execute(
    tx,
  )
}

const roles = {
  team: ['ejada_team'],
  office: ['head_office'],
  head: ['head'],
} as const satisfies Record<string, readonly SignInRole[]>

type PersonName = 'head' | 'boss' | 'supervisor' | 'employee' | 'colleague' | 'late' | 'team' | 'office' | 'stranger'

const line: Readonly<Record<Exclude<PersonName, 'head'>, PersonName>> = {
  boss: 'head',
  supervisor: 'boss',
  employee: 'supervisor',
  colleague: 'supervisor',
  late: 'supervisor',
  team: 'boss',
  office: 'boss',
  stranger: 'team',
}

/** Units of 10^-10 percentage points. */
export const percent = (points: number) => BigInt(Math.round(points * 100)) * 100_000_000n

/** An entity of nine with a year of four closed cycles; one person's last cycle is undecided. */
export async function closedYear(db: Database) {
  const entity = await emptyEntity(db)
  const names = ['head', ...(Object.keys(line) as Exclude<PersonName, 'head'>[])] as const
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as Record<PersonName, string>
  await entity.addPeople(
    names.map((name) => ({
      id: ids[name],
      inScope: name !== 'head',
      supervisorId: name === 'head' ? null : ids[line[name]],
    })),
  )
  const cycles = await entity.addCycles('quarter')
  const results: Partial<Record<PersonName, readonly number[]>> = {
    boss: [100, 100, 100, 100],
    supervisor: [95, 95, 95, 95],
    employee: [92.5, 104, 88, 110],
    colleague: [40, 45, 40, 45],
    late: [90, 90, 90],
    team: [112, 112, 112, 112],
    office: [100, 90, 100, 90],
    stranger: [80, 80, 80, 80],
  }
  await entity.run(async (tx) => {
    for (const [name, points] of Object.entries(results)) {
      for (const [index, cycle] of cycles.entries()) {
        const value = points?.[index]
        const outcome: CycleOutcome =
          value === undefined
            ? { status: 'undecided', result: null, literal: null }
            : { status: 'counted', result: percent(value), literal: percent(value) / 40_000n }
        await addResult(tx, { cycleId: cycle.id, employeeId: ids[name as PersonName], ...outcome })
      }
    }
  })
  const actor = (name: PersonName): EntityActor => ({
    identityId: ids[name],
    entityId: entity.entityId,
    employeeId: ids[name],
    roles: name in roles ? roles[name as keyof typeof roles] : [],
    sessionId: newId(),
  })
  const move = (
    name: Parameters<typeof moveYear>[1]['move'],
    who: PersonName | null,
    { reason, version, now = afterTheYear }: { reason?: string; version?: number; now?: Date } = {},
  ) => entity.run((tx) => moveYear(tx, { year, move: name, actor: who && actor(who), reason, version, newId, now }))
  return { ...entity, ids, cycles, actor, move }
}

/** Gives everybody ranked the band as the curve's rank, as the advisory mode does. */
export async function applyAdvisory(tx: Tx): Promise<void> {
  const people = (await frozenPeople(tx, { year })).filter((one) => one.standing === 'ranked')
  const id = newId()
  await storeCurve(tx, {
    year,
    groups: [{ id, divisionId: null, jobFamily: null, size: people.length, mode: 'advisory', quotas: [], outcome: {} }],
    ranks: people.map(({ employeeId, ranking, band }) => ({
      employeeId,
      groupId: id,
      position: 1 + people.filter((other) => (other.ranking ?? 0n) > (ranking ?? 0n)).length,
      rank: band as Band,
      reason: null,
    })),
    newId,
    now: afterTheYear,
  })
}
