import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { dueOn } from '../../../shared/clocks.ts'
import { parseQuantity } from '../../../shared/measure.ts'
import { refuse } from '../../../shared/refusal.ts'
import { mayAnswer, mayRule, mayTakeBack, reviewerOf } from '../domain/acts.ts'
import { storedQuantity, valueText, worthOf } from '../domain/measured.ts'
import { itemKinds } from '../domain/telling.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import { errors, problemOf } from '../errors.ts'
import * as assessments from '../repository/assessments.ts'
import * as corrections from '../repository/corrections.ts'
import * as lines from '../repository/lines.ts'
import { behalfOf, lockVisible, refuseStale, subjectOf, type Visible } from './access.ts'
import { endCorrections } from './ending-corrections.ts'
import { measureOf, quantityOf } from './opening.ts'
import { closeItems, openItem, tell } from './tell.ts'

type Request = {
  readonly documentId: string
  readonly version: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

type Correct = Request & {
  readonly keyResultId: string
  readonly actual: string | null
  readonly reasonCode: string
  readonly reasonText: string
}

/** Another value in place of the recorded one: an actual with its reason, never a percentage (AMB-02, AMB-27). */
export async function correctActual(request: Correct): Promise<void> {
  const { documentId, keyResultId, reasonCode, reasonText, newId, now, tx } = request
  const { seen, as } = await lockToReview(request)
  const { assessment, settings, standing, asker } = seen
  const line = (await lines.linesOf(tx, { documentId })).find((one) => one.keyResultId === keyResultId)
  if (!line) throw refuse(errors.lineNotFound)
  const typed = request.actual
  const parsed = typed === null ? null : parseQuantity(line.dataType, typed)
  if (parsed && !parsed.ok) throw refuse(errors.invalidActual, { fields: [{ path: 'actual', code: parsed.why }] })
  const quantity = parsed?.ok ? parsed.value : null
  const to = quantity === null ? null : storedQuantity(line.dataType, quantity)
  if (valueText(line.dataType, to) === valueText(line.dataType, line.actual)) throw refuse(errors.sameValue)
  const scale = assessment.scale ?? settings.scale
  const worth = worthOf(measureOf(line), quantity, { scale, cycleEndsOn: assessment.cycle.endsOn })
  const due = dueOn({ clock: 'objection', startedOn: settings.today, ...settings })
  const id = newId()
  const by = asker.employeeId
  const behalf = behalfOf(standing, as)
  const before = assessment.corrections.filter((one) => !one.ended && one.keyResultId === keyResultId)
  await corrections.end(tx, { documentId, ids: before.map((one) => one.id), now })
  await corrections.add(tx, {
    id,
    documentId,
    keyResultId,
    from: line.claimed,
    to,
    fromAchievement: worthOfClaim(line, seen),
    toAchievement: worth.achievement,
    reasonCode,
    reasonText,
    by,
    for: behalf,
    as,
    answerDueOn: due,
    now,
  })
  await lines.setActual(tx, { keyResultId, value: to, achievement: worth.achievement, level: worth.level })
  const value = valueText(line.dataType, to)
  const after = { correctionId: id, keyResultId, from: valueText(line.dataType, line.actual), to: value, reasonCode }
  await finish(request, seen, { event: 'corrected', action: 'correct', keyResultId, note: reasonText, behalf, after })
  const doing = { about: assessment, newId, now, tx }
  await closeItems(tx, { documentId, kinds: [itemKinds.rule], outcome: 'corrected', by, now })
  await openItem({ ...doing, kind: itemKinds.answer, assigneeId: assessment.employeeId, dueOn: due })
  const params = { note: reasonText.slice(0, 300), due: { day: due } }
  await tell({ ...doing, recipients: [assessment.employeeId], kind: 'assessment.corrected', by, params })
}

function worthOfClaim(line: lines.StoredLine, { assessment, settings }: Visible): number {
  const scale = assessment.scale ?? settings.scale
  const claimed = quantityOf(line, line.claimed)
  return worthOf(measureOf(line), claimed, { scale, cycleEndsOn: assessment.cycle.endsOn }).achievement
}

/** What the employee says to a correction: agreed, or reserved with a note that the higher official reads (AMB-27). */
export async function answerCorrection(
  request: Request & { correctionId: string; answer: 'agreed' | 'reserved'; note?: string | undefined },
): Promise<void> {
  const { documentId, correctionId, answer, note, newId, now, tx } = request
  const seen = await lockVisible(request)
  const correction = found(seen, correctionId)
  const may = mayAnswer(seen.facts, correction, seen.asker)
  await refuseUnless(may, request, seen)
  if (answer === 'reserved' && !note) {
    throw refuse(errors.noteNeeded, { fields: [{ path: 'note', code: errors.noteNeeded.code }] })
  }
  await corrections.answer(tx, { id: correctionId, answer, note: note ?? null, now })
  const { keyResultId } = correction
  const event: TimelineEvent = answer === 'agreed' ? 'correction_agreed' : 'correction_reserved'
  const after = { correctionId, keyResultId, answer }
  await finish(request, seen, {
    event,
    action: 'answer_correction',
    keyResultId,
    note: note ?? null,
    behalf: null,
    after,
  })
  const { assessment, asker, settings } = seen
  const by = asker.employeeId
  const open = assessment.corrections.filter((one) => !one.ended && one.answer === null && one.id !== correctionId)
  if (open.length === 0) await closeItems(tx, { documentId, kinds: [itemKinds.answer], outcome: answer, by, now })
  const doing = { about: assessment, newId, now, tx }
  const reserved = answer === 'reserved'
  const above = assessment.higherOfficialId
  if (reserved && correction.correctedAs === 'supervisor' && above !== null && above !== correction.correctedBy) {
    const due = dueOn({ clock: 'decision', startedOn: settings.today, ...settings })
    await openItem({ ...doing, kind: itemKinds.rule, assigneeId: above, dueOn: due })
  }
  const recipients = [correction.correctedBy, assessment.supervisorId]
  const kind = reserved ? 'assessment.correction_reserved' : 'assessment.correction_agreed'
  await tell({ ...doing, recipients, kind, by, params: { note: (note ?? '').slice(0, 300) } })
}

/** The higher official's word on a reservation: the correction stands, or goes back to the supervisor, once (AMB-27). */
export async function ruleOnCorrection(
  request: Request & { correctionId: string; ruling: 'confirmed' | 'returned'; note: string },
): Promise<void> {
  const { documentId, correctionId, ruling, note, newId, now, tx } = request
  const seen = await lockVisible(request)
  const correction = found(seen, correctionId)
  await refuseUnless(mayRule(seen.facts, correction, seen.asker), request, seen)
  const { assessment, asker, standing } = seen
  const { keyResultId } = correction
  const before = assessment.corrections.some((one) => one.keyResultId === keyResultId && one.ruling === 'returned')
  if (ruling === 'returned' && before) throw refuse(errors.returnedOnce)
  const by = asker.employeeId
  await corrections.rule(tx, { id: correctionId, ruling, note, by, now })
  const event: TimelineEvent = ruling === 'confirmed' ? 'correction_confirmed' : 'correction_returned'
  const behalf = behalfOf(standing, 'higher_official')
  const after = { correctionId, keyResultId, ruling }
  await finish(request, seen, { event, action: 'rule_on_correction', keyResultId, note, behalf, after })
  if (seen.facts.corrections.unruled <= 1) {
    await closeItems(tx, { documentId, kinds: [itemKinds.rule], outcome: ruling, by, now })
  }
  const recipients = [assessment.employeeId, assessment.supervisorId, behalf]
  const params = { note: note.slice(0, 300) }
  const kind = `assessment.correction_${ruling}`
  await tell({ about: assessment, newId, now, tx, recipients, kind, by, params })
}

/** The recorded value holds again; the correction stays to be read. */
export async function takeBackCorrection(request: Request & { correctionId: string }): Promise<void> {
  const { documentId, correctionId, newId, now, tx } = request
  const seen = await lockVisible(request)
  const correction = found(seen, correctionId)
  const may = mayTakeBack(seen.facts, correction, seen.asker)
  await refuseUnless(may, request, seen)
  await endCorrections(tx, { seen, ids: [correctionId], now })
  const { keyResultId } = correction
  const reviewer = reviewerOf(seen.facts, seen.asker)
  const behalf = 'as' in reviewer ? behalfOf(seen.standing, reviewer.as) : null
  const after = { correctionId, keyResultId }
  const event = 'correction_taken_back'
  await finish(request, seen, { event, action: 'take_back_correction', keyResultId, note: null, behalf, after })
  const by = seen.asker.employeeId
  const { corrections: all } = seen.assessment
  const left = all.filter((one) => !one.ended && one.id !== correctionId)
  if (left.every((one) => one.answer !== null)) {
    await closeItems(tx, { documentId, kinds: [itemKinds.answer], outcome: 'taken_back', by, now })
  }
  if (seen.facts.corrections.unruled <= 1 && correction.answer === 'reserved') {
    await closeItems(tx, { documentId, kinds: [itemKinds.rule], outcome: 'taken_back', by, now })
  }
  const { assessment } = seen
  const kind = 'assessment.correction_taken_back'
  await tell({ about: assessment, newId, now, tx, recipients: [assessment.employeeId], kind, by })
}

/** Accepts lines as they were recorded, or takes that back; without ids, all that are left. */
export async function acceptLines(
  request: Request & { accepted: boolean; keyResultIds?: readonly string[] | undefined },
): Promise<void> {
  const { documentId, accepted, keyResultIds, actor, now, tx } = request
  const { seen, as } = await lockToReview(request)
  const by = seen.asker.employeeId
  const changed = await lines.accept(tx, { documentId, keyResultIds: keyResultIds ?? null, accepted, by, now })
  if (changed === 0) return
  await assessments.save(tx, { documentId, by, now })
  audit.record(tx, {
    actor,
    action: accepted ? 'assessment.accept_lines' : 'assessment.unaccept_lines',
    subject: subjectOf(documentId),
    after: { lines: changed, keyResultIds },
    onBehalfOf: behalfOf(seen.standing, as) ?? undefined,
    at: now,
  })
}

/** The lock for whoever reviews: the supervisor, the higher official when it has come to that, or a delegate. */
export async function lockToReview(
  request: Omit<Request, 'newId'>,
): Promise<{ seen: Visible; as: 'supervisor' | 'higher_official' }> {
  const seen = await lockVisible(request)
  const reviewer = reviewerOf(seen.facts, seen.asker)
  if ('why' in reviewer && reviewer.why === errors.notYours.code) throw refuse(errors.notYours)
  await refuseStale(request.tx, seen.assessment, request.version)
  if ('why' in reviewer) throw refuse(problemOf(reviewer.why))
  return { seen, as: reviewer.as }
}

function found({ assessment }: Visible, id: string): assessments.LockedCorrection {
  const correction = assessment.corrections.find((one) => one.id === id)
  if (!correction) throw refuse(errors.lineNotFound)
  return correction
}

type May = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** Rights first, then the version, then the state. */
async function refuseUnless(may: May, { version, tx }: Request, seen: Visible): Promise<void> {
  if (!may.allowed && may.why === errors.notYours.code) throw refuse(errors.notYours)
  await refuseStale(tx, seen.assessment, version)
  if (!may.allowed) throw refuse(problemOf(may.why))
}

type Done = {
  readonly event: TimelineEvent
  readonly action: string
  readonly keyResultId: string
  readonly note: string | null
  readonly behalf: string | null
  readonly after: object
}

async function finish({ documentId, actor, newId, now, tx }: Request, seen: Visible, done: Done): Promise<void> {
  const { event, action, keyResultId, note, behalf, after } = done
  const by = seen.asker.employeeId
  await assessments.save(tx, { documentId, by, now })
  await assessments.addEvent(tx, { documentId, event, keyResultId, by, for: behalf, note, newId, now })
  audit.record(tx, {
    actor,
    action: `assessment.${action}`,
    subject: subjectOf(documentId),
    after,
    reason: note ?? undefined,
    onBehalfOf: behalf ?? undefined,
    at: now,
  })
}
