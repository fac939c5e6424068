import type { Move } from '../../../shared/workflow.ts'
import type { DocumentFacts } from './facts.ts'
import { type MoveName, moves } from './workflow.ts'

/** Kinds of work item that this feature opens. */
export const itemKinds = {
  write: 'performance.write',
  revise: 'performance.revise',
  amend: 'performance.amend',
  decide: 'performance.decide',
  amendment: 'performance.amendment',
  objection: 'performance.objection',
} as const
export type ItemKind = (typeof itemKinds)[keyof typeof itemKinds]

export type Opening = { readonly kind: ItemKind; readonly assigneeId: string; readonly dueOn: string | null }

/** After a move: on whose list the document stands next. */
export function openings(move: MoveName, after: DocumentFacts, by: string): Opening[] {
  const { dueOn } = after
  const one = (kind: ItemKind, assigneeId: string | null, due = dueOn): Opening[] =>
    assigneeId === null ? [] : [{ kind, assigneeId, dueOn: due }]
  const writer = after.draftedBy ?? after.employeeId
  switch (move) {
    case 'draftFor':
      return one(itemKinds.write, by)
    case 'submit':
      return [
        ...one(itemKinds.decide, after.supervisorId),
        ...(after.higherMayDecide && after.higherOfficialId !== after.supervisorId
          ? one(itemKinds.decide, after.higherOfficialId)
          : []),
      ]
    case 'submitFor':
      return [
        ...one(itemKinds.decide, after.higherOfficialId),
        ...one(itemKinds.objection, after.employeeId, after.objectionUntil),
      ]
    case 'object':
    case 'withdraw':
      return one(itemKinds.write, writer)
    case 'sendBack':
      return one(itemKinds.revise, writer)
    case 'withdrawAmended':
    case 'acceptAmendment':
      return one(itemKinds.amend, after.employeeId)
    case 'requestAmendment':
      return one(itemKinds.amendment, after.amendment?.side === 'employee' ? after.supervisorId : after.employeeId)
    default:
      return []
  }
}

/** Who is told of a move, from the moves table. */
export function listeners(move: MoveName, facts: DocumentFacts): string[] {
  const row: Move = moves[move]
  const holders: Readonly<Record<string, string | null>> = {
    employee: facts.employeeId,
    supervisor: facts.supervisorId,
    higher_official: facts.higherOfficialId,
    drafter: facts.draftedBy,
  }
  return [...new Set((row.tells ?? []).flatMap((part) => holders[part] ?? []))]
}

/** The end of the notice's kind and of its message key: `sendBack` is `performance.send_back`. */
export function noticeKind(move: MoveName): string {
  return `performance.${move.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}
