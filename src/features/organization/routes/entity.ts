import type { Handlers } from '../../../platform/http/implement.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { ability, mayAdminister } from '../policy.ts'
import type { entityContract } from '../schema/entity.ts'
import { type Act, todayOf } from '../usecases/act.ts'
import { changeProfile, removeLogo, setActorDivisions, setLogo } from '../usecases/entity.ts'
import { actorMap, entityProfile, logoOf } from '../views/entity.ts'

export const entityRoutes: Handlers<typeof entityContract> = {
  'GET /api/organization/profile': (context) => shown(context),
  'PATCH /api/organization/profile': async ({ body, ...context }) => {
    await changeProfile({ ...context, ...body })
    return shown(context)
  },
  'GET /api/organization/logo': async ({ tx }) => {
    const logo = await logoOf(tx)
    if (!logo) throw refuse(errors.logoNotFound)
    return { ...logo, filename: logo.type === 'image/png' ? 'logo.png' : 'logo.jpg', inline: true }
  },
  'PUT /api/organization/logo': async ({ file, ...context }) => {
    await setLogo({ ...context, bytes: file.bytes })
    return shown(context)
  },
  'DELETE /api/organization/logo': async (context) => {
    await removeLogo(context)
    return shown(context)
  },
  'GET /api/organization/actors': async (context) => ({
    actors: await actorMap(context.tx, { on: await todayOf(context) }),
    can: { change: ability(mayAdminister(context.actor)) },
  }),
  'PUT /api/organization/actors/:actor': ({ params, body, ...context }) =>
    setActorDivisions({ ...context, actorId: params.actor, divisionIds: body.divisionIds }),
}

async function shown({ tx, actor }: Pick<Act, 'tx' | 'actor'>) {
  const profile = await entityProfile(tx)
  if (!profile) throw refuse(errors.profileNotFound)
  return { ...profile, can: { change: ability(mayAdminister(actor)) } }
}
