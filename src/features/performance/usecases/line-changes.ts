import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { notify, reassignWorkItems } from '../../inbox/public.ts'
import type { OrganizationEvents } from '../../organization/public.ts'
import { itemKinds } from '../domain/telling.ts'
import * as documents from '../repository/documents.ts'
import { openDocumentsOf } from '../views/document.ts'
import { settingsOf } from './settings.ts'
import { paramsOf, subjectOf } from './tell.ts'

type Changed = { employeeId: string; from: string | null; to: string | null; newId: NewId; now: Date }

/** What waits for the former supervisor passes to the new one; the agreed document stays valid (AMB-18). */
async function supervisorChanged(tx: Tx, { employeeId, from, to, newId, now }: Changed): Promise<void> {
  if (to === null) return
  const { today } = await settingsOf(tx, { now })
  for (const id of await openDocumentsOf(tx, { employeeId })) {
    const document = await documents.lock(tx, { id, employeeId: null, today })
    if (!document) continue
    const subject = subjectOf(document)
    if (from !== null) {
      for (const kind of [itemKinds.decide, itemKinds.amendment]) {
        await reassignWorkItems(tx, { subject, kind, assigneeId: from, toId: to, now })
      }
    }
    await notify(tx, {
      recipients: [to, employeeId],
      kind: 'performance.supervisor_changed',
      params: paramsOf(document),
      subject,
      newId,
      now,
    })
  }
}

export const organizationEvents = { supervisorChanged } satisfies OrganizationEvents
