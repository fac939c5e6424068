import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { abilities } from '../../../shared/workflow.ts'
import { calendarOf } from '../../policies/public.ts'
import { askedMoves, moves, obstacleTo, type Part } from '../domain/workflow.ts'
import type { YearState } from '../domain/year.ts'
import { partsOf } from '../policy.ts'
import type { Overview } from '../schema.ts'
import { bandCounts, countsOf, cycleSteps, decidedSince, groupCount } from '../views/overview.ts'
import { approvalsOf } from '../views/team.ts'
import { listYears, yearOf } from '../views/years.ts'
import { appraisalConnections } from './connections.ts'

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** Years that have been touched, and the last three of the calendar even before. */
export async function yearsOf({ now, tx }: Request) {
  const thisYear = Number((await calendarOf(tx)).today(now).slice(0, 4))
  const known = await listYears(tx)
  const missing = [thisYear, thisYear - 1].filter((year) => !known.some((one) => one.year === year))
  return { years: [...known, ...missing.map(openYear)].toSorted((a, b) => b.year - a.year) }
}

/** A year that nobody has touched. Its version is that of the row which the first move makes. */
function openYear(year: number): Omit<YearState, 'id'> {
  const never = { frozenAt: null, frozenBy: null, signedAt: null, approvedAt: null, confirmedAt: null }
  return { year, status: 'open', version: 1, freezes: 0, ...never, publishedAt: null, grievancesUntil: null }
}

/** One year step by step (AMB-29): what has been done, how many stand where, who is waited for. */
export async function overviewOf({ year, actor, now, tx }: Request & { readonly year: number }): Promise<Overview> {
  const today = (await calendarOf(tx)).today(now)
  const state = (await yearOf(tx, { year })) ?? openYear(year)
  const { undecidedExcellence, openSitting } = appraisalConnections()
  const counts = await countsOf(tx, { year })
  const facts = {
    cycles: await cycleSteps(tx, { year }),
    approvals: await approvalsOf(tx, { year, today }),
    undecidedExcellence: await undecidedExcellence(tx, { year }),
    openSitting: await openSitting(tx, { year }),
    late: (await decidedSince(tx, { year })).length,
  }
  const { ranked, shortService, allExcused, left, undecided, outOfScope } = counts
  return {
    ...state,
    ...facts,
    standings: { ranked, shortService, allExcused, left, undecided, outOfScope },
    bands: await bandCounts(tx, { year }),
    curve: { groups: await groupCount(tx, { year }), withRank: counts.withRank, withoutRank: counts.withoutRank },
    views: { recorded: counts.views, different: counts.differentViews },
    read: { published: counts.published, read: counts.read },
    can: abilitiesIn(actor, state, facts),
  }
}

type Facts = Pick<Overview, 'cycles' | 'openSitting' | 'undecidedExcellence' | 'late'>

function abilitiesIn(actor: EntityActor, { status }: Pick<YearState, 'status'>, facts: Facts): Overview['can'] {
  const parts: Part[] = partsOf(actor, 'freeze')
  const open = abilities(moves, { status, parts })
  const obstacles = {
    openCycles: facts.cycles.length === 0 ? 1 : facts.cycles.filter((one) => one.status !== 'closed').length,
    openSitting: facts.openSitting,
    undecidedExcellence: facts.undecidedExcellence,
    withoutCurve: 0,
    staleCurve: false,
    waitingOfficials: 0,
  }
  const asked = askedMoves.flatMap((move) => {
    const able = open[move]
    if (!able) return []
    const why = able.allowed ? obstacleTo(move, obstacles) : null
    return [[move, why ? { allowed: false as const, why } : able] as const]
  })
  const publishes = parts.includes('publisher') && status === 'published' && facts.late > 0
  return { ...Object.fromEntries(asked), ...(publishes && { late: { allowed: true as const } }) }
}
