import type { Handlers } from '../../../platform/http/implement.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { onDay } from '../domain/periods.ts'
import { errors } from '../errors.ts'
import { ability, mayAdminister } from '../policy.ts'
import type { divisionContract } from '../schema/divisions.ts'
import { type Act, todayOf } from '../usecases/act.ts'
import { changeDivision, closeDivision, correctDivision, createDivision, nameHead } from '../usecases/divisions.ts'
import { changePost, createPost, deletePost } from '../usecases/posts.ts'
import { divisionRecord, divisionTree } from '../views/divisions.ts'
import { postList, postRecord } from '../views/posts.ts'

export const divisionRoutes: Handlers<typeof divisionContract> = {
  'GET /api/organization/divisions': async ({ query, ...context }) => {
    const on = query.on ?? (await todayOf(context))
    const divisions = await divisionTree(context.tx, { on })
    return { on, divisions, can: { change: ability(mayAdminister(context.actor)) } }
  },
  'GET /api/organization/divisions/:id': ({ params, query, ...context }) => shownDivision(context, params.id, query.on),
  'POST /api/organization/divisions': async ({ body, ...context }) =>
    shownDivision(context, await createDivision({ ...context, ...body }), body.from),
  'POST /api/organization/divisions/:id/changes': async ({ params, body, ...context }) => {
    await changeDivision({ ...context, ...params, ...body })
    return shownDivision(context, params.id, body.from)
  },
  'PATCH /api/organization/divisions/:id/periods/:periodId': async ({ params, body, ...context }) => {
    await correctDivision({ ...context, ...params, ...body })
    return shownDivision(context, params.id, undefined)
  },
  'POST /api/organization/divisions/:id/close': async ({ params, body, ...context }) => {
    await closeDivision({ ...context, ...params, ...body })
    return shownDivision(context, params.id, body.lastDay)
  },
  'POST /api/organization/divisions/:id/headships': async ({ params, body, ...context }) => {
    await nameHead({ ...context, ...params, ...body })
    return shownDivision(context, params.id, body.from)
  },
  'GET /api/organization/posts': async ({ query, language, ...context }) => {
    const list = await postList(context.tx, { ...query, language, on: await todayOf(context) })
    return { ...list, can: { change: ability(mayAdminister(context.actor)) } }
  },
  'GET /api/organization/posts/:id': ({ params, ...context }) => shownPost(context, params.id),
  'POST /api/organization/posts': async ({ body: { code, ...facts }, ...context }) =>
    shownPost(context, await createPost({ ...context, code, facts })),
  'PATCH /api/organization/posts/:id': async ({ params, body, ...context }) => {
    await changePost({ ...context, ...params, facts: body })
    return shownPost(context, params.id)
  },
  'DELETE /api/organization/posts/:id': async ({ params, ...context }) => {
    await deletePost({ ...context, ...params })
    return undefined
  },
}

type Reading = Pick<Act, 'tx' | 'actor' | 'now'> & { readonly language: Language }

async function shownDivision(context: Reading, id: string, asked: string | undefined) {
  const on = asked ?? (await todayOf(context))
  const division = await divisionRecord(context.tx, { id, on })
  const shown = division && (onDay(division.periods, on) ?? division.periods[0])
  if (!division || !shown) throw refuse(errors.divisionNotFound)
  const standing = onDay(division.periods, on) !== null
  const change = ability(mayAdminister(context.actor))
  const isRoot = shown.parentId === null
  return {
    ...division,
    on,
    standing,
    name: shown.name,
    kind: shown.kind,
    can: { change, close: change.allowed && isRoot ? ability(false, errors.rootStays.code) : change },
  }
}

async function shownPost(context: Reading, id: string) {
  const post = await postRecord(context.tx, { id, on: await todayOf(context) })
  if (!post) throw refuse(errors.postNotFound)
  return { ...post, can: { change: ability(mayAdminister(context.actor)) } }
}
