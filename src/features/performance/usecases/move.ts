import { sql } from 'kysely'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { Refusal, refuse } from '../../../shared/refusal.ts'
import { blockingProblems, problemsOf } from '../domain/completeness.ts'
import { consequenceOf } from '../domain/consequence.ts'
import type { Content } from '../domain/document.ts'
import { decide, type MoveName } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import * as documents from '../repository/documents.ts'
import { contentOf } from '../views/content.ts'
import { behalfOf, lockVisible, refuseStale, type Visible } from './access.ts'
import { endEditing } from './editing-session.ts'
import { type Settings, settingsOf } from './settings.ts'
import { tellOfMove } from './tell.ts'

type Request = {
  readonly id: string
  readonly version: number
  readonly move: MoveName
  readonly note?: string | undefined
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** Makes one move of the table: lock, decide, save, record, tell. Answers the new version. */
export async function moveDocument(request: Request & { readonly settings?: Settings }): Promise<{ version: number }> {
  const { id, version, move, note, actor, now, tx } = request
  const settings = request.settings ?? (await settingsOf(tx, { now }))
  const seen = await lockVisible({ id, actor, settings, tx })
  const { document, facts, asker } = seen
  const ruling = decide(facts, { ...asker, move, supplied: note ? ['comment', 'reason'] : [] })
  if (ruling.kind === 'refused' && ruling.why === errors.notYours.code) throw refuse(errors.notYours)
  await refuseStale(tx, document, version)
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))

  const behalf = behalfOf(seen.standing, ruling.part)
  const agreed = move === 'cancelAmendment' ? await documents.agreedSubmission(tx, { documentId: id }) : null
  const patch = consequenceOf(
    {
      ...facts,
      returns: document.returns,
      firstSubmittedAt: document.firstSubmittedAt,
      highestEdition: document.highestEdition,
    },
    {
      move,
      to: ruling.to,
      by: asker.employeeId,
      behalf,
      now,
      today: settings.today,
      clocks: settings.clocks,
      calendar: settings.calendar,
      agreedEdition: agreed?.edition ?? null,
    },
  )
  const act: Act = { ...request, settings, seen, behalf, by: asker.employeeId, agreed: agreed?.number ?? null }
  await carryOut[move]?.(act)
  await documents.save(tx, { id, patch: { ...patch, editingSince: null }, by: asker.employeeId, now })
  audit.record(tx, {
    actor,
    action: `performance.${move}`,
    subject: { type: 'performance_document', id },
    before: { status: document.status, edition: document.edition, version: document.version },
    after: { ...patch, version: document.version + 1 },
    reason: note,
    onBehalfOf: behalf ?? undefined,
    at: now,
  })
  await tellOfMove({ ...act, part: ruling.part, patch })
  return { version: document.version + 1 }
}

export type Act = Request & {
  readonly settings: Settings
  readonly seen: Visible
  readonly by: string
  readonly behalf: string | null
  /** The number of the submission that was agreed last. */
  readonly agreed: number | null
}

/** What a move writes beside the root row. */
const carryOut: Partial<Record<MoveName, (act: Act) => Promise<void>>> = {
  draftFor: (act) => endEditing({ documentId: act.id, now: act.now, tx: act.tx }),
  object: async (act) => {
    await endEditing({ documentId: act.id, now: act.now, tx: act.tx })
    if (act.seen.facts.status === 'submitted') await closeSubmission(act, 'objected')
  },
  submit: send,
  submitFor: send,
  withdraw: (act) => closeSubmission(act, 'withdrawn'),
  withdrawAmended: (act) => closeSubmission(act, 'withdrawn'),
  sendBack: (act) => closeSubmission(act, 'returned'),
  agree: (act) => closeSubmission(act, 'agreed'),
  requestAmendment: ({ id, by, behalf, note = '', seen, newId, now, tx }) =>
    documents.addAmendmentRequest(tx, {
      id: newId(),
      documentId: id,
      side: seen.standing.parts.includes('employee') ? 'employee' : 'supervisor',
      by,
      for: behalf,
      reason: note,
      now,
    }),
  acceptAmendment: (act) => answer(act, 'accepted'),
  declineAmendment: (act) => answer(act, 'declined'),
  withdrawAmendment: ({ id, by, note, now, tx }) =>
    documents.endAmendment(tx, { documentId: id, status: 'withdrawn', by, note: note ?? null, now }),
  cancelAmendment: async ({ id, by, note, agreed, now, tx }) => {
    await endEditing({ documentId: id, now, tx })
    if (agreed !== null) await documents.restoreContent(tx, { documentId: id, number: agreed })
    await documents.endAmendment(tx, { documentId: id, status: 'cancelled', by, note: note ?? null, now })
  },
}

