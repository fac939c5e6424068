import { addDays } from '../../../shared/dates.ts'
import { refuse } from '../../../shared/refusal.ts'
import { publishedResult } from '../../appraisal/public.ts'
import { notify } from '../../inbox/public.ts'
import { employeeById, employeesByIds } from '../../organization/public.ts'
import { policyValue } from '../../policies/public.ts'
import type { Cause, MeasureKind, Outcome, Progress } from '../domain/case.ts'
import { planProblem, reviewDays } from '../domain/plan.ts'
import { outcomeProblem } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import * as cases from '../repository.ts'
import { actorId, lockVisible, mustMove, record, type Seen } from './access.ts'
import type { OnCase } from './act.ts'
import { announce, chairOf, itemKinds, paramsOf, settle, waitFor } from './tell.ts'

/** What the person concerned, or the direct supervisor, says of the causes; it may change until a plan is decided. */
export async function say(request: OnCase & { readonly words: string }): Promise<void> {
  const { id, words, now, tx } = request
  const seen = await lockVisible(request)
  const as = seen.parts.includes('employee') ? 'employee' : 'supervisor'
  if (!seen.parts.includes(as)) throw refuse(errors.notYours)
  if (seen.found.status !== 'opened' && seen.found.status !== 'studied') throw refuse(errors.notOpen)
  const by = actorId(request)
  const who = as === 'supervisor' ? { supervisor_words_by: by } : {}
  await cases.save(tx, { id, now, [`${as}_words`]: words, [`${as}_words_at`]: now, ...who })
  await settle({ ...request, found: seen.found }, { kind: itemKinds.speak, to: by, outcome: 'said', by })
  await announce({ ...request, found: seen.found }, { kind: 'said', to: [chairOf(seen)], by })
  record(request, 'say', { as })
}

export async function answer(request: OnCase & { readonly body: string }): Promise<void> {
  const { id, body, now, tx, newId } = request
  const seen = await lockVisible(request)
  if (!seen.parts.includes('employee')) throw refuse(errors.notYours)
  await cases.addAnswer(tx, { id: newId(), caseId: id, body, now })
  await cases.save(tx, { id, now })
  await announce({ ...request, found: seen.found }, { kind: 'answered', to: [chairOf(seen)], by: actorId(request) })
  record(request, 'answer', {})
}

type Study = { readonly causes: readonly { cause: Cause; note: string }[]; readonly text: string }

/** The causes that the committee found, after hearing both sides. */
export async function study(request: OnCase & Study): Promise<void> {
  const { id, text, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, 'study')
  const by = actorId(request)
  const causes = [...new Map(request.causes.map((one) => [one.cause, one])).values()]
  await cases.replaceCauses(tx, { id, causes })
  const dueOn = seen.calendar.addWorkingDays(seen.today, 10)
  const columns = { study: text, studied_by: by, studied_at: now, due_on: dueOn, raised_at: null }
  await cases.save(tx, { id, now, status: 'studied', ...columns })
  const told = { ...request, found: seen.found }
  await settle(told, { kind: itemKinds.study, outcome: 'studied', by })
  await waitFor(told, { kind: itemKinds.plan, to: chairOf(seen), dueOn })
  await announce(told, { kind: 'studied', to: [seen.found.employeeId], by })
  record(request, 'study', { causes: causes.map(({ cause }) => cause) }, text)
}

type Plan = {
  readonly aim: string
  readonly startsOn: string
  readonly endsOn: string
  readonly measures: readonly { kind: MeasureKind; measure: string; ownerId: string; dueOn: string }[]
}

/** A supportive plan with measures, owners and days; its reviews follow from the policy (AMB-33). */
export async function plan(request: OnCase & Plan): Promise<void> {
  const { id, aim, startsOn, endsOn, measures, now, tx, newId } = request
  const seen = await lockVisible(request)
  mustMove(seen, 'plan')
  const { value: rules } = await policyValue(tx, { key: 'low_performance.plan', year: Number(seen.today.slice(0, 4)) })
  const problem = planProblem(request, { today: seen.today, months: rules.months })
  if (problem) throw refuse(problemOf(problem.code), { fields: [problem] })
  const owners = await employeesByIds(tx, { ids: measures.map(({ ownerId }) => ownerId), on: seen.today })
  const serving = new Set(
    owners.filter(({ exitedOn }) => exitedOn === null || exitedOn >= seen.today).map((one) => one.id),
  )
  const stranger = measures.findIndex(({ ownerId }) => !serving.has(ownerId))
  if (stranger !== -1) {
    throw refuse(errors.ownerUnknown, {
      fields: [{ path: `measures/${stranger}/ownerId`, code: errors.ownerUnknown.code }],
    })
  }
  const by = actorId(request)
  await cases.replaceMeasures(tx, { id, measures: measures.map((one) => ({ ...one, id: newId() })) })
  await cases.replaceReviews(tx, { id, days: reviewDays(request, rules.reviewEveryDays), newId })
  const dueOn = await cases.nextReview(tx, { id })
  const columns = { plan_aim: aim, plan_starts_on: startsOn, plan_ends_on: endsOn, planned_by: by, planned_at: now }
  await cases.save(tx, { id, now, status: 'planned', ...columns, due_on: dueOn, raised_at: null })
  const told = { ...request, found: seen.found }
  await settle(told, { outcome: 'planned', by })
  await waitFor(told, { kind: itemKinds.begin, to: seen.found.employeeId, dueOn: null })
  await waitFor(told, { kind: itemKinds.review, to: chairOf(seen), dueOn })
  await announce(told, { kind: 'planned', to: [seen.found.employeeId, seen.supervisorId], by })
  const reads = [seen.found.employeeId, seen.supervisorId]
  for (const one of measures.filter(({ ownerId }) => !reads.includes(ownerId))) await tellOwner(told, one, by)
  record(request, 'plan', { startsOn, endsOn, measures })
}

