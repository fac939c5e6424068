import { sql } from 'kysely'
import { calibrationAppraisal } from '../../src/features/calibration/public.ts'
import type { CaseAnswer, SittingAnswer } from '../../src/features/calibration/schema.ts'
import { decide, recuse, vote, withdraw } from '../../src/features/calibration/usecases/judge.ts'
import { openCase } from '../../src/features/calibration/usecases/open-case.ts'
import { listCases, showCase } from '../../src/features/calibration/usecases/present-case.ts'
import { showSitting } from '../../src/features/calibration/usecases/present-sitting.ts'
import { signResults } from '../../src/features/calibration/usecases/sign.ts'
import { attend, callSitting, changeSitting, moveSitting } from '../../src/features/calibration/usecases/sittings.ts'
import { showWorkbench } from '../../src/features/calibration/usecases/workbench.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { withEntity, withPlatform } from '../../src/platform/db/with-entity.ts'
import type { EntityActor } from '../../src/shared/actor.ts'
import { type Band, bandOf, bandsOf, defaultBandCuts } from '../../src/shared/ranks.ts'
import type { SignInRole } from '../../src/shared/roles.ts'

export const now = new Date('2026-02-01T08:00:00Z')
export const year = 2025

const committee = ['chair', 'second', 'third', 'fourth', 'fifth', 'secretary'] as const
const others = ['head', 'auditor', 'boss', 'supervisor', 'stranger', 'team'] as const
export type Who = (typeof committee)[number] | (typeof others)[number]

type Options = {
  /** Results of the ranked people below `supervisor`, in whole percent. */
  readonly results: readonly number[]
  readonly quorum?: number
  readonly mode?: 'full_curve' | 'raise_only' | 'advisory' | null
  readonly shares?: object | null
  readonly minimumGroup?: number
}

const usualShares = { weak: 500, average: 1500, good: 5000, veryGood: 2000, excellent: 1000 }

export type CommitteeWorld = Awaited<ReturnType<typeof committeeWorld>>

