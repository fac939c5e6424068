import { beforeAll, expect, test } from 'vitest'
import { noon, smallMinistry, type World } from '../../../tests/support/performance-world.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { relationsOf } from './public.ts'
import { closeRelation, declareRelation } from './usecases/relations.ts'
import { relationList } from './views/relations.ts'

const { db } = await testDatabase()
let world: World
beforeAll(async () => {
  world = await smallMinistry(db)
})

type Who = Parameters<World['actor']>[0]
const by = (who: Who, tx: Tx) => ({ actor: world.actor(who), now: noon, newId, tx })
const declare = (who: Who, wish: Partial<Parameters<typeof declareRelation>[0]['wish']>) =>
  world.run((tx) =>
    declareRelation({ ...by(who, tx), wish: { otherId: world.ids.colleague, kind: 'family', note: null, ...wish } }),
  )
const living = (...names: (keyof World['ids'])[]) =>
  world.run((tx) => relationsOf(tx, { employeeIds: names.map((name) => world.ids[name]) }))

test('a declared relation binds both sides until it is ended', async () => {
  const id = await declare('employee', {})
  const { employee, colleague } = world.ids
  expect(await living('employee')).toEqual([{ employeeId: employee, otherId: colleague, kind: 'family' }])
  expect(await living('colleague')).toEqual([{ employeeId: colleague, otherId: employee, kind: 'family' }])
  expect(await living('employee', 'colleague')).toHaveLength(2)
  await world.run((tx) => closeRelation({ ...by('employee', tx), id }))
  expect(await living('employee', 'colleague')).toEqual([])
  await expect(world.run((tx) => closeRelation({ ...by('employee', tx), id }))).rejects.toMatchObject({
    code: 'organization.relation_ended',
  })
})

test('one declares the own relations only, and the same one once', async () => {
  await expect(declare('supervisor', { employeeId: world.ids.employee })).rejects.toMatchObject({
    code: 'organization.may_not_declare',
  })
  await expect(declare('colleague', {})).rejects.toMatchObject({ code: 'organization.relation_with_self' })
  await expect(declare('stranger', { otherId: newId() })).rejects.toMatchObject({ status: 404 })
  await declare('stranger', {})
  await expect(declare('stranger', { kind: 'business' })).rejects.toMatchObject({
    code: 'organization.relation_declared',
  })
})

test('what an administrator recorded for somebody is not for that person to lift', async () => {
  const id = await declare('admin', { employeeId: world.ids.deputy, kind: 'dispute' })
  await expect(world.run((tx) => closeRelation({ ...by('deputy', tx), id }))).rejects.toMatchObject({
    code: 'organization.may_not_end_relation',
  })
  await expect(world.run((tx) => closeRelation({ ...by('colleague', tx), id }))).rejects.toMatchObject({
    code: 'organization.relation_not_found',
  })
  await world.run((tx) => closeRelation({ ...by('admin', tx), id }))
})

test('everyone reads what they declared, not what others declared about them', async () => {
  const of = (name: keyof World['ids']) =>
    world.run((tx) => relationList(tx, { employeeId: world.ids[name], openOnly: true, on: '2026-01-18', limit: 50 }))
  expect((await of('stranger')).items).toHaveLength(1)
  expect((await of('colleague')).items).toEqual([])
})
