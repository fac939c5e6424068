import { implement } from '../../platform/http/implement.ts'
import type { EntityActor } from '../../shared/actor.ts'
import { refuse } from '../../shared/refusal.ts'
import { errors } from './errors.ts'
import { abilitiesIn, mayKeepHolidays, maySet } from './policy.ts'
import type { Holiday } from './repository.ts'
import { contract } from './schema.ts'
import { policyConnections } from './usecases/connections.ts'
import { decideProposal } from './usecases/decide-proposal.ts'
import { addHoliday, changeHoliday, removeHoliday } from './usecases/holidays.ts'
import { setPolicy } from './usecases/set-value.ts'
import {
  confirmersOf,
  historyOf,
  holidaysOf,
  type PolicyView,
  type ProposalView,
  policiesOf,
  proposalOf,
  waitingProposals,
} from './views.ts'

export const routes = implement(contract, {
  'GET /api/policies': async ({ query: { year }, actor, tx }) => {
    const policies = await policiesOf(tx, { year })
    const confirmers = policies.some((policy) => policy.proposal) ? await confirmersOf(tx) : []
    return {
      year,
      frozen: await policyConnections().frozenYear(tx, { year }),
      waiting: await waitingProposals(tx),
      policies: policies.map((policy) => policyFor(actor, policy, confirmers)),
    }
  },
  'GET /api/policies/:key/history': async ({ params, tx }) => ({ settings: await historyOf(tx, params) }),
  'PUT /api/policies/:key': async ({ params, body, version, actor, now, tx, newId }) => {
    const request = { ...params, ...body, source: body.source || null, version, actor, now, tx, newId }
    return policyFor(actor, await setPolicy(request), await confirmersOf(tx))
  },
  'GET /api/policies/proposals/:id': async ({ params: { id }, actor, tx }) => {
    const found = await proposalOf(tx, id)
    if (!found) throw refuse(errors.proposalNotFound)
    return proposalFor(actor, found, await confirmersOf(tx))
  },
  'POST /api/policies/proposals/:id/confirm': ({ params, ...context }) =>
    decided({ ...params, decision: 'confirm', note: null }, context),
  'POST /api/policies/proposals/:id/decline': ({ params, body, ...context }) =>
    decided({ ...params, decision: 'decline', note: body.reason }, context),
  'POST /api/policies/proposals/:id/withdraw': ({ params, ...context }) =>
    decided({ ...params, decision: 'withdraw', note: null }, context),
  'GET /api/holidays': async ({ query: { year }, actor, tx }) => ({
    year,
    holidays: await holidaysOf(tx, { year }),
    can: { change: mayKeepHolidays(actor) },
  }),
  'POST /api/holidays': async ({ body, actor, now, tx, newId }) =>
    shown(await addHoliday({ fields: body, actor, now, tx, newId })),
  'PUT /api/holidays/:id': async ({ params, body, version, actor, now, tx }) =>
    shown(await changeHoliday({ ...params, version, fields: body, actor, now, tx })),
  'DELETE /api/holidays/:id': async ({ params, version, actor, now, tx }) => {
    await removeHoliday({ ...params, version, actor, now, tx })
    return undefined
  },
})

type Asked = Parameters<typeof decideProposal>[0]
type Context = Pick<Asked, 'actor' | 'now' | 'newId' | 'tx'>

async function decided(asked: Pick<Asked, 'id' | 'decision' | 'note'>, { actor, now, newId, tx }: Context) {
  return proposalFor(actor, await decideProposal({ ...asked, actor, now, newId, tx }), [])
}

type Confirmers = Awaited<ReturnType<typeof confirmersOf>>

function policyFor(actor: EntityActor, { proposal, ...policy }: PolicyView, confirmers: Confirmers) {
  return {
    ...policy,
    proposal: proposal && proposalFor(actor, proposal, confirmers),
    can: { set: maySet(actor, policy.key) },
  }
}

function proposalFor(actor: EntityActor, proposal: ProposalView, confirmers: Confirmers) {
  const { status, proposer } = proposal
  const waitsFor = confirmers.filter((one) => one.id !== proposer.id).map((one) => one.name)
  return { ...proposal, waitsFor, can: abilitiesIn(actor, { status, proposerId: proposer.id }) }
}

function shown({ nameAr, nameEn, ...holiday }: Holiday) {
  return { ...holiday, name: { ar: nameAr, en: nameEn } }
}
