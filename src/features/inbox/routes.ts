import { implement } from '../../platform/http/implement.ts'
import { inboxConnections } from './public.ts'
import * as repository from './repository.ts'
import { contract } from './schema.ts'
import { home } from './usecases/home.ts'
import { actOnMany, employee, listItems } from './usecases/items.ts'
import { listNotices } from './usecases/notices.ts'
import { doneItems, unreadCount } from './views.ts'

export const routes = implement(contract, {
  'GET /api/home': (context) => home(context),
  'GET /api/inbox': ({ query, actor, now, tx }) => listItems({ ...query, actor: employee(actor), now, tx }),
  'GET /api/inbox/done': async ({ query, actor, tx }) => {
    const { employeeId } = employee(actor)
    const before = query.cursor ? new Date(query.cursor) : null
    const items = await doneItems(tx, { employeeId, before, limit: query.limit })
    const last = items.length === query.limit ? items.at(-1) : undefined
    return {
      items: items.map((item) => {
        const kind = inboxConnections().kinds.get(item.kind)
        return { ...item, icon: kind?.icon ?? 'task', link: kind?.link({ ...item, escalation: 0 }) ?? null }
      }),
      next: last?.closedAt.toISOString() ?? null,
    }
  },
  'POST /api/inbox/bulk': ({ body, actor, now, newId, tx }) =>
    actOnMany({ ...body, comment: body.comment, actor: employee(actor), now, newId, tx }),
  'GET /api/notices': ({ query, actor, tx }) =>
    listNotices({ cursor: query.cursor ?? null, limit: query.limit, actor: employee(actor), tx }),
  'POST /api/notices/read': async ({ body, actor, now, tx }) => {
    const { employeeId } = employee(actor)
    await repository.markRead(tx, { recipientId: employeeId, ids: body.ids, now })
    return { unread: await unreadCount(tx, { employeeId }) }
  },
})
