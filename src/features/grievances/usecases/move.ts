import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Need } from '../../../shared/workflow.ts'
import { markResult } from '../../appraisal/public.ts'
import { policyValue } from '../../policies/public.ts'
import { deadlines } from '../domain/deadlines.ts'
import type { Status } from '../domain/grievance.ts'
import { decide, type MoveName } from '../domain/workflow.ts'
import { problemOf } from '../errors.ts'
import * as grievances from '../repository.ts'
import { actorId, lockVisible, type Seen, subjectOf } from './access.ts'
import type { Act, OnCase } from './act.ts'
import { announce, deskOf, passOn } from './tell.ts'

type SimpleMove = Extract<MoveName, 'file' | 'acknowledge' | 'admit' | 'dismiss' | 'receive' | 'withdraw'>
export type Moving = OnCase & { readonly move: SimpleMove; readonly note?: string | undefined }
type Made = Moving & { readonly seen: Seen; readonly by: string }

/** The moves that need no more than a word: load, decide, save, record, tell. */
export async function moveGrievance(request: Moving): Promise<void> {
  const { move, note } = request
  const seen = await lockVisible(request)
  mustMove(seen, request, move, note ? ['comment', 'reason'] : [])
  const made = { ...request, seen, by: actorId(request.actor) }
  await carryOut[move](made)
  record(made, move, { status: seen.grievance.status }, note)
}

/** Refuses unless the actor may make the move now; a stale copy is refused before its state is discussed. */
export function mustMove(seen: Seen, { now }: Pick<Act, 'now'>, move: MoveName, supplied: readonly Need[]): void {
  const ruling = decide(seen.facts, { parts: seen.parts, now, move, supplied })
  if (ruling.kind === 'moved') return
  throw refuse(problemOf(ruling.why))
}

export function record(
  { id, actor, now, tx }: Pick<OnCase, 'id' | 'actor' | 'now' | 'tx'>,
  move: string,
  facts: object,
  reason?: string,
): void {
  audit.record(tx, { actor, action: `grievances.${move}`, subject: subjectOf(id), after: facts, reason, at: now })
}

const carryOut: Record<SimpleMove, (made: Made) => Promise<void>> = {
  file: async (made) => {
    const { id, seen, by, now, tx } = made
    const { employeeId, year } = seen.grievance
    const { value: periods } = await policyValue(tx, { key: 'grievance.periods', year: Number(seen.today.slice(0, 4)) })
    const { acknowledgeBy, decideBy } = deadlines({ filedOn: seen.today, periods }, seen.calendar)
    const number = await grievances.nextNumber(tx, { year })
    const dates = { filed_at: now, acknowledge_by: acknowledgeBy, decide_by: decideBy }
    await grievances.save(tx, { id, now, status: 'filed', number, ...dates })
    await markResult(tx, { year, employeeId, status: 'under_grievance' })
    const about = { ...made, grievance: { ...seen.grievance, number } }
    const desk = deskOf(seen)
    await passOn(about, { outcome: 'filed', by, status: 'filed', desk, dueOn: acknowledgeBy })
    await announce(about, { kind: 'filed', to: [desk.chair, desk.secretary], by })
  },
  acknowledge: async (made) => {
    const { id, seen, by, now, tx } = made
    await grievances.save(tx, { id, now, status: 'acknowledged', acknowledged_at: now, acknowledged_by: by })
    await goOn(made, 'acknowledged')
    await tellEmployee(made, 'acknowledged', { due: { day: seen.grievance.decideBy ?? seen.today } })
  },
  admit: async (made) => {
    const { id, note, now, tx } = made
    await grievances.save(tx, { id, now, status: 'admitted', ...admission(made), admission_reason: note })
    await goOn(made, 'admitted')
    await tellEmployee(made, 'admitted')
  },
  dismiss: async (made) => {
    const { id, note, seen, now, tx } = made
    await grievances.save(tx, { id, now, status: 'inadmissible', ...admission(made), admission_reason: note })
    await markResult(tx, { ...seen.grievance, status: 'final' })
    await goOn(made, 'inadmissible')
    await tellEmployee(made, 'inadmissible')
  },
  receive: async (made) => {
    const { id, now, tx } = made
    await grievances.save(tx, { id, now, status: 'notified', received_at: now })
    await goOn(made, 'notified')
  },
  withdraw: async (made) => {
    const { id, note, seen, by, now, tx } = made
    await grievances.save(tx, { id, now, status: 'withdrawn', withdrawn_at: now, withdrawal_reason: note ?? null })
    await markResult(tx, { ...seen.grievance, status: 'final' })
    const { chair, secretary, panel, evaluator } = deskOf(seen)
    await goOn(made, 'withdrawn')
    const to = [chair, secretary, ...panel, evaluator]
    await announce({ ...made, grievance: seen.grievance }, { kind: 'withdrawn', to, by })
  },
}

function goOn(made: Made, status: Status): Promise<void> {
  const { seen, by } = made
  const { grievance } = seen
  return passOn({ ...made, grievance }, { outcome: status, by, status, desk: deskOf(seen), dueOn: grievance.decideBy })
}

/** Who admits has acknowledged it too, if nobody has. */
function admission({ seen, by, now }: Made) {
  const first = seen.grievance.acknowledgedAt === null ? { acknowledged_at: now, acknowledged_by: by } : {}
  return { ...first, admitted_by: by, admitted_at: now }
}

function tellEmployee(made: Made, kind: string, more = {}): Promise<void> {
  const { grievance } = made.seen
  return announce({ ...made, grievance }, { kind, to: [grievance.employeeId], by: made.by, more })
}
