import type { Tx } from '../../../platform/db/database.ts'
import type { EmployeeActor } from '../../../shared/actor.ts'
import { inboxConnections } from '../public.ts'
import { type Notice, notices } from '../views.ts'

export function presentNotice(notice: Notice) {
  const link = notice.subject && inboxConnections().links[notice.subject.type]
  return {
    id: notice.id,
    kind: notice.kind,
    params: notice.params,
    link: (notice.subject && link?.(notice.subject.id)) ?? null,
    createdAt: notice.createdAt,
    read: notice.readAt !== null,
  }
}

type Asked = { readonly cursor: string | null; readonly limit: number; readonly actor: EmployeeActor; readonly tx: Tx }

/** A page of what the person was told. */
export async function listNotices({ cursor, limit, actor, tx }: Asked) {
  const found = await notices(tx, { employeeId: actor.employeeId, before: cursor, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items: items.map(presentNotice), next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}
