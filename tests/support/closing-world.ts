import { sql } from 'kysely'
import type { MoveName } from '../../src/features/assessment/domain/workflow.ts'
import { openWindows } from '../../src/features/assessment/usecases/by-the-clock.ts'
import * as corrections from '../../src/features/assessment/usecases/corrections.ts'
import { addEvidence } from '../../src/features/assessment/usecases/evidence.ts'
import { moveAssessment } from '../../src/features/assessment/usecases/move.ts'
import { showAssessment } from '../../src/features/assessment/usecases/present.ts'
import { recordActual } from '../../src/features/assessment/usecases/record.ts'
import { recordMeeting, writeDifficulties } from '../../src/features/assessment/usecases/writing.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { smallMinistry } from './performance-world.ts'

/** Wednesday 18 March 2026, noon in Muscat: the closing of the first quarter began on the day before. */
export const closingNoon = new Date('2026-03-18T08:00:00Z')
/** Thursday 2 April 2026: the cycle is over. */
export const afterEnd = new Date('2026-04-02T08:00:00Z')

export type ClosingWorld = Awaited<ReturnType<typeof closingMinistry>>
type Who = Parameters<Awaited<ReturnType<typeof smallMinistry>>['actor']>[0]
type Doing = { readonly who?: Who; readonly now?: Date; readonly version?: number }

/** The small ministry with one agreed document of two key results (60 and 40 percent), and what happens to it at the end. */
export async function closingMinistry(db: Database, options: Parameters<typeof smallMinistry>[1] = {}) {
  const world = await smallMinistry(db, options)
  const agree = async (who: Who = 'employee') => {
    const id = world.documentOf(who)
    const { keyResults } = await world.write(id, who)
    await world.move(id, 'submit', who)
    await world.meet(id, 'supervisor')
    await world.move(id, 'agree', 'supervisor')
    return { id, keyResults }
  }
  const { id, keyResults } = await agree()
  const [first = '', second = ''] = keyResults

  const versionOf = (documentId = id) =>
    world.run(async (tx) => {
      const { rows } = await sql<{ version: number }>`
        SELECT version FROM assessments WHERE document_id = ${documentId}`.execute(tx)
      return rows[0]?.version ?? 0
    })
  const acting = ({ who = 'employee', now = closingNoon }: Doing) => ({ actor: world.actor(who), now, newId })
  const view = (who: Who = 'employee', now = closingNoon, documentId = id) =>
    world.run(async (tx) => (await showAssessment({ documentId, actor: world.actor(who), now, tx })).view)
  const open = (now = closingNoon) => world.run((tx) => openWindows({ tx, now, newId, entityId: world.entityId }))
  const record = async (keyResultId: string, actual: string | null, doing: Doing & { documentId?: string } = {}) => {
    const documentId = doing.documentId ?? id
    const version = doing.version ?? (await versionOf(documentId))
    return world.run((tx) => recordActual({ documentId, keyResultId, actual, version, ...acting(doing), tx }))
  }
  const prove = (keyResultId: string, doing: Doing & { documentId?: string; text?: string; filename?: string } = {}) =>
    world.run((tx) =>
      addEvidence({
        documentId: doing.documentId ?? id,
        keyResultId,
        note: '',
        file: { filename: doing.filename ?? 'proof.csv', bytes: Buffer.from(doing.text ?? 'service,done\nA,1\n') },
        ...acting(doing),
        tx,
      }),
    )
  const noDifficulties = async (doing: Doing & { documentId?: string } = {}) => {
    const documentId = doing.documentId ?? id
    const version = await versionOf(documentId)
    return world.run((tx) => writeDifficulties({ documentId, version, none: true, items: [], ...acting(doing), tx }))
  }
  const move = async (
    name: MoveName,
    who: Who,
    doing: Doing & { note?: string; acceptRemaining?: boolean; documentId?: string } = {},
  ) => {
    const documentId = doing.documentId ?? id
    const version = doing.version ?? (await versionOf(documentId))
    const { note, acceptRemaining = false } = doing
    const request = { documentId, version, move: name, note, acceptRemaining }
    return world.run((tx) => moveAssessment({ ...request, ...acting({ ...doing, who }), tx }))
  }
  const meet = (who: Who = 'supervisor', now = closingNoon, documentId = id) =>
    world.run((tx) =>
      recordMeeting({ documentId, heldAt: now, mode: 'in_person', notes: '', ...acting({ who, now }), tx }),
    )
  const correct = async (keyResultId: string, actual: string | null, doing: Doing = {}) => {
    const version = doing.version ?? (await versionOf())
    const why = { reasonCode: 'ACT-02', reasonText: 'الدليل يبيّن قيمة أخرى' }
    await world.run((tx) =>
      corrections.correctActual({
        documentId: id,
        keyResultId,
        actual,
        version,
        ...why,
        ...acting({ who: 'supervisor', ...doing }),
        tx,
      }),
    )
    const { objectives } = await view('supervisor', doing.now)
    const line = objectives.flatMap((one) => one.lines).find((one) => one.keyResultId === keyResultId)
    return line?.corrections[0]?.id ?? ''
  }
  const answer = async (correctionId: string, said: 'agreed' | 'reserved', doing: Doing & { note?: string } = {}) => {
    const version = doing.version ?? (await versionOf())
    const request = { documentId: id, correctionId, version, answer: said, note: doing.note }
    return world.run((tx) => corrections.answerCorrection({ ...request, ...acting(doing), tx }))
  }
  const rule = async (correctionId: string, ruling: 'confirmed' | 'returned', doing: Doing = {}) => {
    const version = doing.version ?? (await versionOf())
    const request = { documentId: id, correctionId, version, ruling, note: 'بعد النظر في الأدلة' }
    return world.run((tx) => corrections.ruleOnCorrection({ ...request, ...acting({ who: 'boss', ...doing }), tx }))
  }
  /** Everything that sending needs: 90 of 85, 80 of 85, with evidence, no difficulties. */
  const fill = async ({
    who = 'employee',
    now = closingNoon,
    documentId = id,
    lines = [first, second],
  }: Doing & { documentId?: string; lines?: readonly string[] } = {}) => {
    for (const [index, line] of lines.entries()) {
      await record(line, index === 0 ? '90' : '80', { who, now, documentId })
      await prove(line, { who, now, documentId, text: `line,${index},${documentId}\n` })
    }
    await noDifficulties({ who, now, documentId })
  }
  const sent = async (now = closingNoon) => {
    await open(now)
    await fill({ now })
    await move('send', 'employee', { now })
  }
  const delegateAchievement = (from: Parameters<typeof world.delegate>[0], to: Parameters<typeof world.delegate>[1]) =>
    world.run((tx) =>
      sql`INSERT INTO delegations (id, delegator_id, delegate_id, scopes, starts_on, ends_on, reason, created_by, created_at)
          VALUES (${newId()}, ${world.ids[from]}, ${world.ids[to]}, ARRAY['approve_achievement'], '2026-01-01', '2026-06-30', 'إجازة',
                  ${world.ids[from]}, ${closingNoon})`.execute(tx),
    )

  return {
    ...world,
    id,
    first,
    second,
    agree,
    assessmentVersion: versionOf,
    show: view,
    openWindows: open,
    record,
    prove,
    noDifficulties,
    act: move,
    hold: meet,
    correct,
    answer,
    rule,
    fill,
    sent,
    delegateAchievement,
  }
}
