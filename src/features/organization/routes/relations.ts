import type { Handlers } from '../../../platform/http/implement.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { ability, mayAdminister, mayEndRelation } from '../policy.ts'
import type { relationContract } from '../schema/relations.ts'
import { type Act, todayOf } from '../usecases/act.ts'
import { closeRelation, declareRelation } from '../usecases/relations.ts'
import { type RelationView, relationById, relationList } from '../views/relations.ts'

export const relationRoutes: Handlers<typeof relationContract> = {
  'GET /api/organization/relations': async ({ query: { of, state, limit, cursor }, ...context }) => {
    const { tx, actor } = context
    if (of === 'all' && !mayAdminister(actor)) throw refuse(errors.mayNotDeclare)
    const employeeId = of === 'me' ? actor.employeeId : undefined
    const asked = { openOnly: state === 'open', on: await todayOf(context), limit, cursor }
    const list = employeeId === null ? { items: [], next: null } : await relationList(tx, { ...asked, employeeId })
    return {
      items: list.items.map((one) => shown(one, actor)),
      next: list.next,
      can: { declare: ability(actor.employeeId !== null), forOthers: ability(mayAdminister(actor)) },
    }
  },
  'POST /api/organization/relations': async ({ body, ...context }) =>
    shownById(context, await declareRelation({ ...context, wish: body })),
  'POST /api/organization/relations/:id/end': async ({ params, ...context }) => {
    await closeRelation({ ...context, ...params })
    return shownById(context, params.id)
  },
}

async function shownById(context: Pick<Act, 'tx' | 'actor' | 'now'>, id: string) {
  const relation = await relationById(context.tx, { id, on: await todayOf(context) })
  if (!relation) throw refuse(errors.relationNotFound)
  return shown(relation, context.actor)
}

function shown({ declaredBy, ...relation }: RelationView, actor: Act['actor']) {
  const facts = { employeeId: relation.employee.id, declaredBy }
  const end = ability(mayEndRelation(actor, facts), errors.mayNotEndRelation.code)
  return {
    ...relation,
    recorded: declaredBy !== relation.employee.id,
    can: { end: relation.endedAt === null ? end : ability(false, errors.relationEnded.code) },
  }
}
