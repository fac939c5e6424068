import { sql } from 'kysely'
import type { MoveName } from '../../src/features/performance/domain/workflow.ts'
import { chooseKind, openCycle } from '../../src/features/performance/usecases/cycles.ts'
import { recordMeeting } from '../../src/features/performance/usecases/discussion.ts'
import { addKeyResult, addObjective, changeKeyResult } from '../../src/features/performance/usecases/editing.ts'
import { moveDocument } from '../../src/features/performance/usecases/move.ts'
import { showDocument } from '../../src/features/performance/usecases/present.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity, withPlatform } from '../../src/platform/db/with-entity.ts'
import type { EntityActor } from '../../src/shared/actor.ts'
import type { SignInRole } from '../../src/shared/roles.ts'

/** Sunday 18 January 2026, noon in Muscat: day 12 of 15 for writing. */
export const noon = new Date('2026-01-18T08:00:00Z')

export function daysLater(days: number): Date {
  return new Date(noon.getTime() + days * 86_400_000)
}

type PersonName =
  | 'head'
  | 'boss'
  | 'supervisor'
  | 'deputy'
  | 'employee'
  | 'colleague'
  | 'stranger'
  | 'team'
  | 'verifier'
  | 'admin'

const roles: Partial<Record<PersonName, readonly SignInRole[]>> = {
  team: ['ejada_team'],
  verifier: ['finance_administration'],
  admin: ['entity_administrator'],
  head: ['head'],
}
/** Who answers to whom. The deputy stands beside the supervisor and answers to the boss as well. */
const line: Partial<Record<PersonName, PersonName>> = {
  boss: 'head',
  supervisor: 'boss',
  deputy: 'boss',
  employee: 'supervisor',
  colleague: 'supervisor',
  stranger: 'deputy',
  team: 'deputy',
  verifier: 'deputy',
  admin: 'deputy',
}

export type World = Awaited<ReturnType<typeof smallMinistry>>

