import { hasQuorum } from '../domain/voting.ts'
import { isVoter, keepsPapers } from '../policy.ts'
import type { Sitting } from '../repository/sittings.ts'
import type { CaseRow, Person, SittingAnswer } from '../schema.ts'
import { attendanceRows } from '../views/attendance.ts'
import { peopleByIds } from '../views/people-cards.ts'
import { type Asking, enterSitting, type Room } from './access.ts'
import { caseRow, records } from './present-case.ts'

/** More cases than these stand on the list of the year alone. */
const mostCases = 200

/** One sitting with its people and its cases. */
export async function showSitting(asking: Asking & { readonly id: string }): Promise<SittingAnswer> {
  const { sitting, room } = await enterSitting(asking)
  const { today } = room.settings
  const attendance = await attendanceRows(asking.tx, { id: sitting.id, today })
  const callers = await peopleByIds(asking.tx, { ids: [sitting.calledBy], today })
  const present = attendance.filter((one) => one.present && isVoter(one.capacity)).length
  const { quorum } = room.settings
  return {
    id: sitting.id,
    year: sitting.year,
    number: sitting.number,
    heldOn: sitting.heldOn,
    status: sitting.status,
    agenda: sitting.agenda,
    minutes: sitting.minutes,
    calledBy: (callers.get(sitting.calledBy) ?? null) as Person | null,
    calledAt: sitting.calledAt.toISOString(),
    openedAt: sitting.openedAt?.toISOString() ?? null,
    closedAt: sitting.closedAt?.toISOString() ?? null,
    version: sitting.version,
    attendance,
    quorum: { needed: quorum, present, met: hasQuorum(present, quorum) },
    cases: await casesOf(asking, room, sitting),
    can: abilitiesOf(room, sitting, present),
  }
}

async function casesOf(asking: Asking, room: Room, sitting: Sitting): Promise<CaseRow[]> {
  const of = { ...asking, year: sitting.year }
  const decided = await records(of, room, { sittingId: sitting.id, limit: mostCases })
  const open = sitting.status === 'closed' ? [] : await records(of, room, { status: 'open', limit: mostCases })
  return [...open, ...decided].map(caseRow)
}

const yes = { allowed: true } as const
const no = (why: string) => ({ allowed: false, why }) as const

function abilitiesOf(
  { parts, state, settings }: Room,
  { status, minutes }: Sitting,
  present: number,
): SittingAnswer['can'] {
  if (!keepsPapers(parts)) return {}
  const running = status === 'closed' ? no('workflow.not_open') : yes
  const isChair = parts.includes('chair')
  const opens =
    status !== 'called'
      ? no('workflow.not_open')
      : state.status !== 'frozen'
        ? no('calibration.year_not_frozen')
        : hasQuorum(present, settings.quorum)
          ? yes
          : no('calibration.quorum_lost')
  return {
    edit: running,
    attend: running,
    ...(isChair && {
      open: opens,
      close: status !== 'open' ? no('workflow.not_open') : minutes.trim() === '' ? no('calibration.no_minutes') : yes,
    }),
  }
}
