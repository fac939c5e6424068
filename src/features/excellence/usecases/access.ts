import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import { yearOf } from '../../appraisal/public.ts'
import { isHeadOfEntity, lineAbove } from '../../organization/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import { committeeFor, fitMembers, type Seat } from '../domain/committee.ts'
import { isComplete, isDecided, type Part, type Requirement, requirementOf } from '../domain/nomination.ts'
import { officialFor } from '../domain/official.ts'
import { standingOf } from '../domain/seats.ts'
import type { Facts } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { partsOf } from '../policy.ts'
import * as nominations from '../repository.ts'
import { involvedIn, reviewMembers } from '../views/committee.ts'
import { type DossierRow, dossierRow, projectsOf } from '../views/dossier.ts'
import { servingOf } from '../views/people.ts'
import { competing, competitors, type Result, resultOf } from '../views/results.ts'
import { type Reading, subjectOf } from './act.ts'
import { seatsOf } from './seats.ts'

export type Seen = {
  readonly nomination: nominations.Nomination
  readonly row: DossierRow
  readonly evidence: readonly nominations.Evidence[]
  readonly result: Result
  readonly circle: Circle
  readonly parts: readonly Part[]
  readonly facts: Facts
  readonly requirement: Requirement
  readonly quorum: number
  readonly today: string
}

type Asked = Reading & { readonly id: string }

/** The nomination under lock as the actor may see it; else it does not exist. */
export async function lockVisible(asked: Asked & { readonly version?: number }): Promise<Seen> {
  const { id, version, tx } = asked
  const seen = await look(asked, await nominations.lock(tx, { id }))
  if (version !== undefined && seen.nomination.version !== version) throw await changedByOther(tx, subjectOf(id))
  return seen
}

export async function readVisible(asked: Asked): Promise<Seen> {
  return look(asked, await nominations.read(asked.tx, asked))
}

async function look({ id, actor, now, tx }: Asked, nomination: nominations.Nomination | null): Promise<Seen> {
  if (!nomination) throw refuse(errors.notFound)
  const today = (await calendarOf(tx)).today(now)
  const [row, result] = [await dossierRow(tx, { id }), await resultOf(tx, nomination)]
  if (!row || !result) throw refuse(errors.notFound)
  const circle = await circleOf(tx, { nomination, result, today })
  const parts = partsOf(actor, { ...nomination, ...circle })
  if (parts.length === 0) throw refuse(errors.notFound)
  const evidence = await nominations.evidenceOf(tx, { id })
  const requirement = await requirementFor(tx, nomination)
  const { quorum } = (await policyValue(tx, { key: 'committee.quorum', year: nomination.year })).value
  const facts = await factsOf(tx, { nomination, row, evidence, result, circle, requirement, quorum })
  return { nomination, row, evidence, result, circle, parts, facts, requirement, quorum, today }
}

export type Circle = {
  readonly nominators: readonly string[]
  readonly officialId: string | null
  readonly committee: readonly Seat[]
}

type Around = {
  readonly nomination: Pick<nominations.Nomination, 'employeeId' | 'year' | 'nominatedBy' | 'raised'>
  readonly result: Result
  readonly today: string
}

/** Everybody around a case on a day: conflicts count from the moment they are on record. */
export async function circleOf(tx: Tx, { nomination, result, today }: Around): Promise<Circle> {
  const { employeeId, year, nominatedBy, raised } = nomination
  const above = await lineAbove(tx, { employeeId, on: today })
  const then = await lineAbove(tx, { employeeId, on: `${year}-12-31` })
  const serving = await servingOf(tx, { ids: [...above, ...then, ...present(result.approverId)], on: today })
  const line = [...new Set([...above, ...then])]
  const heads = await Promise.all(line.map((one) => isHeadOfEntity(tx, { employeeId: one, on: today })))
  const headId = line.find((_, index) => heads[index]) ?? null
  const direct = [...present(above[0]), ...present(result.supervisorId)]
  const higher = raised ? [...present(above[1]), ...present(then[1])] : []
  const nominators = [...new Set([...direct, ...higher])].filter((one) => one !== employeeId && serving.has(one))
  const officialId = officialFor({ employeeId, nominatedBy, approverId: result.approverId, above, serving, headId })
  const involved = await involvedIn(tx, { employeeId, nominatedBy, line, on: today })
  const committee = committeeFor(await reviewMembers(tx, { on: today }), involved)
  return { nominators, officialId, committee }
}

/** As it stood when the dossier was sent; before that, as it stands now. */
export async function requirementFor(
  tx: Tx,
  { year, needed, applicable }: Pick<nominations.Nomination, 'year' | 'needed' | 'applicable'>,
): Promise<Requirement> {
  if (needed !== null && applicable !== null) return { needed, applicable }
  const { value: policy } = await policyValue(tx, { key: 'excellence.conditions', year })
  return requirementOf({ policy, projects: (await projectsOf(tx, { year })).length })
}

type Known = Pick<Seen, 'nomination' | 'row' | 'evidence' | 'result' | 'circle' | 'requirement' | 'quorum'>

async function factsOf(tx: Tx, known: Known): Promise<Facts> {
  const { nomination, row, evidence, result, circle, requirement, quorum } = known
  const { year, id } = nomination
  const all = await competitors(tx, { year, groupId: result.groupId })
  const claimed = row.claims.filter(({ words }) => words !== '')
  const complete = claimed.filter(({ condition, words }) =>
    isComplete({ words, evidence: evidence.filter((one) => one.condition === condition).length }),
  )
  return {
    status: nomination.status,
    year: (await yearOf(tx, { year }))?.status ?? 'open',
    gate: result.standing === 'ranked' && result.rank === 'very_good',
    requested: nomination.requested,
    complete: complete.length,
    needed: requirement.needed,
    unexamined: claimed.filter(({ met }) => met === null).length,
    met: claimed.filter(({ met }) => met).length,
    shortOfQuorum: fitMembers(circle.committee).length < quorum,
    decisionsBegun: all.some((one) => isDecided(one.status) && one.status !== 'rejected'),
    seat: standingOf(id, competing(all), await seatsOf(tx, { year, groupId: result.groupId })),
  }
}

function present(id: string | null | undefined): string[] {
  return id ? [id] : []
}
