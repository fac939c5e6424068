import type { Move } from '../../../shared/workflow.ts'
import type { AssessmentFacts } from './facts.ts'
import { type MoveName, moves } from './workflow.ts'

/** Kinds of work item that this feature opens. */
export const itemKinds = {
  record: 'assessment.record',
  revise: 'assessment.revise',
  review: 'assessment.review',
  answer: 'assessment.answer',
  rule: 'assessment.rule',
  objection: 'assessment.objection',
  interimNote: 'assessment.interim_note',
  decideCycle: 'assessment.decide_cycle',
} as const
export type ItemKind = (typeof itemKinds)[keyof typeof itemKinds]

export type Opening = { readonly kind: ItemKind; readonly assigneeId: string; readonly dueOn: string | null }

type After = Pick<
  AssessmentFacts,
  'employeeId' | 'supervisorId' | 'higherOfficialId' | 'recordedBy' | 'objectionUntil' | 'higherMayDecide' | 'dueOn'
>

/** After a move: on whose list the assessment stands next. */
export function openings(move: MoveName, after: After, by: string | null): Opening[] {
  const { dueOn } = after
  const one = (kind: ItemKind, assigneeId: string | null, due = dueOn): Opening[] =>
    assigneeId === null ? [] : [{ kind, assigneeId, dueOn: due }]
  const writer = after.recordedBy ?? after.employeeId
  const reviewers = [
    ...(after.recordedBy === null ? [after.supervisorId ?? after.higherOfficialId] : []),
    ...(after.recordedBy !== null || after.higherMayDecide ? [after.higherOfficialId] : []),
  ]
  const review = [...new Set(reviewers)].flatMap((id) => one(itemKinds.review, id))
  switch (move) {
    case 'open':
      return one(itemKinds.record, after.employeeId)
    case 'recordFor':
      return one(itemKinds.record, by)
    case 'send':
    case 'reopen':
      return review
    case 'sendFor':
      return [...review, ...one(itemKinds.objection, after.employeeId, after.objectionUntil)]
    case 'object':
    case 'withdraw':
      return one(itemKinds.record, writer)
    case 'sendBack':
      return one(itemKinds.revise, writer)
    default:
      return []
  }
}

type Around = Pick<AssessmentFacts, 'employeeId' | 'supervisorId' | 'higherOfficialId' | 'recordedBy'>

/** Who is told of a move, from the moves table. */
export function listeners(move: MoveName, facts: Around): string[] {
  const row: Move = moves[move]
  const holders: Readonly<Record<string, string | null>> = {
    employee: facts.employeeId,
    supervisor: facts.supervisorId,
    higher_official: facts.higherOfficialId,
    recorder: facts.recordedBy,
  }
  return [...new Set((row.tells ?? []).flatMap((part) => holders[part] ?? []))]
}

/** The end of the notice's kind and of its message key: `sendBack` is `assessment.send_back`. */
export function noticeKind(move: MoveName): string {
  return `assessment.${move.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}
