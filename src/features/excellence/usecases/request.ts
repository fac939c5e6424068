import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Ability } from '../../../shared/workflow.ts'
import { lockYear, yearOf } from '../../appraisal/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { errors, problemOf } from '../errors.ts'
import * as nominations from '../repository.ts'
import { frozenYears, resultOf } from '../views/results.ts'
import { circleOf } from './access.ts'
import { type Act, actorId, type Reading, subjectOf } from './act.ts'
import { showNomination } from './present.ts'
import { announce, itemKinds, passOn } from './tell.ts'

type Asking = Act & { readonly year: number; readonly request: string }

/**
 * The employee asks to be nominated (AMB-14). Whoever is ranked may ask: a gate at this place would tell the rank before
 * it is published. A draft that the supervisor has begun takes the request up.
 */
export async function requestNomination({ year, request, ...act }: Asking): Promise<string> {
  const { actor, newId, now, tx } = act
  const employeeId = actorId(actor)
  if (!(await resultOf(tx, { employeeId, year }))) throw refuse(errors.notFound)
  await lockYear(tx, { year, newId })
  const ruling = await mayRequest(act, year)
  if (!ruling.allowed) throw refuse(problemOf(ruling.why))
  const existing = await nominations.idOf(tx, { employeeId, year })
  const id = existing ?? newId()
  if (existing) await nominations.save(tx, { id, now, request, requested_at: now })
  else await nominations.add(tx, { id, year, employeeId, status: 'requested', request, now })
  audit.record(tx, { actor, action: 'excellence.request', subject: subjectOf(id), after: { year }, at: now })
  const nomination = await nominations.lock(tx, { id })
  const result = await resultOf(tx, { employeeId, year })
  if (!nomination || !result) throw refuse(errors.notFound)
  const today = (await calendarOf(tx)).today(now)
  const { nominators } = await circleOf(tx, { nomination, result, today })
  const [supervisor = null] = nominators
  await passOn(
    { about: nomination, ...act },
    { outcome: 'requested', by: employeeId, next: { kind: itemKinds.answer, to: [supervisor] } },
  )
  return id
}

async function mayRequest({ actor, tx }: Reading, year: number): Promise<Ability | { allowed: false; why: string }> {
  const { employeeId } = actor
  const result = employeeId && (await resultOf(tx, { employeeId, year }))
  if (!employeeId || !result || result.standing !== 'ranked') return { allowed: false, why: 'excellence.not_ranked' }
  const status = (await yearOf(tx, { year }))?.status ?? 'open'
  if (status === 'open') return { allowed: false, why: 'excellence.not_yet' }
  if (status !== 'frozen' && status !== 'signed') return { allowed: false, why: 'excellence.window_closed' }
  const id = await nominations.idOf(tx, { employeeId, year })
  const nomination = id && (await nominations.read(tx, { id }))
  const free = !nomination || (nomination.status === 'draft' && !nomination.requested)
  return free ? { allowed: true } : { allowed: false, why: 'excellence.once' }
}

/** The own nomination of a year; the latest frozen year where none is named. */
export async function showMine({ year, ...reading }: Reading & { readonly year?: number | undefined }) {
  const { actor, tx } = reading
  const { employeeId } = actor
  const years = await frozenYears(tx)
  const chosen = year ?? years[0] ?? null
  if (employeeId === null || chosen === null) {
    return {
      year: chosen,
      years,
      yearStatus: null,
      dossier: null,
      request: { allowed: false, why: 'excellence.not_yet' } as const,
    }
  }
  const id = await nominations.idOf(tx, { employeeId, year: chosen })
  const nomination = id && (await nominations.read(tx, { id }))
  const hidden = !nomination || (nomination.status === 'draft' && !nomination.requested)
  return {
    year: chosen,
    years,
    yearStatus: (await yearOf(tx, { year: chosen }))?.status ?? 'open',
    dossier: hidden ? null : await showNomination({ ...reading, id: nomination.id }),
    request: await mayRequest(reading, chosen),
  }
}

/** Silence goes up: the higher official may answer too, and the employee is told (AMB-26). */
export async function raiseRequest({
  id,
  newId,
  now,
  tx,
}: Pick<Act, 'newId' | 'now' | 'tx'> & { readonly id: string }): Promise<void> {
  const nomination = await nominations.lock(tx, { id })
  if (!nomination || nomination.raised) return
  const result = await resultOf(tx, nomination)
  if (!result) return
  await nominations.save(tx, { id, now, raised_at: now })
  audit.record(tx, {
    actor: null,
    action: 'excellence.raise',
    subject: subjectOf(id),
    after: { raised: true },
    at: now,
  })
  const today = (await calendarOf(tx)).today(now)
  const { nominators } = await circleOf(tx, { nomination: { ...nomination, raised: true }, result, today })
  const told = { about: nomination, newId, now, tx }
  await passOn(told, { outcome: 'raised', by: null, next: { kind: itemKinds.answer, to: nominators } })
  await announce(told, { kind: 'raised', to: [nomination.employeeId], as: 'employee', by: null })
}
