import { insideEntity } from '../../platform/db/with-entity.ts'
import { httpErrors } from '../../platform/http/errors.ts'
import { implement } from '../../platform/http/implement.ts'
import { hasRole } from '../../shared/actor.ts'
import { Refusal, refuse } from '../../shared/refusal.ts'
import { defaultTimeZone, localDate } from '../../shared/time-zone.ts'
import * as identities from './repository/identities.ts'
import { sampleSignIns } from './sample.ts'
import { contract } from './schema.ts'
import { messagesAreVisible } from './usecases/connections.ts'
import { handOutCode, listAccounts, signOutPerson } from './usecases/manage-accounts.ts'
import { describeMe, firstSteps } from './usecases/me.ts'
import { finishWithCode, startWithCode } from './usecases/one-time-codes.ts'
import { becomeFirstAdministrator, createEntity } from './usecases/platform.ts'
import { editProfile, readProfile } from './usecases/profile.ts'
import { grantRole, revokeRole } from './usecases/roles.ts'
import { changePassword, endOtherSessions, endSession, signOut, switchEntity } from './usecases/sessions.ts'
import { signIn } from './usecases/sign-in.ts'
import * as views from './views.ts'

export const routes = implement(contract, {
  'GET /api/sign-in': async ({ tx }) => ({
    visibleMessages: messagesAreVisible(),
    sample: await sampleSignIns(tx),
  }),
  'POST /api/sign-in': ({ body, ...visit }) => signIn({ ...body, ...visit }),
  'POST /api/first-sign-in/start': ({ body, ...visit }) => startWithCode({ flow: 'first_sign_in', ...body, ...visit }),
  'POST /api/first-sign-in/finish': ({ body, ...visit }) =>
    finishWithCode({ flow: 'first_sign_in', ...body, ...visit }),
  'POST /api/password-reset/start': ({ body, ...visit }) =>
    startWithCode({ flow: 'reset', ...body, employeeNumber: null, ...visit }),
  'POST /api/password-reset/finish': ({ body, ...visit }) =>
    finishWithCode({ flow: 'reset', ...body, employeeNumber: null, ...visit }),
  'POST /api/first-administrator': ({ body, ...visit }) => becomeFirstAdministrator({ ...body, ...visit }),
  'GET /api/sms-messages': async ({ tx }) => {
    if (!messagesAreVisible()) throw refuse(httpErrors.notFound)
    const items = []
    for (const entity of await views.sampleEntities(tx)) {
      const messages = await insideEntity(tx, { entityId: entity.id }, () => views.visibleMessages(tx))
      items.push(...messages.map((message) => ({ ...message, entity: entity.name })))
    }
    return { items: items.toSorted((a, b) => b.at.getTime() - a.at.getTime()) }
  },
  'POST /api/sign-out': (context) => signOut(context).then(() => undefined),
  'GET /api/me': (context) => describeMe(context),
  'PATCH /api/me/preferences': async ({ body, actor, language, tx }) => {
    const { identityId } = actor
    const before = await views.preferencesOf(tx, { identityId, language })
    await identities.savePreferences(tx, { identityId, language: before.language, ...body })
    return views.preferencesOf(tx, { identityId, language })
  },
  'PUT /api/me/entity': ({ body, ...context }) => switchEntity({ ...body, ...context }).then(() => undefined),
  'POST /api/me/password': ({ body, ...context }) => changePassword({ ...body, ...context }),
  'GET /api/me/sessions': async ({ actor, now, tx }) => {
    const rows = await views.livingSessions(tx, { identityId: actor.identityId, now })
    return { items: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) }
  },
  'DELETE /api/me/sessions': (context) => endOtherSessions(context).then(() => undefined),
  'DELETE /api/me/sessions/:id': ({ params, ...context }) =>
    endSession({ sessionId: params.id, ...context }).then(() => undefined),
  'GET /api/me/profile': (context) => readProfile(context),
  'PATCH /api/me/profile': async ({ body, ...context }) => {
    const refusal = await editProfile({ ...body, ...context })
    return refusal instanceof Refusal ? refusal : readProfile(context)
  },
  'GET /api/accounts': async ({ query, actor, now, tx }) => {
    const { text, filter, cursor, limit } = query
    const { items, next } = await listAccounts({ text, filter, cursor, limit, now, tx })
    return {
      items: items.map(({ phone, ...item }) => ({
        ...item,
        hasPhone: phone !== null,
        own: item.employeeId === actor.employeeId,
      })),
      next,
    }
  },
  'PUT /api/accounts/:employeeId/code': ({ params, ...context }) => handOutCode({ ...params, ...context }),
  'DELETE /api/accounts/:employeeId/sessions': ({ params, ...context }) =>
    signOutPerson({ ...params, ...context }).then(() => undefined),
  'GET /api/role-grants': async ({ actor, now, tx }) => {
    const on = localDate(now, defaultTimeZone)
    const items = await views.grants(tx, { identityId: actor.identityId, on })
    return { items: items as never, can: { change: hasRole(actor, 'entity_administrator') } }
  },
  'POST /api/role-grants': ({ body, ...context }) => grantRole({ ...body, ...context }),
  'POST /api/role-grants/:id/revoke': ({ params, body, ...context }) =>
    revokeRole({ ...params, ...body, ...context }).then(() => undefined),
  'GET /api/first-steps': (context) => firstSteps(context),
  'GET /api/entities': async ({ actor, tx }) => {
    const mine = new Set((await identities.entitiesOf(tx, actor.identityId)).map((link) => link.entityId))
    return { items: (await views.entities(tx)).map((entity) => ({ ...entity, mine: mine.has(entity.id) })) }
  },
  'POST /api/entities': ({ body, ...context }) => createEntity({ ...body, ...context }),
})