async function send(act: Act): Promise<void> {
  const { id, by, seen, settings, now, tx } = act
  const content = await contentOf(tx, { documentId: id })
  refuseIncomplete(content, seen, settings)
  await endEditing({ documentId: id, content, now, tx })
  await documents.addSubmission(tx, {
    documentId: id,
    number: seen.document.submissions + 1,
    edition: seen.document.edition,
    content: JSON.stringify(content),
    by,
    now,
  })
}

function refuseIncomplete(content: Content, { document }: Visible, { limits }: Settings): void {
  const fields = blockingProblems(problemsOf(content, { cycle: document.cycle, limits }))
  if (fields.length > 0) {
    throw refuse(errors.incomplete, {
      params: { count: fields.length },
      fields: fields.map(({ path, code, params }) => ({ path, code, ...(params && { params }) })),
    })
  }
}

type Outcome = 'agreed' | 'returned' | 'withdrawn' | 'objected'

async function closeSubmission({ id, by, behalf, note, seen, now, tx }: Act, outcome: Outcome): Promise<void> {
  const number = seen.document.submissions
  await documents.closeSubmission(tx, { documentId: id, number, outcome, by, for: behalf, note: note ?? null, now })
}

async function answer({ by, behalf, note, seen, now, tx }: Act, status: 'accepted' | 'declined'): Promise<void> {
  const request = seen.facts.amendment
  if (!request) throw refuse(errors.notOpen)
  await documents.answerAmendment(tx, { id: request.id, status, by, for: behalf, note: note ?? null, now })
}

type Many = Omit<Request, 'id' | 'version' | 'move'> & {
  readonly move: 'agree' | 'sendBack'
  readonly documents: readonly { readonly id: string; readonly version: number }[]
}

export type Result =
  | { id: string; done: true; version: number }
  | { id: string; done: false; code: string; params?: Record<string, string | number> }

/** The same decision about several documents: each by itself, with its own answer, where the policy allows it. */
export async function decideMany({ documents: asked, move, ...request }: Many): Promise<Result[]> {
  const settings = await settingsOf(request.tx, { now: request.now })
  if (!settings.bulk[move]) throw refuse(errors.bulkNotAllowed)
  const results: Result[] = []
  // In one order for everyone, so that two who decide on the same documents wait instead of blocking each other.
  for (const one of asked.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    results.push(await decideOne({ ...request, ...one, move, settings }))
  }
  const place = new Map(asked.map((one, index) => [one.id, index]))
  return results.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

async function decideOne(request: Request & { settings: Settings }): Promise<Result> {
  const { id, tx } = request
  await sql`SAVEPOINT one_of_many`.execute(tx)
  try {
    const { version } = await moveDocument(request)
    await sql`RELEASE SAVEPOINT one_of_many`.execute(tx)
    return { id, done: true, version }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`ROLLBACK TO SAVEPOINT one_of_many`.execute(tx)
    return { id, done: false, code: error.code, ...(error.params && { params: { ...error.params } }) }
  }
}
