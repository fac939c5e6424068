import type { Tx } from '../../../platform/db/database.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { daysBetween } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { employeeById } from '../../organization/public.ts'
import { awaits } from '../domain/acts.ts'
import type { AssessmentFacts, OpenCorrections, Part } from '../domain/facts.ts'
import { type Window, windowOf } from '../domain/window.ts'
import type { Asker } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Standing, standingOf } from '../policy.ts'
import * as assessments from '../repository/assessments.ts'
import { connections } from './connections.ts'
import { type Settings, settingsOf } from './settings.ts'

export type Seen = {
  readonly assessment: assessments.LockedAssessment
  readonly facts: AssessmentFacts
  readonly window: Window
  readonly settings: Settings
}
export type Visible = Seen & { readonly standing: Standing; readonly asker: Asker }

type Request = { readonly documentId: string; readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** The assessment under lock, if the actor may see it; else it does not exist. */
export async function lockVisible({ documentId, actor, now, tx }: Request): Promise<Visible> {
  const seen = await lockAssessment(tx, { documentId, employeeId: actor.employeeId, now })
  const standing = seen && standingOf(actor, seen.assessment)
  if (!seen || !standing) throw refuse(errors.notFound)
  const asker = { employeeId: actor.employeeId ?? '', parts: standing.parts, today: seen.settings.today }
  return { ...seen, standing, asker }
}

/** The same for the program itself, which is nobody; null when there is no such document. */
export async function lockAssessment(
  tx: Tx,
  { documentId, employeeId, now }: { documentId: string; employeeId: string | null; now: Date },
): Promise<Seen | null> {
  const held = await assessments.lockRows(tx, { documentId })
  if (!held) return null
  const settings = await settingsOf(tx, { now, year: held.year })
  const { today } = settings
  const assessment = await assessments.factsOf(tx, { documentId, employeeId, today })
  if (!assessment) return null
  const yearFrozen = await connections().yearFrozen(tx, { year: assessment.cycle.year, hold: true })
  return { assessment, settings, ...factsFrom(assessment, settings, yearFrozen) }
}

type Known = Omit<assessments.LockedAssessment, 'actingFor' | 'employeeName' | 'cycle'> & {
  readonly cycle: Pick<assessments.LockedAssessment['cycle'], 'startsOn' | 'endsOn' | 'status'>
}

export function factsFrom(
  assessment: Known,
  settings: Pick<Settings, 'windows' | 'calendar' | 'today'>,
  yearFrozen: boolean,
): { facts: AssessmentFacts; window: Window } {
  const { cycle, supervisorId, higherOfficialId } = assessment
  const { windows, calendar, today } = settings
  const window = windowOf(assessment, { cycle, windows, calendar })
  // Whoever led for most of the time is heard (AMB-18).
  const half = (daysBetween(assessment.startsOn, assessment.endsOn) + 1) / 2
  const outgoing = assessment.outgoing.find((one) => one.days > half)
  const noteDue = outgoing && calendar.addWorkingDays(outgoing.lastDay, windows.outgoingRating)
  const written = assessment.strengths !== '' || assessment.improvements !== ''
  const facts: AssessmentFacts = {
    status: assessment.status,
    employeeId: assessment.employeeId,
    supervisorId,
    higherOfficialId,
    recordedBy: assessment.recordedBy,
    objectionUntil: assessment.objectionUntil,
    higherMayDecide: assessment.higherMayDecide,
    sentBefore: assessment.firstSubmittedAt !== null,
    dueOn: assessment.dueOn,
    hasMeeting: assessment.hasMeeting,
    startsOn: assessment.startsOn,
    opensOn: window.opensOn,
    reviewBegun: assessment.accepted > 0 || assessment.corrections.some((one) => !one.ended),
    unaccepted: assessment.unaccepted,
    corrections: openCorrections(assessment, today),
    interimNoteAwaited: outgoing !== undefined && !outgoing.written && noteDue !== undefined && today <= noteDue,
    feedbackOwed: outgoing !== undefined && !written,
    cycleStatus: cycle.status,
    cycleDecided: assessment.cycleDecided,
    yearFrozen,
  }
  return { facts, window }
}

function openCorrections(
  { corrections, higherOfficialId }: Pick<Known, 'corrections' | 'higherOfficialId'>,
  today: string,
): OpenCorrections {
  const waiting = corrections.map((one) => awaits(one, { today, higherOfficialId }))
  const count = (what: 'answer' | 'ruling' | 'reviewer') => waiting.filter((one) => one === what).length
  return { unanswered: count('answer'), unruled: count('ruling'), returned: count('reviewer') }
}

/** The employee for whom the actor plays a part, as a delegate (AMB-22). */
export function behalfOf({ behalf }: Standing, part: Part): string | null {
  return behalf[part] ?? null
}

type Stale = { readonly version: number; readonly updatedBy: string | null; readonly updatedAt: Date }

/** Refuses what was decided or typed on an older version, and says who changed it when. */
export async function refuseStale(tx: Tx, current: Stale, version: number): Promise<void> {
  if (current.version === version) return
  const editor = current.updatedBy ? await employeeById(tx, { employeeId: current.updatedBy }) : null
  throw refuse(httpErrors.changedByOther, {
    params: { by: editor?.name.ar ?? '', byEn: editor?.name.en ?? '', at: new Date(current.updatedAt).toISOString() },
  })
}

export function subjectOf(documentId: string) {
  return { type: 'assessment', id: documentId } as const
}
