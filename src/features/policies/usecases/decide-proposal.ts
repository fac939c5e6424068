import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import * as repository from '../repository.ts'
import { nameOf, type ProposalView, proposalOf } from '../views.ts'
import { besideOthers, requireOpenYears } from './checks.ts'
import { policyConnections } from './connections.ts'
import { employee } from './set-value.ts'
import { titleOf } from './titles.ts'

type DecideRequest = {
  readonly id: string
  readonly decision: 'confirm' | 'decline' | 'withdraw'
  /** Why not; needed to decline. */
  readonly note: string | null
  readonly actor: EntityActor
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

const outcomes = {
  confirm: { status: 'in_force', outcome: 'confirmed' },
  decline: { status: 'declined', outcome: 'declined' },
  withdraw: { status: 'withdrawn', outcome: 'withdrawn' },
} as const

/**
 * A second person confirms a proposal, and from then on it holds, or declines it with a reason; its proposer may take
 * it back. Of several who decide at once one is heard, the others learn that it is decided (409).
 */
export async function decideProposal(request: DecideRequest): Promise<ProposalView> {
  const { id, decision, note, now, tx, newId } = request
  const actor = employee(request.actor)
  await repository.lockGrading(tx)
  const proposal = await repository.lockProposal(tx, id)
  if (!proposal) throw refuse(errors.proposalNotFound)
  const own = proposal.setBy === actor.employeeId
  if (decision === 'withdraw' && !own) throw refuse(errors.notYourProposal)
  if (decision !== 'withdraw' && own) throw refuse(errors.ownProposal)
  if (proposal.status !== 'proposed') throw refuse(errors.proposalDecided)
  const { key, year, value, version, setBy } = proposal
  if (decision === 'confirm') {
    await requireOpenYears(tx, { key, year, now })
    const [misfit] = await besideOthers(tx, { key, year, value })
    if (misfit) throw refuse({ code: misfit.code, status: 409 }, { params: misfit.params ?? {} })
  }
  const { status, outcome } = outcomes[decision]
  const by = decision === 'withdraw' ? null : actor.employeeId
  await repository.decideProposal(tx, { id, status, by, at: now, note })
  audit.record(tx, {
    actor,
    action: `policies.${decision}`,
    subject: { type: 'policy', id: `${key}/${year}` },
    before: { status: 'proposed', version },
    after: { status, version, value },
    ...(note && { reason: note }),
    at: now,
  })
  const proposer = { id: setBy, name: await nameOf(tx, setBy) }
  const decided = { id, key, title: titleOf(key), year, proposer }
  await policyConnections().decided(tx, { proposal: decided, outcome, by: actor.employeeId, note, newId, now })
  return (await proposalOf(tx, id)) as ProposalView
}
