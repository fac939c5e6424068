import { sql } from 'kysely'
import { type Decision, decideGrievance } from '../../src/features/grievances/usecases/decide.ts'
import { beginDraft, saveDraft } from '../../src/features/grievances/usecases/draft.ts'
import { type Moving, moveGrievance } from '../../src/features/grievances/usecases/move.ts'
import { giveOpinion, recordHearing, seatPanel } from '../../src/features/grievances/usecases/panel.ts'
import { showGrievance } from '../../src/features/grievances/usecases/present.ts'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { noon } from './performance-world.ts'
import { publishedYear } from './published-year.ts'

export type Who = Parameters<Awaited<ReturnType<typeof publishedYear>>['actor']>[0]

/** A published year with the acts of a grievance, each in a transaction of its own. */
export async function grievanceWorld(db: Database) {
  const world = await publishedYear(db)
  const { run, actor, committee } = world
  const by = (who: Who, tx: Tx, now = noon) => ({ actor: actor(who), now, newId, tx })
  const versionOf = (id: string) =>
    run(async (tx) => {
      const { rows } = await sql<{ version: number }>`SELECT version FROM grievances WHERE id = ${id}`.execute(tx)
      return rows[0]?.version ?? 0
    })
  const at = async (id: string, who: Who, tx: Tx, now = noon) => ({
    ...by(who, tx, now),
    id,
    version: await versionOf(id),
  })

  const draft = async (who: Who = 'employee', now = noon): Promise<string> => {
    const id = await run((tx) => beginDraft({ ...by(who, tx, now), year: 2025 }))
    const written = {
      request: 'رفع التقدير إلى جيد جدًا',
      grounds: [
        { ground: 'calculation' as const, statement: 'وزن النتيجة الثانية محتسب مرتين في الربع الثالث' },
        { ground: 'evidence' as const, statement: 'محضر الجلسة مرفق منذ سبتمبر ولم يُنظر فيه' },
      ],
    }
    await run(async (tx) => saveDraft({ ...(await at(id, who, tx, now)), written }))
    return id
  }
  const move = (id: string, name: Moving['move'], who: Who, { note, now = noon }: { note?: string; now?: Date } = {}) =>
    run(async (tx) => moveGrievance({ ...(await at(id, who, tx, now)), move: name, note }))
  const file = async (who: Who = 'employee', now = noon): Promise<string> => {
    const id = await draft(who, now)
    await move(id, 'file', who, { now })
    return id
  }
  const show = (id: string, who: Who, now = noon) => run((tx) => showGrievance({ ...by(who, tx, now), id }))
  const seat = (id: string, memberIds: readonly string[], { who = { id: committee.chair } as Who, now = noon } = {}) =>
    run(async (tx) => seatPanel({ ...(await at(id, who, tx, now)), memberIds, chairId: memberIds[0] ?? '' }))
  const hear = (id: string, who: Who, now = noon) =>
    run(async (tx) =>
      recordHearing({
        ...(await at(id, who, tx, now)),
        hearing: { heldAt: now, mode: 'in_person', attendance: 'الموظف والهيئة', record: 'استمعت الهيئة إلى الموظف' },
      }),
    )
  const opine = (id: string, who: Who, opinion: 'rejected' | 'upheld' | 'partly', now = noon) =>
    run(async (tx) => giveOpinion({ ...(await at(id, who, tx, now)), opinion, note: 'مذكرة' }))
  const decide = async (
    id: string,
    who: Who,
    decision: Partial<Decision> = {},
    { now = noon, version }: { now?: Date; version?: number } = {},
  ) => {
    const read = version ?? (await versionOf(id))
    return run((tx) =>
      decideGrievance({ ...by(who, tx, now), id, version: read, decision: { ...upheld, ...decision } }),
    )
  }

  /** Admitted, with a panel of three that heard the employee and agrees. */
  const heard = async (opinion: 'rejected' | 'upheld' | 'partly' = 'upheld'): Promise<string> => {
    const id = await file()
    const { chair, first, second } = committee
    await move(id, 'admit', { id: chair }, { note: 'مستوفٍ للشروط' })
    await seat(id, [chair, first, second])
    await hear(id, { id: first })
    for (const member of [chair, first, second]) await opine(id, { id: member }, opinion)
    return id
  }
  const relate = (one: string, other: string) =>
    run((tx) =>
      sql`INSERT INTO declared_relations (id, employee_id, other_id, kind, declared_by, declared_at)
          VALUES (${newId()}, ${one}, ${other}, 'family', ${one}, ${noon})`.execute(tx),
    )
  return { ...world, by, at, draft, file, move, show, seat, hear, opine, decide, heard, relate, versionOf }
}

export const upheld: Decision = {
  outcome: 'upheld',
  reasonCode: 'GRV-01',
  reasoning: 'أعيد الحساب فتبين أن الوزن احتُسب مرتين في الدورة الثالثة',
  findings: [
    { ground: 'calculation', accepted: true, finding: 'ثبت الخطأ' },
    { ground: 'evidence', accepted: true, finding: 'ثبت تقديم الدليل في وقته' },
  ],
  rank: 'very_good',
  result: null,
}
