import { calendarOf } from '../../policies/public.ts'
import { partsOf } from '../policy.ts'
import * as grievances from '../repository.ts'
import { membersOf } from '../views/involvement.ts'
import { type CardRow, filedCards, ownCards, ownResults } from '../views/lists.ts'
import { peopleOf } from '../views/people.ts'
import { circleOf } from './access.ts'
import type { Reading } from './act.ts'
import { percent } from './present.ts'

/** The own cases, and the own published results with the time that is left. */
export async function listMine({ actor, now, tx }: Reading) {
  const { employeeId } = actor
  if (employeeId === null) return { now, items: [], results: [] }
  const results = await ownResults(tx, { employeeId })
  return {
    now,
    items: await withPeople({ actor, now, tx }, await ownCards(tx, { employeeId })),
    results: results.map((one) => ({ ...one, result: percent(one.result), open: now <= one.filesUntil })),
  }
}

type Listing = Reading & {
  readonly state: 'open' | 'closed'
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Cases that the actor may open, newest first. A case that one must not see is not listed. */
export async function listCases({ state, cursor, limit, ...reading }: Listing) {
  const { actor, tx } = reading
  const found: CardRow[] = []
  let after: string | null = isId(cursor) ? cursor : null
  let more = true
  while (more && found.length <= limit) {
    const rows: CardRow[] = await filedCards(tx, { open: state === 'open', after, limit: 100 })
    for (const row of rows) if (found.length <= limit && (await isSeen(reading, row.id))) found.push(row)
    after = rows.at(-1)?.id ?? null
    more = rows.length === 100
  }
  const shown = found.slice(0, limit)
  const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null
  return { items: await withPeople(reading, shown), next, committee: await isMember(tx, actor.employeeId, reading.now) }
}

async function isSeen({ actor, now, tx }: Reading, id: string): Promise<boolean> {
  const grievance = await grievances.read(tx, { id })
  if (!grievance || grievance.employeeId === actor.employeeId) return false
  return (
    partsOf(actor, { ...grievance, ...(await circleOf(tx, { grievance, today: (await calendarOf(tx)).today(now) })) })
      .length > 0
  )
}

export async function isMember(tx: Reading['tx'], employeeId: string | null, now: Date): Promise<boolean> {
  if (employeeId === null) return false
  const on = (await calendarOf(tx)).today(now)
  return (await membersOf(tx, { body: 'grievance', on })).some(({ memberId }) => memberId === employeeId)
}

async function withPeople({ now, tx }: Reading, rows: readonly CardRow[]) {
  const on = (await calendarOf(tx)).today(now)
  const find = await peopleOf(tx, { ids: rows.map(({ employeeId }) => employeeId), on })
  return rows.map(({ employeeId, ...row }) => ({ ...row, grounds: [...row.grounds], employee: find(employeeId) }))
}

function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