type Told = OnCase & { readonly found: Seen['found'] }

/** Whoever has no part in the case learns what there is to do, and nothing else of it: the notice opens nothing. */
async function tellOwner({ found, newId, now, tx }: Told, one: Plan['measures'][number], by: string): Promise<void> {
  const params = { ...(await paramsOf(tx, found)), measure: one.measure, due: { day: one.dueOn } }
  await notify(tx, {
    recipients: [one.ownerId],
    kind: 'low_performance.measure_given',
    params,
    exceptId: by,
    newId,
    now,
  })
}

/** The employee has read the plan. Reading it is no consent, and nothing waits for it. */
export async function begin(request: OnCase): Promise<void> {
  const { id, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, 'begin', [])
  const by = actorId(request)
  await cases.save(tx, { id, now, status: 'monitored' })
  const told = { ...request, found: seen.found }
  await settle(told, { kind: itemKinds.begin, outcome: 'begun', by })
  await announce(told, { kind: 'begun', to: [chairOf(seen), seen.supervisorId], by })
  record(request, 'begin', {})
}

type Settling = { readonly measureId: string; readonly status: 'done' | 'dropped'; readonly note: string }

/** A measure is settled by its owner or the committee. */
export async function settleMeasure(request: OnCase & Settling): Promise<void> {
  const { id, measureId, status, note, now, tx } = request
  const seen = await lockVisible(request)
  const owner = await cases.measureOwner(tx, { caseId: id, id: measureId })
  if (owner === null) throw refuse(errors.measureNotFound)
  const by = actorId(request)
  if (!maySettle(seen, owner, by)) throw refuse(errors.notYours)
  if (!(await cases.settleMeasure(tx, { caseId: id, id: measureId, status, note, by, now })))
    throw refuse(errors.notOpen)
  await cases.save(tx, { id, now })
  record(request, 'settle_measure', { measureId, status }, note || undefined)
}

/** The employee does what falls to the employee; only the committee drops or settles the measures of others. */
export function maySettle(
  { parts, found }: Pick<Seen, 'parts' | 'found'>,
  ownerId: string,
  me: string | null,
): boolean {
  if (found.status !== 'planned' && found.status !== 'monitored') return false
  return ownerId === me || parts.includes('member')
}

/** What a review of the plan saw; the next one waits for its day. */
export async function review(
  request: OnCase & { readonly progress: Progress; readonly record: string },
): Promise<void> {
  const { id, progress, now, tx, newId } = request
  const seen = await lockVisible(request)
  mustMove(seen, 'review')
  const by = actorId(request)
  const seenThere = { caseId: id, id: newId(), progress, record: request.record, by, today: seen.today, now }
  const next = await cases.recordReview(tx, seenThere)
  // After the last review the case is to be closed within ten days.
  const dueOn = next ?? addDays(seen.today, 10)
  await cases.save(tx, { id, now, status: 'monitored', due_on: dueOn, raised_at: null })
  const told = { ...request, found: seen.found }
  await settle(told, { kind: itemKinds.review, outcome: 'reviewed', by })
  await waitFor(told, { kind: itemKinds.review, to: chairOf(seen), dueOn })
  await announce(told, { kind: 'reviewed', to: [seen.found.employeeId], by })
  record(request, 'review', { progress }, request.record)
}

/** Ends the case with what came of it. Nothing here touches pay or the result (AMB-33). */
export async function close(request: OnCase & { readonly outcome: Outcome; readonly reason: string }): Promise<void> {
  const { id, outcome, reason, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, 'close')
  const problem = outcomeProblem(seen.facts, outcome) ?? (await contradiction(request, seen, outcome))
  if (problem) throw refuse(problemOf(problem))
  const by = actorId(request)
  const columns = { outcome, outcome_reason: reason, closed_by: by, closed_at: now, due_on: null }
  await cases.save(tx, { id, now, status: 'closed', ...columns })
  const told = { ...request, found: seen.found }
  await settle(told, { outcome: 'closed', by })
  await announce(told, { kind: 'closed', to: [seen.found.employeeId, seen.supervisorId], by })
  record(request, 'close', { outcome }, reason)
}

/** An outcome that the record contradicts: the result still stands, or the person still serves. */
async function contradiction({ tx }: OnCase, { found, today }: Seen, outcome: Outcome): Promise<string | null> {
  if (outcome === 'result_changed') {
    const result = await publishedResult(tx, found)
    return result?.finalRank === 'weak' ? errors.resultStands.code : null
  }
  if (outcome !== 'left_service') return null
  const card = await employeeById(tx, found)
  return card?.exitedOn && card.exitedOn <= today ? null : errors.stillServes.code
}