/** An entity whose year lies before a committee of five and a secretary; nobody has applied a curve yet. */
export async function committeeWorld(db: Database, options: Options) {
  const { results, mode = 'raise_only', shares = usualShares, minimumGroup = 5 } = options
  const entityId = newId()
  const names: readonly Who[] = [...committee, ...others]
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as Record<Who, string>
  const people = results.map(() => newId())
  const [division, post] = [newId(), newId()]
  const bands = bandsOf(defaultBandCuts)
  await withPlatform(db, async (tx) => {
    await sql`INSERT INTO entities (id, code, name_ar, name_en, created_at)
              VALUES (${entityId}, ${`e-${entityId.slice(-12)}`}, 'وزارة التجربة', 'Trial Ministry', ${now})`.execute(
      tx,
    )
  })
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withEntity(db, { entityId }, work)
  await run(async (tx) => {
    await sql`INSERT INTO divisions (id, code, created_at) VALUES (${division}, 'D1', ${now})`.execute(tx)
    await sql`INSERT INTO division_periods (id, division_id, kind, name_ar, name_en, valid_from)
              VALUES (${newId()}, ${division}, 'entity', 'الوزارة', 'The Ministry', '2020-01-01')`.execute(tx)
    await sql`INSERT INTO posts (id, code, title_ar, title_en, job_family, created_at)
              VALUES (${post}, 'P1', 'أخصائي خدمات', 'Services specialist', 'specialist', ${now})`.execute(tx)
    const everybody = [...names.map((name) => ids[name]), ...people]
    for (const [index, id] of everybody.entries()) {
      await sql`INSERT INTO employees (id, civil_number, employee_number, name_ar, name_en, gender, hired_on, in_scope, created_at)
                VALUES (${id}, ${String(10_000_000 + index)}, ${String(index + 1)}, ${`موظف ${index}`}, ${`Person ${index}`},
                        ${index % 2 === 0 ? 'female' : 'male'}, '2020-01-01', true, ${now})`.execute(tx)
      await sql`INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
                VALUES (${newId()}, ${id}, ${division}, ${post}, 5, '2020-01-01')`.execute(tx)
    }
    const under = (id: string, boss: Who) =>
      sql`INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from) VALUES (${newId()}, ${id}, ${ids[boss]}, '2020-01-01')`.execute(
        tx,
      )
    for (const id of people) await under(id, 'supervisor')
    await under(ids.supervisor, 'boss')
    await under(ids.boss, 'head')
    for (const name of committee) {
      await sql`INSERT INTO memberships (id, employee_id, body, capacity, valid_from)
                VALUES (${newId()}, ${ids[name]}, 'review', ${name === 'chair' || name === 'secretary' ? name : 'member'}, '2025-01-01')`.execute(
        tx,
      )
    }
    const policy = (key: string, value: unknown) =>
      sql`INSERT INTO policy_values (id, key, year, version, value, source, reason, set_by, set_at, status, decides_grades, confirmed_by, confirmed_at)
          VALUES (${newId()}, ${key}, ${year}, 1, ${JSON.stringify(value)}, 'تعميم 3', 'للتجربة', ${ids.head}, ${now}, 'in_force', true, ${ids.team}, ${now})`.execute(
        tx,
      )
    if (mode) await policy('curve.mode', mode)
    if (shares) await policy('curve.shares', shares)
    await policy('curve.minimum_group', minimumGroup)
    await policy('committee.quorum', { members: 5, quorum: options.quorum ?? 3 })
    await sql`INSERT INTO appraisal_years (year, id, status, version, policies, freezes, frozen_at)
              VALUES (${year}, ${newId()}, 'frozen', 2, '{}', 1, ${now})`.execute(tx)
    for (const [index, id] of people.entries()) {
      const result = BigInt(results[index] ?? 0) * 1_000_000n
      await sql`INSERT INTO annual_results (year, employee_id, status, standing, result, literal, ranking, counted, division_id,
                  division_path, job_family, level, gender, supervisor_id, higher_official_id, band, lowest_cycle, last_cycle, plan_score)
                VALUES (${year}, ${id}, 'preliminary', 'ranked', ${String(result)}, ${String(result)}, ${String(result)}, 4, ${division},
                  text2ltree(replace(${division}::text, '-', '')), 'specialist', 5, ${index % 2 === 0 ? 'female' : 'male'},
                  ${ids.supervisor}, ${ids.boss}, ${bandOf(result, bands)}, ${String(index)}, ${String(index)}, ${String(100 - index)})`.execute(
        tx,
      )
    }
  })

  const roles: Partial<Record<Who, readonly SignInRole[]>> = {
    head: ['head'],
    auditor: ['auditor'],
    team: ['ejada_team'],
  }
  const actor = (who: Who): EntityActor => ({
    identityId: ids[who],
    entityId,
    employeeId: ids[who],
    roles: roles[who] ?? [],
    sessionId: newId(),
  })
  const acting = (who: Who, tx: Tx, at = now) => ({ actor: actor(who), newId, now: at, tx })

  const world = {
    entityId,
    ids,
    people,
    run,
    actor,
    acting,
    /** The year is frozen (again), as the product tells the committee. */
    frozen: (move: 'freeze' | 'refreeze' = 'freeze') =>
      run((tx) => calibrationAppraisal.yearMoved(tx, { year, move, actor: null, newId, now })),
    /** The supervisor's view of somebody, as appraisal keeps it. */
    view: (employeeId: string, rank: Band) =>
      run(async (tx) => {
        await sql`UPDATE annual_results SET view_rank = ${rank} WHERE employee_id = ${employeeId}`.execute(tx)
        await sql`INSERT INTO rank_changes (id, year, employee_id, stage, from_rank, to_rank, reason_code, reason_text, made_by, at)
                  VALUES (${newId()}, ${year}, ${employeeId}, 'supervisor', 'good', ${rank}, 'SUP-02', 'جودة المخرجات', ${ids.supervisor}, ${now})`.execute(
          tx,
        )
        await calibrationAppraisal.viewRecorded(tx, { year, employeeId, rank, by: ids.supervisor, newId, now })
      }),
    workbench: (who: Who = 'chair') => run((tx) => showWorkbench({ ...acting(who, tx), year })),
    cases: async (who: Who = 'chair') =>
      (await run((tx) => listCases({ ...acting(who, tx), year, query: { limit: 100 } }))).cases,
    caseOf: (id: string, who: Who = 'chair'): Promise<CaseAnswer> => run((tx) => showCase({ ...acting(who, tx), id })),
    openCase: (employeeId: string, who: Who = 'second') =>
      run((tx) => openCase({ ...acting(who, tx), year, employeeId, question: 'سؤال عن هذه النتيجة' })),
    vote: (id: string, who: Who, rank: Band) => run((tx) => vote({ ...acting(who, tx), id, rank, note: undefined })),
    recuse: (id: string, who: Who) => run((tx) => recuse({ ...acting(who, tx), id, note: 'قرابة بعيدة' })),
    decide: async (id: string, who: Who, rank: Band, reasonCode = 'CAL-01') => {
      const { version } = await world.caseOf(id)
      await run((tx) => decide({ ...acting(who, tx), id, version, rank, reasonCode, reasonText: 'الأدلة تؤيد الرأي' }))
    },
    withdraw: async (id: string, who: Who) => {
      const { version } = await world.caseOf(id)
      await run((tx) => withdraw({ ...acting(who, tx), id, version, reason: 'زال السبب' }))
    },
    call: (who: Who = 'secretary') =>
      run((tx) => callSitting({ ...acting(who, tx), year, heldOn: '2026-02-03', agenda: 'النظر في الحالات' })),
    sitting: (id: string, who: Who = 'chair'): Promise<SittingAnswer> =>
      run((tx) => showSitting({ ...acting(who, tx), id })),
    attend: (id: string, who: Who, present = true, by: Who = 'secretary') =>
      run((tx) => attend({ ...acting(by, tx), id, memberId: ids[who], present })),
    move: async (id: string, move: 'open' | 'close', who: Who = 'chair', at = now) => {
      const { version } = await world.sitting(id)
      await run((tx) => moveSitting({ ...acting(who, tx, at), id, version, move }))
    },
    minutes: async (id: string, minutes = 'نوقشت الحالات وحُسمت.') => {
      const { version } = await world.sitting(id)
      await run((tx) => changeSitting({ ...acting('secretary', tx), id, version, change: { minutes } }))
    },
    /** A sitting that is open, with these people in it. */
    opened: async (...present: readonly Who[]) => {
      const { id } = await world.call()
      for (const who of present) await world.attend(id, who)
      await world.move(id, 'open')
      return id
    },
    closed: async (id: string) => {
      await world.minutes(id)
      await world.move(id, 'close')
    },
    sign: async (who: Who, digest?: string) => {
      const shown = digest ?? (await world.workbench()).signing.digest ?? ''
      return run((tx) => signResults({ ...acting(who, tx), year, digest: shown }))
    },
    rows: <T>(query: ReturnType<typeof sql<T>>) => run(async (tx) => (await query.execute(tx)).rows),
  }
  return world
}
