import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { WorkItemKind } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { errors } from '../errors.ts'
import { escalateItem } from './escalate.ts'
import { moveAssessment } from './move.ts'
import { settingsOf } from './settings.ts'

const link: WorkItemKind['link'] = (item) => `/assessments/${item.subject.id}`
const decision = { group: 'decision', link, delegable: 'approve_achievement', escalate: escalateItem } as const

/** What this feature puts on people's lists. */
export const workItemKinds: readonly WorkItemKind[] = [
  // A recorder finds the assessment by its own page.
  { kind: itemKinds.record, group: 'task', icon: 'reading', link, escalate: escalateItem },
  { kind: itemKinds.revise, group: 'task', icon: 'return', link, escalate: escalateItem },
  { kind: itemKinds.answer, group: 'task', icon: 'correction', link, escalate: async () => {} },
  { kind: itemKinds.objection, group: 'read', icon: 'objection', link, escalate: async () => {} },
  {
    kind: itemKinds.interimNote,
    group: 'task',
    icon: 'task',
    link: (item) => (item.aboutId ? `/team/feedback?employee=${item.aboutId}` : '/team/feedback'),
    escalate: escalateItem,
  },
  { ...decision, kind: itemKinds.rule, icon: 'correction' },
  {
    ...decision,
    kind: itemKinds.review,
    icon: 'document',
    bulk: async (tx, { now }) => {
      const { bulkApprove } = await settingsOf(tx, { now })
      return bulkApprove ? [{ move: 'approve', needsComment: false }] : []
    },
    act: async (tx, { item, move, actor, newId, now }) => {
      if (move !== 'approve') throw refuse(errors.notOpen)
      const { bulkApprove } = await settingsOf(tx, { now })
      if (!bulkApprove) throw refuse(errors.bulkNotAllowed)
      const documentId = item.subject.id
      const version = await versionOf(tx, documentId)
      await moveAssessment({ documentId, version, move, acceptRemaining: true, actor, newId, now, tx })
    },
  },
  {
    kind: itemKinds.decideCycle,
    group: 'decision',
    icon: 'task',
    link: () => '/team/assessments',
    delegable: 'approve_achievement',
  },
]

async function versionOf(tx: Tx, documentId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT version FROM assessments WHERE document_id = ${documentId}::uuid`.execute(tx)
  const version = rows[0]?.version
  if (version === undefined) throw refuse(errors.notFound)
  return version
}
