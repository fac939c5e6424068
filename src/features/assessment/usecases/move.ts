import { sql } from 'kysely'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { Refusal, refuse } from '../../../shared/refusal.ts'
import { setClosingStatus } from '../../performance/public.ts'
import { type Consequence, consequenceOf } from '../domain/consequence.ts'
import type { Part } from '../domain/facts.ts'
import { listeners, noticeKind, openings } from '../domain/telling.ts'
import { decide, type MoveName } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import * as assessments from '../repository/assessments.ts'
import * as lines from '../repository/lines.ts'
import { behalfOf, lockVisible, refuseStale, subjectOf, type Visible } from './access.ts'
import { recountPerson } from './counting.ts'
import { endCorrections } from './ending-corrections.ts'
import { beginClosing } from './opening.ts'
import { refuseIncomplete, sentLines } from './sending.ts'
import { settingsOf } from './settings.ts'
import { closeItems, openItem, tell } from './tell.ts'

type Doing = { readonly actor: EntityActor; readonly newId: NewId; readonly now: Date; readonly tx: Tx }

type Request = Doing & {
  readonly documentId: string
  readonly version: number
  readonly move: MoveName
  readonly note?: string | undefined
  readonly acceptRemaining?: boolean
}

/** Makes one move of the table: lock, decide, save, record, tell. Answers the new version. */
export async function moveAssessment(request: Request): Promise<{ version: number }> {
  const { documentId, version, move, note, acceptRemaining = false, tx } = request
  const seen = await lockVisible(request)
  const { facts, asker } = seen
  const supplied = note ? (['comment', 'reason'] as const) : []
  const ruling = decide(facts, { ...asker, move, supplied, acceptsRemaining: acceptRemaining })
  if (ruling.kind === 'refused' && ruling.why === errors.notYours.code) throw refuse(errors.notYours)
  await refuseStale(tx, seen.assessment, version)
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  const consequence = consequenceFor(seen, { ...request, to: ruling.to, part: ruling.part })
  await carryOut({ ...request, seen, part: ruling.part, consequence })
  return { version: await versionOf(tx, documentId) }
}

type Made = Request & { readonly seen: Visible; readonly part: Part; readonly consequence: Consequence }

function consequenceFor(
  { assessment, facts, settings, window, standing, asker }: Visible,
  { move, to, part, now }: Pick<Request, 'move' | 'now'> & { to: Consequence['status']; part: Part },
): Consequence {
  const { returns, firstSubmittedAt } = assessment
  const { today, clocks, windows, calendar } = settings
  const behalf = behalfOf(standing, part)
  const act = { move, to, by: asker.employeeId, behalf, now, today, clocks, windows, calendar, closing: window }
  return consequenceOf({ ...facts, returns, firstSubmittedAt }, act)
}

/** Writes what follows from a move, records it, and tells those whom it concerns. */
async function carryOut({ seen, part, consequence, ...request }: Made): Promise<void> {
  const { documentId, move, note, acceptRemaining, actor, newId, now, tx } = request
  const { assessment, standing, asker } = seen
  const by = asker.employeeId
  const behalf = behalfOf(standing, part)
  const extra = await effects[move]?.({ ...request, seen, acceptRemaining: acceptRemaining ?? false })
  const { status, dueOn, patch, event } = consequence
  await setClosingStatus(tx, { id: documentId, status, dueOn, by, now })
  if (move !== 'open') await assessments.save(tx, { documentId, patch, by, now })
  await assessments.addEvent(tx, { documentId, event, by, for: behalf, note: note ?? null, newId, now })
  audit.record(tx, {
    actor,
    action: `assessment.${move}`,
    subject: subjectOf(documentId),
    before: { status: assessment.status, version: assessment.version },
    after: { status, dueOn, ...patch, ...extra },
    reason: note,
    onBehalfOf: behalf ?? undefined,
    at: now,
  })
  await tellOfMove({ ...request, seen, part, consequence })
  if (['approve', 'reopen'].includes(move)) {
    await recountPerson(tx, { cycle: assessment.cycle, employeeId: assessment.employeeId, now })
  }
}

type Effect = Request & { readonly seen: Visible; readonly acceptRemaining: boolean }

