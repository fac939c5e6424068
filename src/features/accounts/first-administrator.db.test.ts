import { expect, test } from 'vitest'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { issueFirstAdministratorToken } from './public.ts'

const { db, clock, visitor } = await testServer()
const issue = () => withPlatform(db, (tx) => issueFirstAdministratorToken(tx, { now: clock.now, newId }))
const body = (token: string, civilNumber = '30000001') => ({ token, civilNumber, password: 'نخلة على ضفة الفلج' })

test('the one-time link makes one administrator, even when it is used twice at the same moment', async () => {
  const replaced = (await issue()) ?? ''
  const token = (await issue()) ?? ''
  const use = (given: object) => visitor().post('/api/first-administrator', given)
  expect((await use(body(replaced))).code).toBe('accounts.link_not_accepted')
  expect((await use(body('x'.repeat(43)))).code).toBe('accounts.link_not_accepted')
  expect((await use({ ...body(token), password: '300000013000' })).code).toBe('accounts.password_not_accepted')

  const [first, second] = [visitor(), visitor()]
  const answers = await Promise.all([
    first.post('/api/first-administrator', body(token)),
    second.post('/api/first-administrator', body(token, '30000002')),
  ])
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 422])
  const winner = answers[0]?.status === 204 ? first : second
  const me = (await winner.get<{ entity: null; roles: string[]; can: object }>('/api/me')).body
  expect(me).toMatchObject({ entity: null, roles: ['platform_administrator'], can: { 'accounts.entities': true } })
  expect((await winner.get('/api/home')).code).toBe('http.no_entity')
  expect(await issue()).toBeNull()
})
