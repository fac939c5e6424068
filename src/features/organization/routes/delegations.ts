import type { Handlers } from '../../../platform/http/implement.ts'
import { refuse } from '../../../shared/refusal.ts'
import { policyValue } from '../../policies/public.ts'
import { isLiving } from '../domain/delegation.ts'
import { errors } from '../errors.ts'
import { ability, mayAdminister, mayDelegateFor, mayReadPeople } from '../policy.ts'
import type { delegationContract } from '../schema/delegations.ts'
import { type Act, todayOf } from '../usecases/act.ts'
import { delegate, revokeDelegation } from '../usecases/delegations.ts'
import { changeMembership, deleteMembership, makeMember } from '../usecases/memberships.ts'
import { type DelegationView, delegationById, delegationList, membershipList } from '../views/delegations.ts'
import { everyoneBelow, lineAbove } from '../views/lines.ts'
import { personCards } from '../views/people.ts'

export const delegationRoutes: Handlers<typeof delegationContract> = {
  'GET /api/organization/delegations': async ({ query, ...context }) => {
    const { tx, actor } = context
    const today = await todayOf(context)
    const employeeId = await whoseOf(context, query, today)
    const openOnly = query.state === 'open'
    const { limit, cursor } = query
    const list =
      employeeId === null
        ? { items: [], next: null }
        : await delegationList(tx, { employeeId, openOnly, on: today, limit, cursor })
    const [me] = actor.employeeId ? await personCards(tx, { ids: [actor.employeeId], on: today }) : []
    const { value: maxMonths } = await policyValue(tx, {
      key: 'delegation.max_months',
      year: Number(today.slice(0, 4)),
    })
    const isRevokable = await revokableBy(context, today)
    return {
      today,
      maxMonths,
      me: me ?? null,
      items: list.items.map((one) => shown(one, today, isRevokable)),
      next: list.next,
      can: {
        delegate: ability(me !== undefined || mayAdminister(actor)),
        forOthers: ability(mayAdminister(actor)),
        forEmployee: ability(employeeId ? await mayActFor(context, employeeId, today) : mayAdminister(actor)),
      },
    }
  },
  'POST /api/organization/delegations': async ({ body: { reason, ...wish }, ...context }) =>
    shownById(context, await delegate({ ...context, wish, reason })),
  'POST /api/organization/delegations/:id/revoke': async ({ params, body, ...context }) =>
    shown(await revokeDelegation({ ...context, ...params, ...body }), await todayOf(context), () => true),
  'GET /api/organization/memberships': async ({ query, ...context }) => {
    const on = query.on ?? (await todayOf(context))
    const items = await membershipList(context.tx, { on, body: query.body, past: query.past === 'true' })
    return { on, items, can: { change: ability(mayAdminister(context.actor)) } }
  },
  'POST /api/organization/memberships': ({ body: { employeeId, body, ...facts }, ...context }) =>
    makeMember({ ...context, employeeId, body, facts }),
  'PATCH /api/organization/memberships/:id': ({ params, body, ...context }) =>
    changeMembership({ ...context, ...params, facts: body }),
  'DELETE /api/organization/memberships/:id': async ({ params, ...context }) => {
    await deleteMembership({ ...context, ...params })
    return undefined
  },
}

type Reading = Pick<Act, 'tx' | 'actor' | 'now'>
type Query = { readonly of: 'me' | 'all'; readonly employeeId?: string | undefined }

/** Whose delegations are listed: undefined for everyone's, null for nobody's. */
async function whoseOf(
  { tx, actor, now }: Reading,
  { of, employeeId }: Query,
  on: string,
): Promise<string | undefined | null> {
  if (employeeId) {
    const allowed = mayReadPeople(actor) || (await mayActFor({ tx, actor, now }, employeeId, on))
    if (!allowed) throw refuse(errors.employeeNotFound)
    return employeeId
  }
  if (of === 'me') return actor.employeeId
  if (!mayReadPeople(actor)) throw refuse(errors.mayNotDelegate)
  return undefined
}

async function mayActFor({ tx, actor }: Reading, employeeId: string, on: string): Promise<boolean> {
  return mayDelegateFor(actor, { employeeId, lineAbove: await lineAbove(tx, { employeeId, on }) })
}

async function shownById(context: Reading, id: string) {
  const on = await todayOf(context)
  const delegation = await delegationById(context.tx, { id, on })
  if (!delegation) throw refuse(errors.delegationNotFound)
  return shown(delegation, on, await revokableBy(context, on))
}

/** Whether the actor may end delegations of a person: one statement for a whole list. */
async function revokableBy({ tx, actor }: Reading, on: string): Promise<(delegatorId: string) => boolean> {
  if (mayAdminister(actor)) return () => true
  const { employeeId } = actor
  const below = new Set(employeeId ? await everyoneBelow(tx, { supervisorId: employeeId, on }) : [])
  return (delegatorId) => delegatorId === employeeId || below.has(delegatorId)
}

function shown(delegation: DelegationView, today: string, isRevokable: (delegatorId: string) => boolean) {
  const { delegatorId, scopes, ...facts } = delegation
  const { endsOn, revokedOn } = facts
  const isOver = revokedOn !== null || endsOn < today
  const revoke = ability(isRevokable(delegatorId), errors.mayNotDelegate.code)
  return {
    ...facts,
    scopes: [...scopes],
    state: stateOf(delegation, today),
    can: { revoke: revoke.allowed && isOver ? ability(false, errors.delegationOver.code) : revoke },
  }
}

function stateOf(delegation: DelegationView, today: string): 'future' | 'living' | 'over' | 'revoked' {
  if (delegation.revokedOn !== null) return 'revoked'
  if (delegation.endsOn < today) return 'over'
  return isLiving(delegation, today) ? 'living' : 'future'
}
