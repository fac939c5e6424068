import { separateTie } from '../domain/ties.ts'
import { majorityOf, maySpeakFor } from '../domain/voting.ts'
import { isVoter } from '../policy.ts'
import * as sittings from '../repository/sittings.ts'
import type { CaseAnswer, CaseRow } from '../schema.ts'
import {
  type CaseQuery,
  type CaseRecord,
  caseRecords,
  changesOf,
  curveReasonOf,
  recusalRows,
  tieMembersOf,
  votesOf,
} from '../views/cases.ts'
import { committeeOn, recusalsOf } from '../views/committee.ts'
import { decodeCursor, pageOf } from '../views/cursor.ts'
import { type Asking, enter, enterCase, type Room } from './access.ts'

type ListQuery = Pick<CaseQuery, 'status' | 'origin' | 'waiting'> & {
  readonly cursor?: string | undefined
  readonly limit: number
}

export async function listCases({ query, ...asking }: Asking & { readonly year: number; readonly query: ListQuery }) {
  const room = await enter(asking)
  const { cursor, limit, ...which } = query
  const rows = await records(asking, room, { ...which, after: decodeCursor(cursor), limit: limit + 1 })
  const { shown, next } = pageOf(rows, limit, (row) => ({ key: row.key, id: row.id }))
  return { cases: shown.map(caseRow), next }
}

type Which = Omit<CaseQuery, 'year' | 'me' | 'today' | 'voters'>

export async function records(
  { year, actor, tx }: Asking & { readonly year: number },
  { settings }: Room,
  which: Which,
): Promise<CaseRecord[]> {
  const voters = await votersToday({ tx }, settings.today)
  return caseRecords(tx, { ...which, year, me: actor.employeeId, today: settings.today, voters })
}

async function votersToday({ tx }: Pick<Asking, 'tx'>, today: string): Promise<string[]> {
  return (await committeeOn(tx, { on: today })).filter((one) => isVoter(one.capacity)).map((one) => one.id)
}

export function caseRow(record: CaseRecord): CaseRow {
  const { voters, before, sitting, openedById: _, groupId: __, key: ___, year: ____, ...row } = record
  const { supervisor: _____, higherOfficial: ______, ...shown } = row
  return {
    ...shown,
    openedAt: row.openedAt.toISOString(),
    result: Number(row.result),
    before: { ...before, voters },
    sitting: { ...sitting, voters },
  }
}

/** One case as the reader may see it: the judgements of others stay closed until one's own is given (AMB-30). */
export async function showCase(asking: Asking & { readonly id: string }): Promise<CaseAnswer> {
  const { id, actor, tx } = asking
  const { room, case: found } = await enterCase(asking)
  const { year, employeeId } = found
  const { today } = room.settings
  const [record] = await records({ ...asking, year }, room, { id, limit: 1 })
  if (!record) throw new Error('a case without a record')
  const voters = await votersToday(asking, today)
  const open = await sittings.openSittingOf(tx, { year })
  const present = open ? (await sittings.attendants(tx, { id: open.id })).filter((one) => one.present) : []
  const causes = await recusalsOf(tx, { caseId: id, members: present.map((one) => one.id), today })
  const judges = present
    .filter((one) => isVoter(one.capacity))
    .map((one) => ({ memberId: one.id, isChair: one.capacity === 'chair', recused: causes.has(one.id) }))
  const votes = await votesOf(tx, { caseId: id, today })
  const inSitting = votes.filter((one) => one.stage === 'sitting')
  const mine = votes.some((one) => one.memberId === actor.employeeId)
  const sees = mine || open !== null || record.status !== 'open'
  const shownVote = ({ member, rank, note, at }: (typeof votes)[number]) => ({ member, rank, note, at })
  return {
    ...caseRow(record),
    year,
    supervisor: record.supervisor,
    higherOfficial: record.higherOfficial,
    curveReason: await curveReasonOf(tx, { year, employeeId }),
    changes: await changesOf(tx, { year, employeeId, today }),
    votesBefore: sees ? votes.filter((one) => one.stage === 'before').map(shownVote) : null,
    votes: inSitting.map(shownVote),
    majority: record.status === 'open' && open ? majorityOf(inSitting, judges) : (record.decision?.rank ?? null),
    recusals: await recusalRows(tx, { caseId: id, voters, today }),
    tie: found.origin === 'tie' ? await tieOf(asking, { year, employeeId, today }) : null,
    can: abilitiesOf({ record, room, me: actor.employeeId, judges, isOpen: open !== null }),
  }
}

async function tieOf(
  { tx }: Asking,
  which: { year: number; employeeId: string; today: string },
): Promise<CaseAnswer['tie']> {
  const { members, seats, beyond } = await tieMembersOf(tx, which)
  if (members.length === 0) return null
  const byId = new Map(members.map((one) => [one.employeeId, one]))
  const whole = (value: bigint | null | undefined) => (value === null || value === undefined ? null : Number(value))
  return {
    seats,
    beyond,
    people: separateTie(members, seats).flatMap(({ employeeId, position, up, by }) => {
      const member = byId.get(employeeId)
      if (!member) return []
      return {
        employee: member.employee,
        caseId: member.caseId,
        position,
        up,
        by,
        planWeight: whole(member.plan_weight),
        lowestCycle: whole(member.lowest_cycle),
        lastCycle: whole(member.last_cycle),
      }
    }),
  }
}

type Judging = {
  readonly record: CaseRecord
  readonly room: Room
  readonly me: string | null
  readonly judges: readonly { memberId: string; isChair: boolean; recused: boolean }[]
  readonly isOpen: boolean
}

const yes = { allowed: true } as const
const no = (why: string) => ({ allowed: false, why }) as const

/** What the member may do now, in the order in which the server would refuse it. */
function abilitiesOf({ record, room, me, judges, isOpen }: Judging): CaseAnswer['can'] {
  if (!me || !room.capacity || !isVoter(room.capacity)) return {}
  const closed =
    record.recused === 'self'
      ? no('calibration.own_case')
      : record.recused
        ? no('calibration.recused')
        : room.state.status !== 'frozen'
          ? no('calibration.year_not_frozen')
          : record.status !== 'open'
            ? no('workflow.not_open')
            : null
  const present = judges.some((judge) => judge.memberId === me)
  const quorum = judges.length >= room.settings.quorum
  const inRoom = !present ? no('calibration.not_present') : quorum ? null : no('calibration.quorum_lost')
  const taken = record.origin === 'supervisor_view' || record.origin === 'tie'
  const speaks = maySpeakFor(me, judges)
  return {
    vote: closed ?? (isOpen ? (inRoom ?? yes) : yes),
    recuse: closed ?? yes,
    ...((room.capacity === 'chair' || speaks) && {
      decide:
        closed ?? (isOpen ? (inRoom ?? (speaks ? yes : no('workflow.not_yours'))) : no('calibration.no_sitting_open')),
    }),
    ...((room.capacity === 'chair' || record.openedById === me) && {
      withdraw: closed ?? (taken ? no('calibration.case_stays') : yes),
    }),
  }
}
