import { refuse } from '../../../shared/refusal.ts'
import { peopleOf } from '../../grievances/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { abilities } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { partsOf } from '../policy.ts'
import * as cases from '../repository.ts'
import type { CaseRecord } from '../schema.ts'
import { type CardRow, cards, ownCards, type Row, recordRow } from '../views/cases.ts'
import { circleOf, readVisible, type Seen } from './access.ts'
import type { Reading } from './act.ts'
import { maySettle } from './study.ts'

/** The case for whoever has a part in it. The employee reads everything (AMB-33). */
export async function showCase(request: Reading & { readonly id: string }): Promise<CaseRecord> {
  const { id, actor, tx } = request
  const seen = await readVisible(request)
  const row = await recordRow(tx, { id })
  if (!row) throw refuse(errors.notFound)
  const find = await peopleOf(tx, { ids: idsIn(row, seen), on: seen.today })
  const { value: rules } = await policyValue(tx, { key: 'low_performance.plan', year: Number(seen.today.slice(0, 4)) })
  const act = <T extends object>(by: string | null, at: string | null, facts: T | null) =>
    by !== null && at !== null && facts !== null ? { by: find(by), at, ...facts } : null
  return {
    id: row.id,
    version: row.version,
    year: row.year,
    number: row.number,
    status: row.status,
    statusSince: row.statusSince,
    parts: [...seen.parts],
    employee: find(row.employeeId),
    supervisor: seen.supervisorId === null ? null : find(seen.supervisorId),
    rank: row.rank,
    openedAt: row.openedAt,
    dueOn: row.dueOn,
    raisedAt: row.raisedAt,
    today: seen.today,
    planMonths: Math.min(rules.months, 6),
    employeeWords: act(
      row.employeeId,
      row.employeeWordsAt,
      row.employeeWords === null ? null : { words: row.employeeWords },
    ),
    supervisorWords: act(
      row.supervisorWordsBy,
      row.supervisorWordsAt,
      row.supervisorWords === null ? null : { words: row.supervisorWords },
    ),
    study: act(row.studiedBy, row.studiedAt, row.study === null ? null : { text: row.study }),
    causes: [...row.causes],
    plan: act(row.plannedBy, row.plannedAt, planIn(row)),
    measures: row.measures.map(({ ownerId, ...one }) => ({
      ...one,
      owner: find(ownerId),
      can:
        one.status === 'open' && maySettle(seen, ownerId, actor.employeeId)
          ? { settle: { allowed: true as const } }
          : {},
    })),
    reviews: row.reviews.map(({ by, ...one }) => ({ ...one, by: by === null ? null : find(by) })),
    answers: [...row.answers],
    closing: act(
      row.closedBy,
      row.closedAt,
      row.outcome && row.outcomeReason ? { outcome: row.outcome, reason: row.outcomeReason } : null,
    ),
    can: canOf(seen),
  }
}

function planIn({ planAim, planStartsOn, planEndsOn }: Row) {
  return planAim && planStartsOn && planEndsOn ? { aim: planAim, startsOn: planStartsOn, endsOn: planEndsOn } : null
}

function idsIn(row: Row, { supervisorId }: Seen): (string | null)[] {
  const named = [row.employeeId, supervisorId, row.supervisorWordsBy, row.studiedBy, row.plannedBy, row.closedBy]
  return [...named, ...row.measures.map(({ ownerId }) => ownerId), ...row.reviews.map(({ by }) => by)]
}

function canOf({ facts, parts, found }: Seen): CaseRecord['can'] {
  const yes = { allowed: true } as const
  const studied = found.status === 'opened' || found.status === 'studied'
  const speaks = parts.includes('employee') || parts.includes('supervisor')
  return {
    ...abilities(facts, parts),
    ...(studied && speaks && { speak: yes }),
    ...(parts.includes('employee') && { answer: yes }),
  }
}

export async function listMine({ actor, now, tx }: Reading) {
  const { employeeId } = actor
  return { items: employeeId === null ? [] : await withPeople({ actor, now, tx }, await ownCards(tx, { employeeId })) }
}

type Listing = Reading & {
  readonly state: 'open' | 'closed'
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Cases that the actor may open, newest first, without the own one. */
export async function listCases({ state, cursor, limit, ...reading }: Listing) {
  const found: CardRow[] = []
  let after: string | null = cursor !== undefined && isId.test(cursor) ? cursor : null
  let more = true
  while (more && found.length <= limit) {
    const rows: CardRow[] = await cards(reading.tx, { open: state === 'open', after, limit: 100 })
    for (const row of rows) if (found.length <= limit && (await isSeen(reading, row))) found.push(row)
    after = rows.at(-1)?.id ?? null
    more = rows.length === 100
  }
  const shown = found.slice(0, limit)
  const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null
  return { items: await withPeople(reading, shown), next }
}

async function isSeen({ actor, now, tx }: Reading, { id, employeeId }: CardRow): Promise<boolean> {
  if (employeeId === actor.employeeId) return false
  const found = await cases.find(tx, { id, locking: false })
  const today = (await calendarOf(tx)).today(now)
  return found !== null && partsOf(actor, await circleOf(tx, { found, today })).length > 0
}

async function withPeople({ now, tx }: Reading, rows: readonly CardRow[]) {
  const on = (await calendarOf(tx)).today(now)
  const find = await peopleOf(tx, { ids: rows.map(({ employeeId }) => employeeId), on })
  return rows.map(({ employeeId, ...row }) => ({ ...row, causes: [...row.causes], employee: find(employeeId) }))
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
