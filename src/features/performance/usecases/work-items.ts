import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { WorkItemKind } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'
import { errors } from '../errors.ts'
import { escalateItem } from './escalate.ts'
import { moveDocument } from './move.ts'
import { settingsOf } from './settings.ts'

const link: WorkItemKind['link'] = (item) => `/documents/${item.subject.id}`
const task = { group: 'task', link, escalate: escalateItem } as const

/** What this feature puts on people's lists. */
export const workItemKinds: readonly WorkItemKind[] = [
  { ...task, kind: itemKinds.write, icon: 'document' },
  { ...task, kind: itemKinds.revise, icon: 'return' },
  { ...task, kind: itemKinds.amend, icon: 'amendment' },
  { kind: itemKinds.objection, group: 'read', icon: 'objection', link, escalate: async () => {} },
  {
    kind: itemKinds.amendment,
    group: 'decision',
    icon: 'amendment',
    link,
    delegable: 'approve_documents',
    escalate: escalateItem,
  },
  {
    kind: itemKinds.decide,
    group: 'decision',
    icon: 'document',
    link,
    delegable: 'approve_documents',
    escalate: escalateItem,
    bulk: async (tx, { now }) => {
      const { bulk } = await settingsOf(tx, { now })
      return [
        ...(bulk.agree ? [{ move: 'agree', needsComment: false }] : []),
        ...(bulk.sendBack ? [{ move: 'sendBack', needsComment: true }] : []),
      ]
    },
    act: async (tx, { item, move, comment, actor, newId, now }) => {
      if (move !== 'agree' && move !== 'sendBack') throw refuse(errors.notOpen)
      const version = await versionOf(tx, item.subject.id)
      await moveDocument({ id: item.subject.id, version, move, note: comment, actor, newId, now, tx })
    },
  },
]

/** What has been sent does not change, so the version at the time of deciding is the one that was listed. */
async function versionOf(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT version FROM performance_documents WHERE id = ${id}::uuid FOR UPDATE`.execute(tx)
  const version = rows[0]?.version
  if (version === undefined) throw refuse(errors.notFound)
  return version
}
