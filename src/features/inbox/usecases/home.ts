import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { calendarOf } from '../../policies/public.ts'
import { type HomeDate, inboxConnections } from '../public.ts'
import { doneSince, notices } from '../views.ts'
import { isEmployee, listItems } from './items.ts'
import { presentNotice } from './notices.ts'

const shownItems = 8
const shownNotices = 5
const shownDates = 4

/** The landing page in one light request: what waits for me, what I was told, and the cards of later features. */
export async function home({ actor, now, tx }: { actor: EntityActor; now: Date; tx: Tx }) {
  if (!isEmployee(actor)) {
    const today = (await calendarOf(tx)).today(now)
    const counts = { all: 0, overdue: 0, today: 0, week: 0, later: 0 }
    return { today, items: [], counts, kinds: [], done: null, notices: [], dates: [], cards: {} }
  }
  const list = await listItems({ limit: shownItems, actor, now, tx })
  const since = new Date(now.getTime() - 7 * 86_400_000)
  const told = await notices(tx, { employeeId: actor.employeeId, before: null, limit: shownNotices })
  const cards: Record<string, unknown> = {}
  let dates: HomeDate[] = []
  // One after another: they share the connection of this transaction.
  for (const provider of inboxConnections().home) {
    const card = await provider.card?.(tx, { actor, now })
    if (card !== undefined && card !== null) cards[provider.name] = card
    dates = [...dates, ...((await provider.dates?.(tx, { actor, now })) ?? [])]
  }
  return {
    ...list,
    done: await doneSince(tx, { employeeId: actor.employeeId, since }),
    notices: told.map(presentNotice),
    dates: dates
      .filter((date) => date.on >= list.today)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .slice(0, shownDates),
    cards,
  }
}