/** What a move writes beside the root; what it answers goes into the audit record. */
const effects: Partial<Record<MoveName, (act: Effect) => Promise<object | undefined>>> = {
  open: async ({ documentId, seen, newId, now, tx }) => {
    const { cycle } = seen.assessment
    await beginClosing({ documentId, cycleEndsOn: cycle.endsOn, scale: seen.settings.scale, newId, now, tx })
    return undefined
  },
  send,
  sendFor: send,
  sendBack: forget,
  object: forget,
  approve: async ({ documentId, seen, acceptRemaining, now, tx }) => {
    const by = seen.asker.employeeId
    if (acceptRemaining) await lines.accept(tx, { documentId, keyResultIds: null, accepted: true, by, now })
    const { strengths, improvements } = seen.assessment
    return { lines: await sentLines(tx, { documentId }), strengths, improvements }
  },
}

async function send({ documentId, seen, tx }: Effect): Promise<object> {
  await refuseIncomplete(tx, seen)
  return { lines: await sentLines(tx, { documentId }) }
}

/** What a review had said of the lines ends with it: the employee begins from what was recorded. */
async function forget({ documentId, seen, now, tx }: Effect): Promise<undefined> {
  const ids = seen.assessment.corrections.filter((one) => !one.ended).map((one) => one.id)
  await endCorrections(tx, { seen, ids, now })
  await lines.forgetAcceptance(tx, { documentId })
  return undefined
}

async function tellOfMove({ seen, part, consequence, ...request }: Made): Promise<void> {
  const { documentId, move, note, newId, now, tx } = request
  const { assessment, facts, asker, standing } = seen
  const by = asker.employeeId
  const after = { ...facts, ...consequence.patch, dueOn: consequence.dueOn }
  const doing = { about: assessment, newId, now, tx }
  await closeItems(tx, { documentId, outcome: noticeKind(move).slice('assessment.'.length), by, now })
  for (const opening of openings(move, after, by)) await openItem({ ...doing, ...opening })
  const behalf = behalfOf(standing, part)
  const recipients = [...listeners(move, facts), ...listeners(move, after), behalf]
  await tell({ ...doing, recipients, kind: noticeKind(move), by, params: { note: note ?? '' } })
  if (after.higherMayDecide && !facts.higherMayDecide && move !== 'reopen') {
    await tell({ ...doing, recipients: [facts.higherOfficialId], kind: 'assessment.higher_may_decide', by })
  }
}

async function versionOf(tx: Tx, documentId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT version FROM assessments WHERE document_id = ${documentId}::uuid`.execute(tx)
  return rows[0]?.version ?? 0
}

/** The first entry of the employee begins the closing before its window does. */
export async function openBySelf({
  seen,
  ...request
}: Doing & { readonly documentId: string; readonly version: number; readonly seen: Visible }): Promise<{
  seen: Visible
  version: number
}> {
  const { version } = await moveAssessment({ ...request, move: 'open' })
  const again = await lockVisible(request)
  return { seen: { ...again, standing: seen.standing }, version }
}

type Many = Doing & { readonly documents: readonly { readonly id: string; readonly version: number }[] }

export type Result =
  | { id: string; done: true; version: number }
  | { id: string; done: false; code: string; params?: Record<string, string | number> }

/** Approves several as they were recorded: each by itself, with its own answer, where the policy allows it. */
export async function approveMany({ documents, ...request }: Many): Promise<Result[]> {
  const settings = await settingsOf(request.tx, { now: request.now })
  if (!settings.bulkApprove) throw refuse(errors.bulkNotAllowed)
  const results = new Map<string, Result>()
  // In one order for everyone, so that two who decide on the same documents wait instead of blocking each other.
  for (const one of documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    results.set(one.id, await approveOne({ ...request, documentId: one.id, version: one.version }))
  }
  return documents.flatMap((one) => results.get(one.id) ?? [])
}

async function approveOne(request: Omit<Request, 'move'>): Promise<Result> {
  const { documentId: id, tx } = request
  const forget = audit.bookmark(tx)
  await sql`SAVEPOINT one_of_many`.execute(tx)
  try {
    const { version } = await moveAssessment({ ...request, move: 'approve', acceptRemaining: true })
    await sql`RELEASE SAVEPOINT one_of_many`.execute(tx)
    return { id, done: true, version }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    forget()
    await sql`ROLLBACK TO SAVEPOINT one_of_many`.execute(tx)
    return { id, done: false, code: error.code, ...(error.params && { params: { ...error.params } }) }
  }
}
