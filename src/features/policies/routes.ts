import { implement } from '../../platform/http/implement.ts'
import { mayChange } from './policy.ts'
import type { Holiday } from './repository.ts'
import { contract } from './schema.ts'
import { addHoliday, changeHoliday, removeHoliday, setPolicy } from './usecases.ts'
import { historyOf, holidaysOf, policiesOf } from './views.ts'

export const routes = implement(contract, {
  'GET /api/policies': async ({ query: { year }, actor, tx }) => ({
    year,
    policies: await policiesOf(tx, { year }),
    can: { set: mayChange(actor) },
  }),
  'GET /api/policies/:key/history': async ({ params, tx }) => ({ settings: await historyOf(tx, params) }),
  'PUT /api/policies/:key': ({ params, body, version, actor, now, tx, newId }) =>
    setPolicy({ ...params, ...body, source: body.source || null, version, actor, now, tx, newId }),
  'GET /api/holidays': async ({ query: { year }, actor, tx }) => ({
    year,
    holidays: await holidaysOf(tx, { year }),
    can: { change: mayChange(actor) },
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

function shown({ nameAr, nameEn, ...holiday }: Holiday) {
  return { ...holiday, name: { ar: nameAr, en: nameEn } }
}
