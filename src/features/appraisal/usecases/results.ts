import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Ability } from '../../../shared/workflow.ts'
import { errors } from '../errors.ts'
import type { ResultPart } from '../policy.ts'
import { markRead } from '../repository/results.ts'
import type { ResultView } from '../schema.ts'
import { myYears } from '../views/mine.ts'
import { type Seen, seeResult } from './access.ts'
import { appraisalConnections } from './connections.ts'
import { type Explained, explain } from './explain.ts'

type Request = {
  readonly employeeId: string
  readonly year: number
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** My years: cycle results as soon as a cycle is closed, the year's result once it is published. */
export async function listMine({ actor, tx }: Pick<Request, 'actor' | 'tx'>) {
  return { years: actor.employeeId ? await myYears(tx, { employeeId: actor.employeeId }) : [] }
}

/** «Why this grade?»: the result with all that it was made of, and what this reader may do about it. */
export async function showResult(request: Request): Promise<ResultView> {
  const { employeeId, year, tx } = request
  const seen = await seeResult(request)
  const { explanation, fingerprint } = await explained(request)
  const { head, parts } = seen
  return {
    year,
    employeeId,
    version: head.version,
    yearStatus: head.yearStatus,
    status: head.status,
    parts: [...parts],
    explanation,
    fingerprint,
    grievance: await appraisalConnections().grievanceOf(tx, { employeeId, year }),
    readAt: head.readAt?.toISOString() ?? null,
    can: abilitiesOf(seen),
  }
}

export async function explained({
  employeeId,
  year,
  tx,
}: Pick<Request, 'employeeId' | 'year' | 'tx'>): Promise<Explained> {
  const found = await explain(tx, { employeeId, year })
  if (!found) throw refuse(errors.notFound)
  return found
}

const yes: Ability = { allowed: true }

function abilitiesOf({ head, parts }: Seen): Record<string, { allowed: true } | { allowed: false; why: string }> {
  const has = (part: ResultPart) => parts.includes(part)
  return {
    print: yes,
    download: yes,
    ...(has('employee') && !head.readAt && { read: yes }),
    ...(has('supervisor') && { view: mayView(head) }),
  }
}

/** A view may be recorded of somebody ranked, while the year lies before the committee. */
export function mayView({
  yearStatus,
  standing,
}: Pick<Seen['head'], 'yearStatus' | 'standing'>): { allowed: true } | { allowed: false; why: string } {
  if (yearStatus !== 'frozen') return { allowed: false, why: errors.viewClosed.code }
  return standing === 'ranked' ? { allowed: true } : { allowed: false, why: errors.notRanked.code }
}

/** The person has opened the published result: the window for a grievance is known to them. */
export async function readResult(request: Request): Promise<undefined> {
  const { employeeId, year, actor, now, tx } = request
  const { parts } = await seeResult(request)
  if (!parts.includes('employee')) throw refuse(errors.notYours)
  if (await markRead(tx, { year, employeeId, now })) {
    const subject = { type: 'annual_result_read', id: employeeId }
    audit.record(tx, { actor, action: 'appraisal.read', subject, after: { year }, at: now })
  }
}
