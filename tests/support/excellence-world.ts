import { sql } from 'kysely'
import type { Condition } from '../../src/features/excellence/domain/nomination.ts'
import { attachFile, beginDossier, linkKeyResult, writeClaim } from '../../src/features/excellence/usecases/dossier.ts'
import { recordFinding } from '../../src/features/excellence/usecases/examine.ts'
import { type Moving, moveNomination } from '../../src/features/excellence/usecases/move.ts'
import { showNomination } from '../../src/features/excellence/usecases/present.ts'
import { requestNomination } from '../../src/features/excellence/usecases/request.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { pdfFile } from '../../src/platform/files/test-support/sample-files.ts'
import { noon, smallMinistry } from './performance-world.ts'

export const year = 2026
export const claimed = ['works', 'teams', 'beyond_duties', 'efficiency'] as const satisfies readonly Condition[]
const reason = 'شروط الملف مستوفاة بالأدلة المرفقة'

/**
 * The small ministry with a frozen year: the employee, the colleague and the stranger passed the gate in one group with
 * so many seats for excellent. The committee are four more people of another line, the last its secretary.
 */
export async function excellenceWorld(db: Database, { seats = 1 }: { seats?: number } = {}) {
  const world = await smallMinistry(db, { extra: 4 })
  const { ids, more, run, actor } = world
  const [chair, first, second, secretary] = more as [string, string, string, string]
  const committee = { chair, first, second, secretary }
  const groupId = newId()
  await run(async (tx) => {
    await sql`UPDATE supervisions SET supervisor_id = ${ids.deputy} WHERE employee_id = ANY (${more}::uuid[])`.execute(
      tx,
    )
    for (const [memberId, capacity] of [
      [chair, 'chair'],
      [first, 'member'],
      [second, 'member'],
      [secretary, 'secretary'],
    ] as const) {
      await sql`INSERT INTO memberships (id, employee_id, body, capacity, valid_from)
                VALUES (${newId()}, ${memberId}, 'review', ${capacity}, '2025-01-01')`.execute(tx)
    }
    await sql`INSERT INTO appraisal_years (id, year, status, frozen_at) VALUES (${newId()}, ${year}, 'frozen', ${noon})`.execute(
      tx,
    )
    const quotas = [
      { rank: 'very_good', seats: 3, product: '3' },
      { rank: 'excellent', seats, product: String(seats) },
    ]
    await sql`INSERT INTO calibration_groups (id, year, size, mode, quotas, outcome)
              VALUES (${groupId}, ${year}, 30, 'full_curve', ${JSON.stringify(quotas)}, '{}')`.execute(tx)
    for (const [name, result] of Object.entries({ employee: 118, colleague: 116, stranger: 112, deputy: 95 })) {
      const rank = result > 100 ? 'very_good' : 'good'
      await sql`INSERT INTO annual_results (year, employee_id, status, standing, result, literal, ranking, counted, gender,
                  supervisor_id, higher_official_id, approver_id, band, curve_rank, group_id)
                SELECT ${year}, ${ids[name as 'employee']}, 'preliminary', 'ranked', ${result * 1_000_000}, 1, ${result * 1_000_000},
                       4, 'female', up.supervisor_id, above.supervisor_id, above.supervisor_id, ${rank}, ${rank}, ${groupId}
                  FROM supervisions up JOIN supervisions above ON above.employee_id = up.supervisor_id
                 WHERE up.employee_id = ${ids[name as 'employee']}`.execute(tx)
    }
  })

  type Who = Parameters<typeof actor>[0]
  const by = (who: Who, tx: Tx, now = noon) => ({ actor: actor(who), now, newId, tx })
  const versionOf = (id: string) =>
    run(async (tx) => {
      const { rows } = await sql<{
        version: number
      }>`SELECT version FROM excellence_nominations WHERE id = ${id}`.execute(tx)
      return rows[0]?.version ?? 0
    })
  const at = async (id: string, who: Who, tx: Tx) => ({ ...by(who, tx), id, version: await versionOf(id) })

  const sign = () => run((tx) => sql`UPDATE appraisal_years SET status = 'signed', signed_at = ${noon}`.execute(tx))
  const request = (who: Who = 'employee') =>
    run((tx) => requestNomination({ ...by(who, tx), year, request: 'قدّمت مقترحين طُبقا خلال السنة' }))
  const begin = (who: Who = 'supervisor', about: keyof typeof ids = 'employee') =>
    run((tx) => beginDossier({ ...by(who, tx), year, employeeId: ids[about] }))
  const claim = (id: string, who: Who, condition: Condition, words = 'أعدّ دليلًا موحدًا خفّض المدة إلى النصف') =>
    run(async (tx) => writeClaim({ ...(await at(id, who, tx)), condition, words, projectId: null }))
  const attach = (id: string, who: Who, condition: Condition) =>
    run(async (tx) => {
      const file = { filename: 'دليل.pdf', bytes: await pdfFile() }
      await attachFile({ ...by(who, tx), id, condition, file: file as never })
    })
  const link = (id: string, who: Who, condition: Condition, keyResultId: string) =>
    run((tx) => linkKeyResult({ ...by(who, tx), id, condition, keyResultId }))
  const examine = (id: string, who: Who, condition: Condition, met = true) =>
    run(async (tx) => recordFinding({ ...(await at(id, who, tx)), condition, met, note: 'اطلعت اللجنة على الدليل' }))
  const move = (id: string, name: Moving['move'], who: Who, more: Partial<Moving> = {}) =>
    run(async (tx) => moveNomination({ ...(await at(id, who, tx)), move: name, reasonCode: 'EXC-01', reason, ...more }))
  const show = (id: string, who: Who) => run((tx) => showNomination({ ...by(who, tx), id }))

  /** A dossier with everything that is needed, still with its supervisor. */
  const complete = async (about: keyof typeof ids = 'employee', who: Who = 'supervisor'): Promise<string> => {
    const id = await begin(who, about)
    for (const condition of claimed) {
      await claim(id, who, condition)
      await attach(id, who, condition)
    }
    return id
  }
  const submitted = async (about: keyof typeof ids = 'employee', who: Who = 'supervisor'): Promise<string> => {
    const id = await complete(about, who)
    await move(id, 'submit', who)
    return id
  }
  const verified = async (about: keyof typeof ids = 'employee', who: Who = 'supervisor', met = 4): Promise<string> => {
    const id = await submitted(about, who)
    for (const [index, condition] of claimed.entries()) await examine(id, { id: first }, condition, index < met)
    await move(id, 'verify', { id: chair }, { memberIds: [first, second] })
    return id
  }
  const rankOf = (about: keyof typeof ids) =>
    run(async (tx) => {
      const { rows } = await sql<{ rank: string | null }>`
        SELECT final_rank AS rank FROM annual_results WHERE employee_id = ${ids[about]}`.execute(tx)
      return rows[0]?.rank ?? null
    })
  const relate = (one: string, other: string) =>
    run((tx) =>
      sql`INSERT INTO declared_relations (id, employee_id, other_id, kind, declared_by, declared_at)
          VALUES (${newId()}, ${one}, ${other}, 'family', ${one}, ${noon})`.execute(tx),
    )
  return {
    ...world,
    committee,
    by,
    at,
    versionOf,
    sign,
    request,
    begin,
    claim,
    attach,
    link,
    examine,
    move,
    show,
    complete,
    submitted,
    verified,
    rankOf,
    relate,
  }
}
