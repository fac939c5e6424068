import { yearOf } from '../../appraisal/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { ordered, standingOf } from '../domain/seats.ts'
import { mayDesignate, partsOf } from '../policy.ts'
import * as nominations from '../repository.ts'
import type { Group } from '../schema.ts'
import { reviewMembers } from '../views/committee.ts'
import { projectsOf } from '../views/dossier.ts'
import { peopleOf } from '../views/people.ts'
import { type Competitor, competing, competitors, frozenYears, groupsOf, resultOf } from '../views/results.ts'
import { teamRows } from '../views/team.ts'
import { circleOf, requirementFor } from './access.ts'
import type { Reading } from './act.ts'
import { seatsIn, toleranceOf } from './seats.ts'

type InYear = Reading & { readonly year?: number | undefined }

/** Who passed the gate among the direct reports, and whose request waits. */
export async function listTeam({ year, actor, now, tx }: InYear) {
  const years = await frozenYears(tx)
  const chosen = year ?? years[0] ?? null
  const { employeeId } = actor
  if (employeeId === null || chosen === null) {
    return { year: chosen, years, yearStatus: null, requirement: { applicable: 4, needed: 4 }, rows: [] }
  }
  const on = (await calendarOf(tx)).today(now)
  const yearStatus = (await yearOf(tx, { year: chosen }))?.status ?? 'open'
  const rows = await teamRows(tx, { supervisorId: employeeId, year: chosen, on })
  const find = await peopleOf(tx, { ids: rows.map((row) => row.employeeId), on })
  const inTime = yearStatus === 'frozen' || yearStatus === 'signed'
  return {
    year: chosen,
    years,
    yearStatus,
    requirement: await requirementFor(tx, { year: chosen, needed: null, applicable: null }),
    rows: rows.map(({ employeeId: id, result, rank, nominationId, status, version, requested, raised }) => ({
      employee: find(id),
      result,
      rank,
      nomination:
        nominationId && status && version !== null ? { id: nominationId, status, version, requested, raised } : null,
      begin:
        rank !== 'very_good'
          ? ({ allowed: false, why: 'excellence.gate' } as const)
          : inTime
            ? ({ allowed: true } as const)
            : ({ allowed: false, why: 'excellence.window_closed' } as const),
    })),
  }
}

/**
 * Dossiers that were sent and that the reader may open, by group, from the highest result. The committee and the head
 * see the arithmetic of every group, officials that of the groups of their own people, everybody else nothing.
 */
export async function listCases({ year, ...reading }: InYear) {
  const { actor, tx } = reading
  const years = await frozenYears(tx)
  const chosen = year ?? years[0] ?? null
  const designate = mayDesignate(actor)
  if (chosen === null) return { year: chosen, years, yearStatus: null, groups: [], projects: [], designate }
  const wide = designate || (await isMember(reading))
  const groups = await groupsWith(reading, chosen)
  return {
    year: chosen,
    years,
    yearStatus: (await yearOf(tx, { year: chosen }))?.status ?? 'open',
    groups: groups.filter(({ nominations: visible }) => wide || visible.length > 0),
    projects: await projectsOf(tx, { year: chosen }),
    designate,
  }
}

async function groupsWith(reading: Reading, year: number): Promise<Group[]> {
  const { now, tx } = reading
  const on = (await calendarOf(tx)).today(now)
  const all = await competitors(tx, { year })
  const find = await peopleOf(tx, { ids: all.map(({ employeeId }) => employeeId), on })
  const visible = new Set<string>()
  for (const one of all) if (await isSeen(reading, one, on)) visible.add(one.id)
  const tolerance = await toleranceOf(tx, { year })
  const groups = await groupsOf(tx, { year })
  return groups.map((group) => {
    const seats = seatsIn(group, tolerance)
    const mine = ordered(all.filter(({ groupId }) => groupId === group.id)) as Competitor[]
    const ratified = mine.filter(({ status }) => status === 'ratified').length
    return {
      id: group.id,
      division: group.division,
      jobFamily: group.jobFamily,
      people: group.size,
      seats: seats.seats,
      product: group.quotas.find(({ rank }) => rank === 'excellent')?.product ?? null,
      pool: seats.pool,
      tolerance: Math.max(tolerance.seats, Math.floor((tolerance.percent * seats.pool) / 100)),
      passedGate: group.veryGood + ratified,
      ratified,
      unused: seats.seats === null ? null : Math.max(0, seats.seats - ratified),
      nominations: mine.flatMap((one) =>
        visible.has(one.id)
          ? [
              {
                id: one.id,
                version: one.version,
                employee: find(one.employeeId),
                status: one.status,
                requested: one.requested,
                ranking: Number(one.ranking),
                place: placeOf(mine, one),
                met: one.met,
                needed: one.needed,
                seat: one.status === 'verified' ? standingOf(one.id, competing(mine), seats) : null,
              },
            ]
          : [],
      ),
    }
  })
}

/** Competition ranking from 1: equals share a place. */
function placeOf(sorted: readonly Competitor[], one: Competitor): number {
  return 1 + sorted.findIndex(({ ranking }) => ranking === one.ranking)
}

async function isSeen({ actor, tx }: Reading, one: Competitor, today: string): Promise<boolean> {
  const nomination = await nominations.read(tx, { id: one.id })
  const result = nomination && (await resultOf(tx, nomination))
  if (!nomination || !result || nomination.employeeId === actor.employeeId) return false
  const parts = partsOf(actor, { ...nomination, ...(await circleOf(tx, { nomination, result, today })) })
  return parts.some((part) => part !== 'employee' && part !== 'nominator')
}

/** Sits on the review committee as one who judges. */
export async function isMember({ actor, now, tx }: Reading): Promise<boolean> {
  const on = (await calendarOf(tx)).today(now)
  const members = await reviewMembers(tx, { on })
  return members.some(({ memberId, capacity }) => memberId === actor.employeeId && capacity !== 'secretary')
}
