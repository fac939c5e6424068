import type { Rank } from '../../../shared/ranks.ts'
import { refuse } from '../../../shared/refusal.ts'
import { employeeById } from '../../organization/public.ts'
import { errors } from '../errors.ts'
import * as grievances from '../repository.ts'
import { actorId, lockVisible } from './access.ts'
import type { OnCase } from './act.ts'
import { mustMove, record } from './move.ts'
import { announce, deskOf, passOn } from './tell.ts'

/** Asks somebody who had no part in the result to evaluate anew; the panel decides afterwards. */
export async function askEvaluation(
  request: OnCase & { readonly evaluatorId: string; readonly question: string },
): Promise<void> {
  const { id, evaluatorId, question, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, request, 'askEvaluation', ['reason'])
  const { grievance, involved, today } = seen
  const evaluator = await employeeById(tx, { employeeId: evaluatorId, on: today })
  const serves = evaluator !== null && (evaluator.exitedOn === null || evaluator.exitedOn >= today)
  const judges = grievance.panel.some(({ memberId }) => memberId === evaluatorId)
  if (!serves || judges || involved.some(({ personId }) => personId === evaluatorId)) {
    throw refuse(errors.evaluatorNotFit, { fields: [{ path: 'evaluatorId', code: errors.evaluatorNotFit.code }] })
  }
  const by = actorId(request.actor)
  await grievances.save(tx, {
    id,
    now,
    status: 're_evaluating',
    evaluator_id: evaluatorId,
    evaluation_asked_at: now,
    evaluation_asked_by: by,
    evaluation_question: question,
    evaluation_rank: null,
    evaluation_finding: null,
    evaluated_at: null,
  })
  const desk = { ...deskOf(seen), evaluator: evaluatorId }
  const dueOn = grievance.decideBy
  await passOn({ ...request, grievance }, { outcome: 'evaluation_asked', by, status: 're_evaluating', desk, dueOn })
  await announce({ ...request, grievance }, { kind: 'evaluation_asked', to: [grievance.employeeId, evaluatorId], by })
  record(request, 'ask_evaluation', { evaluatorId }, question)
}

export async function answerEvaluation(
  request: OnCase & { readonly rank: Rank; readonly finding: string },
): Promise<void> {
  const { id, rank, finding, now, tx } = request
  const seen = await lockVisible(request)
  mustMove(seen, request, 'evaluate', ['reason'])
  const by = actorId(request.actor)
  await grievances.save(tx, {
    id,
    now,
    status: 'under_review',
    evaluation_rank: rank,
    evaluation_finding: finding,
    evaluated_at: now,
  })
  const { grievance } = seen
  const desk = deskOf(seen)
  const dueOn = grievance.decideBy
  await passOn({ ...request, grievance }, { outcome: 'evaluated', by, status: 'under_review', desk, dueOn })
  await announce({ ...request, grievance }, { kind: 'evaluated', to: desk.panel, by })
  record(request, 'evaluate', { rank }, finding)
}