/** A ministry of ten with an approved plan and an open first quarter of 2026; everyone below the head has a document. */
export async function smallMinistry(db: Database, { extra = 0, code = `e-${newId().slice(-12)}` } = {}) {
  const entityId = newId()
  const names = [...(Object.keys(line) as PersonName[]), 'head' as const]
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as Record<PersonName, string>
  const more = Array.from({ length: extra }, () => newId())
  const [division, post, version, nodeA, nodeB] = [newId(), newId(), newId(), newId(), newId()] as [
    string,
    string,
    string,
    string,
    string,
  ]
  await withPlatform(db, async (tx) => {
    await sql`INSERT INTO entities (id, code, name_ar, name_en, created_at) VALUES (${entityId}, ${code}, 'وزارة التجربة', 'Trial Ministry', ${noon})`.execute(
      tx,
    )
  })
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withEntity(db, { entityId }, work)
  await run(async (tx) => {
    await sql`INSERT INTO divisions (id, code, created_at) VALUES (${division}, 'D1', ${noon})`.execute(tx)
    await sql`INSERT INTO division_periods (id, division_id, kind, name_ar, name_en, valid_from)
              VALUES (${newId()}, ${division}, 'entity', 'الوزارة', 'The Ministry', '2020-01-01')`.execute(tx)
    await sql`SELECT itqan_refresh_division_paths('2026-01-01')`.execute(tx)
    await sql`INSERT INTO posts (id, code, title_ar, title_en, job_family, created_at)
              VALUES (${post}, 'P1', 'أخصائي خدمات', 'Services specialist', 'specialist', ${noon})`.execute(tx)
    const people = [
      ...names.map((name) => ({
        id: ids[name],
        name: name as string,
        supervisor: line[name] ? ids[line[name]] : null,
        scope: name !== 'head',
      })),
      ...more.map((id, index) => ({
        id,
        name: `more ${String(index).padStart(4, '0')}`,
        supervisor: ids.supervisor,
        scope: true,
      })),
    ]
    for (const [index, one] of people.entries()) {
      await sql`INSERT INTO employees (id, civil_number, employee_number, name_ar, name_en, gender, hired_on, in_scope, created_at)
                VALUES (${one.id}, ${String(10_000_000 + index)}, ${String(index + 1)}, ${`اسم ${one.name}`}, ${`Name ${one.name}`}, 'female',
                        '2020-01-01', ${one.scope}, ${noon})`.execute(tx)
      await sql`INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
                VALUES (${newId()}, ${one.id}, ${division}, ${post}, 5, '2020-01-01')`.execute(tx)
    }
    for (const one of people.filter(({ supervisor }) => supervisor !== null)) {
      await sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from)
                VALUES (${newId()}, ${one.id}, ${one.supervisor}, '2020-01-01')`.execute(tx)
    }
    await sql`INSERT INTO headships (id, division_id, employee_id, valid_from) VALUES (${newId()}, ${division}, ${ids.head}, '2020-01-01')`.execute(
      tx,
    )
    await sql`INSERT INTO plan_versions (id, year, number, status, title_ar, title_en, approved_on, created_at)
              VALUES (${version}, 2026, 1, 'approved', 'خطة 2026', 'Plan 2026', '2025-12-20', ${noon})`.execute(tx)
    for (const [node, nodeCode, kind, parent] of [
      [nodeA, 'O-01', 'objective', null],
      [nodeB, 'P-03', 'programme', nodeA],
    ] as const) {
      await sql`INSERT INTO plan_nodes (id, year, code, created_at) VALUES (${node}, 2026, ${nodeCode}, ${noon})`.execute(
        tx,
      )
      await sql`INSERT INTO plan_version_nodes (version_id, node_id, parent_id, kind, title_ar, title_en, position)
                VALUES (${version}, ${node}, ${parent}, ${kind}, ${`بند ${nodeCode}`}, ${`Node ${nodeCode}`}, 1)`.execute(
        tx,
      )
    }
  })

  const actor = (name: PersonName | { id: string; roles?: readonly SignInRole[] }): EntityActor => {
    const [employeeId, granted] =
      typeof name === 'string' ? [ids[name], roles[name] ?? []] : [name.id, name.roles ?? []]
    return { identityId: employeeId, entityId, employeeId, roles: granted, sessionId: newId() }
  }
  const opened = await run(async (tx) => {
    const { cycles } = await chooseKind({ year: 2026, kind: 'quarter', actor: actor('admin'), newId, now: noon, tx })
    const [first] = cycles
    if (!first) throw new Error('no cycle')
    const day = new Date('2026-01-01T05:00:00Z')
    return openCycle({ id: first.id, version: 1, actor: actor('admin'), newId, now: day, tx })
  })
  const documents = await run(async (tx) => {
    const { rows } = await sql<{
      id: string
      employee: string
    }>`SELECT id, employee_id AS employee FROM performance_documents`.execute(tx)
    return new Map(rows.map((row) => [row.employee, row.id]))
  })
  const documentOf = (name: PersonName | { id: string }): string => {
    const id = documents.get(typeof name === 'string' ? ids[name] : name.id)
    if (!id) throw new Error('no document')
    return id
  }

  const view = (id: string, who: Parameters<typeof actor>[0], now = noon) =>
    run(async (tx) => (await showDocument({ id, actor: actor(who), now, tx })).view)
  const versionOf = (id: string) =>
    run(async (tx) => {
      const { rows } = await sql<{
        version: number
      }>`SELECT version FROM performance_documents WHERE id = ${id}`.execute(tx)
      return rows[0]?.version ?? 0
    })
  const move = async (
    id: string,
    name: MoveName,
    who: Parameters<typeof actor>[0],
    { note, now = noon, version }: { note?: string; now?: Date; version?: number } = {},
  ) =>
    run(async (tx) =>
      moveDocument({
        id,
        version: version ?? (await currentVersion(tx, id)),
        move: name,
        note,
        actor: actor(who),
        newId,
        now,
        tx,
      }),
    )
  const meet = (id: string, who: Parameters<typeof actor>[0], now = noon) =>
    run((tx) => recordMeeting({ id, heldAt: now, mode: 'in_person', notes: '', actor: actor(who), newId, now, tx }))

  /** Writes a complete document: one linked objective with key results of the given weights, in basis points. */
  const write = (
    id: string,
    who: Parameters<typeof actor>[0] = 'employee',
    weights: readonly number[] = [6000, 4000],
    now = noon,
  ) =>
    run(async (tx) => {
      const made = await addObjective({
        id,
        version: await currentVersion(tx, id),
        objective: { title: 'تبسيط رحلات المتعاملين', class: 'annual_plan', nodeIds: [nodeB] },
        actor: actor(who),
        newId,
        now,
        tx,
      })
      const keyResults: string[] = []
      for (const weight of weights) {
        const added = await addKeyResult({
          id,
          version: await currentVersion(tx, id),
          objectiveId: made.id,
          keyResult: {
            statement: 'نسبة الخدمات المنجزة',
            dataType: 'percentage',
            targets: { below: '70', meets: '85', exceeds: '95' },
            weight,
          },
          actor: actor(who),
          newId,
          now,
          tx,
        })
        keyResults.push(added.id)
      }
      return { objectiveId: made.id, keyResults }
    })

  const change = (
    id: string,
    keyResultId: string,
    patch: Parameters<typeof changeKeyResult>[0]['patch'],
    who: Parameters<typeof actor>[0] = 'employee',
    version?: number,
    now = noon,
  ) =>
    run(async (tx) =>
      changeKeyResult({
        id,
        version: version ?? (await currentVersion(tx, id)),
        keyResultId,
        patch,
        actor: actor(who),
        newId,
        now,
        tx,
      }),
    )

  const setPolicy = (key: string, value: unknown) =>
    run((tx) =>
      sql`INSERT INTO policy_values (id, key, year, version, value, reason, set_at)
          VALUES (${newId()}, ${key}, 2026, 1, ${JSON.stringify(value)}, 'تجربة', ${noon})`.execute(tx),
    )

  const delegate = (from: PersonName, to: PersonName, { startsOn = '2026-01-01', endsOn = '2026-03-31' } = {}) =>
    run((tx) =>
      sql`INSERT INTO delegations (id, delegator_id, delegate_id, scopes, starts_on, ends_on, reason, created_by, created_at)
          VALUES (${newId()}, ${ids[from]}, ${ids[to]}, ARRAY['approve_documents'], ${startsOn}, ${endsOn}, 'إجازة', ${ids[from]}, ${noon})`.execute(
        tx,
      ),
    )

  return {
    db,
    entityId,
    ids,
    more,
    nodes: { objective: nodeA, programme: nodeB },
    cycle: opened.cycle,
    enrolled: opened.enrolled,
    run,
    actor,
    documentOf,
    view,
    versionOf,
    move,
    meet,
    write,
    change,
    delegate,
    setPolicy,
  }
}

async function currentVersion(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version FROM performance_documents WHERE id = ${id}`.execute(
    tx,
  )
  return rows[0]?.version ?? 0
}
