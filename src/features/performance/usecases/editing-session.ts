import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { diff } from '../domain/diff.ts'
import type { Content } from '../domain/document.ts'
import * as lines from '../repository/lines.ts'
import { contentOf } from '../views/content.ts'

type Request = { readonly documentId: string; readonly content?: Content; readonly now: Date; readonly tx: Tx }

/** Ends what somebody was writing: one audit row for the whole session, with what it began from and what came of it (H10). */
export async function endEditing({ documentId, content, now, tx }: Request): Promise<void> {
  const session = await lines.endSession(tx, { documentId })
  if (!session) return
  const before = session.before as Content
  const after = content ?? (await contentOf(tx, { documentId }))
  if (diff(before, after).count === 0 && sameOrder(before, after)) return
  audit.record(tx, {
    actor: { identityId: session.identityId, employeeId: session.editorId },
    action: 'performance.edit',
    subject: { type: 'performance_document', id: documentId },
    before,
    after,
    at: now,
  })
}

function sameOrder(before: Content, after: Content): boolean {
  const order = ({ objectives }: Content) => objectives.map((one) => [one.id, one.keyResults.map((key) => key.id)])
  return JSON.stringify(order(before)) === JSON.stringify(order(after))
}
