import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { closeWorkItems, type MessageParams, notify, openWorkItem } from '../../inbox/public.ts'
import type { Patch } from '../domain/consequence.ts'
import type { Cycle, Name } from '../domain/document.ts'
import type { DocumentFacts, Part } from '../domain/facts.ts'
import { type ItemKind, listeners, noticeKind, openings } from '../domain/telling.ts'
import type { MoveName } from '../domain/workflow.ts'
import { lastEditor } from '../views/content.ts'
import type { Act } from './move.ts'

type About = {
  readonly id: string
  readonly employeeId: string
  readonly employeeName: Name
  readonly cycle: Pick<Cycle, 'kind' | 'ordinal' | 'year'>
  readonly submissions: number
  readonly edition: number
}

/** The values that every sentence about a document may use. */
export function paramsOf({ employeeName, cycle, submissions, edition }: About): MessageParams {
  const { kind, ordinal, year } = cycle
  return { employee: { ...employeeName }, cycle: { period: { kind, ordinal, year } }, submission: submissions, edition }
}

export function subjectOf({ id }: { id: string }) {
  return { type: 'performance_document', id } as const
}

type Opened = {
  readonly document: About
  readonly kind: ItemKind
  readonly assigneeId: string
  readonly dueOn: string | null
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

export async function openItem({ document, tx, ...item }: Opened): Promise<void> {
  const params = paramsOf(document)
  await openWorkItem(tx, { ...item, subject: subjectOf(document), aboutId: document.employeeId, params })
}

/** Takes the document off the lists where it stood, puts it on the next ones, and tells who must know. */
export async function tellOfMove(act: Act & { readonly part: Part; readonly patch: Patch }): Promise<void> {
  const { move, by, behalf, note, patch, seen, newId, now, tx } = act
  const document: About = { ...seen.document, ...numbersOf(patch, seen.document) }
  const after = factsAfter(seen.facts, move, patch, act.part, by)
  await closeWorkItems(tx, {
    subject: subjectOf(document),
    outcome: noticeKind(move).slice('performance.'.length),
    closedBy: by,
    now,
  })
  for (const opening of openings(move, after, by)) await openItem({ document, ...opening, newId, now, tx })

  // Who drafted or asked before the move is told as well as who stands there after it.
  const recipients = [...listeners(move, seen.facts), ...listeners(move, after), ...(behalf ? [behalf] : [])]
  const params = { ...paramsOf(document), by: await lastEditor(tx, { employeeId: by }), note: note ?? '' }
  const told = { params, subject: subjectOf(document), exceptId: by, newId, now }
  if (recipients.length > 0) await notify(tx, { ...told, recipients, kind: noticeKind(move) })
  if (patch.higherMayDecide && !seen.facts.higherMayDecide && after.higherOfficialId) {
    await notify(tx, { ...told, recipients: [after.higherOfficialId], kind: 'performance.higher_may_decide' })
  }
}

function numbersOf(patch: Patch, document: About): Pick<About, 'submissions' | 'edition'> {
  return { submissions: patch.submissions ?? document.submissions, edition: patch.edition ?? document.edition }
}

function factsAfter(before: DocumentFacts, move: MoveName, patch: Patch, part: Part, by: string): DocumentFacts {
  const amendment: DocumentFacts['amendment'] =
    move === 'requestAmendment'
      ? { id: '', side: part === 'employee' ? 'employee' : 'supervisor', requestedBy: by }
      : null
  return { ...before, ...patch, amendment } as DocumentFacts
}
