import { expect, test } from 'vitest'
import type { PageDefinition } from '../../../ui/navigation.ts'
import { currentPage, menuFor } from './menu-model.ts'

const page = (path: string, menu?: PageDefinition['menu']): PageDefinition => ({
  path,
  title: 'ui.open',
  load: async () => () => null,
  ...(menu && { menu }),
})
const team = page('/team', { group: 'team', order: 2, count: 'team.pending' })
const approvals = page('/team/approvals', { group: 'team', order: 1 })
const policies = page('/policies', { group: 'administration', order: 1, can: 'policies.read' })
const one = page('/team/:id')
const all = [policies, team, approvals, one]

test('the menu holds what this person may open, in the order of the work', () => {
  const parts = menuFor(all, { can: {}, counts: { 'team.pending': 2 } })
  expect(parts.map((part) => part.group)).toEqual(['team'])
  expect(parts[0]?.items.map((item) => [item.page.path, item.count])).toEqual([
    ['/team/approvals', 0],
    ['/team', 2],
  ])
  expect(menuFor(all, { can: { 'policies.read': true }, counts: {} }).map((part) => part.group)).toEqual([
    'team',
    'administration',
  ])
})

test('a page outside the menu stands under the nearest one above it', () => {
  expect(currentPage(all, '/team/7')).toBe(team)
  expect(currentPage(all, '/team/approvals')).toBe(approvals)
  expect(currentPage(all, '/elsewhere')).toBeUndefined()
})
