import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupRules, groupRulesOf, groupsOf, type Member } from './groups.ts'

const rules: GroupRules = { byFamily: false, depth: 2, minimum: 30 }
let next = 0
const people = (count: number, path: readonly string[], family: string | null = null): Member[] =>
  Array.from({ length: count }, () => {
    next += 1
    return { employeeId: `e${String(next).padStart(5, '0')}`, path, family }
  })
const shape = (members: readonly Member[], more: Partial<GroupRules> = {}) =>
  groupsOf(members, { ...rules, ...more }).map((group) => [group.key, group.employeeIds.length, group.hasQuotas])

test('an entity is one group where the policy compares all with all', () => {
  const members = [...people(40, ['north', 'a']), ...people(5, ['south'])]
  expect(shape(members, { depth: 0 })).toEqual([['entity/all', 45, true]])
  expect(groupsOf(members, { ...rules, depth: 0 })[0]?.pooled).toEqual([])
})

test('an entity below the minimum has one group without quotas', () => {
  expect(shape(people(29, ['north']))).toEqual([['entity/all', 29, false]])
  expect(shape(people(30, ['north']))).toEqual([['north/all', 30, true]])
})

test('each of the policy’s strata is a way to compare', () => {
  const members = [...people(40, ['north', 'a'], 'staff'), ...people(30, ['south'], 'leadership')]
  const keys = (strata: 'none' | 'job_family' | 'sector') =>
    groupsOf(members, groupRulesOf(strata, 30)).map((group) => group.key)
  expect(keys('none')).toEqual(['entity/all'])
  expect(keys('job_family')).toEqual(['entity/leadership', 'entity/staff'])
  expect(keys('sector')).toEqual(['north/all', 'south/all'])
})

test('nobody makes no group', () => {
  expect(groupsOf([], rules)).toEqual([])
})

test('small sections are pooled in their directorate, which says what it pooled', () => {
  const members = [...people(35, ['north', 'a']), ...people(20, ['north', 'b']), ...people(12, ['north', 'c'])]
  const groups = groupsOf(members, rules)
  expect(groups.map((group) => [group.key, group.employeeIds.length])).toEqual([
    ['a/all', 35],
    ['north/all', 32],
  ])
  expect(groups[1]?.pooled).toEqual([
    { divisionId: 'b', family: null, people: 20 },
    { divisionId: 'c', family: null, people: 12 },
  ])
})

test('a directorate that stays small is pooled with others in the entity', () => {
  const members = [...people(31, ['east']), ...people(16, ['north', 'a']), ...people(16, ['south', 'b'])]
  expect(shape(members)).toEqual([
    ['east/all', 31, true],
    ['entity/all', 32, true],
  ])
})

test('what is left over takes in the smallest group beside it, so that nobody stands without quotas', () => {
  const members = [...people(40, ['east']), ...people(33, ['north']), ...people(4, ['south'])]
  expect(shape(members)).toEqual([
    ['east/all', 40, true],
    ['entity/all', 37, true],
  ])
})

test('families are compared apart where each is large enough, together where not', () => {
  const staff = people(80, ['east'], 'staff')
  expect(shape([...staff, ...people(30, ['east'], 'leadership')], { byFamily: true, depth: 0 })).toEqual([
    ['entity/leadership', 30, true],
    ['entity/staff', 80, true],
  ])
  expect(shape([...staff, ...people(12, ['east'], 'leadership')], { byFamily: true, depth: 0 })).toEqual([
    ['entity/all', 92, true],
  ])
})

test('two small families make one group together before they touch a large one', () => {
  const members = [...people(80, [], 'staff'), ...people(12, [], 'leadership'), ...people(20, [], 'technical')]
  expect(shape(members, { byFamily: true, depth: 0 })).toEqual([
    ['entity/staff', 80, true],
    ['entity/all', 32, true],
  ])
})

const anyMembers = fc
  .array(
    fc.record({
      path: fc
        .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
        .map((parts) => parts.map((_, index) => parts.slice(0, index + 1).join('.'))),
      family: fc.constantFrom('staff', 'leadership', null),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((one, index): Member => ({ ...one, employeeId: `e${index}` })))
const anyRules = fc.record({
  byFamily: fc.boolean(),
  depth: fc.integer({ min: 0, max: 3 }),
  minimum: fc.integer({ min: 1, max: 20 }),
})

test('everybody is in exactly one group, no group with quotas is too small, and keys are unique', () => {
  fc.assert(
    fc.property(anyMembers, anyRules, (members, some) => {
      const groups = groupsOf(members, some)
      expect(groups.flatMap((group) => group.employeeIds).sort()).toEqual(members.map((one) => one.employeeId).sort())
      expect(new Set(groups.map((group) => group.key)).size).toBe(groups.length)
      for (const group of groups) {
        expect(group.hasQuotas).toBe(members.length >= some.minimum)
        if (group.hasQuotas) expect(group.employeeIds.length).toBeGreaterThanOrEqual(some.minimum)
        const pooled = group.pooled.reduce((sum, one) => sum + one.people, 0)
        if (group.pooled.length > 0) expect(pooled).toBe(group.employeeIds.length)
      }
    }),
  )
})

test('the order of the people makes no difference', () => {
  fc.assert(
    fc.property(anyMembers, anyRules, (members, some) => {
      expect(groupsOf([...members].reverse(), some)).toEqual(groupsOf(members, some))
    }),
  )
})
