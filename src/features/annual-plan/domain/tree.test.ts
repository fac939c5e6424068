import { describe, expect, it } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import { directionAbilities } from './direction.ts'
import type { PlannedNode } from './node.ts'
import { ancestorsOf, filtered, forestOf, withDescendants } from './tree.ts'
import { dayWithin, versionAbilities } from './version.ts'

const node = (
  id: string,
  parentId: string | null,
  more: { division?: string; priority?: string; title?: string } = {},
) => ({
  id,
  parentId,
  code: id,
  kind: 'programme' as const,
  title: { ar: more.title ?? 'عنصر', en: 'Node' },
  owner: more.division ? { id: more.division } : null,
  serves: more.priority ? [{ priority: { code: more.priority } }] : [],
})

const plan = [
  node('G1', null, { priority: 'health' }),
  node('P1', 'G1', { division: 'd1', title: 'رفعُ كفاءة الأداء' }),
  node('I1', 'P1', { division: 'd2' }),
  node('G2', null),
]

describe('the tree of the plan', () => {
  it('grows from the parents, in the order of the nodes', () => {
    expect(forestOf(plan).map((branch) => [branch.node.id, branch.children.map((child) => child.node.id)])).toEqual([
      ['G1', ['P1']],
      ['G2', []],
    ])
    expect(ancestorsOf(plan, 'I1').map((one) => one.id)).toEqual(['G1', 'P1'])
    expect(withDescendants(plan)).toEqual({ G1: ['G1', 'P1', 'I1'], P1: ['P1', 'I1'], I1: ['I1'], G2: ['G2'] })
  })

  it.each([
    ['a division', { divisionId: 'd2' }, ['G1', 'P1', 'I1'], 1],
    ['words, whatever the hamza and the marks', { text: 'رفع كفاءه الاداء' }, ['G1', 'P1'], 1],
    ['a code in Arabic digits', { text: 'i١' }, ['G1', 'P1', 'I1'], 1],
    ['a priority', { priority: 'health' }, ['G1'], 1],
    ['a division and words that do not meet', { divisionId: 'd2', text: 'كفاءة' }, [], 0],
    ['nothing', {}, ['G1', 'P1', 'I1', 'G2'], 4],
  ])('filtered by %s shows the matches and the way to them', (_, filter, shown, matches) => {
    const found = filtered(plan, filter)
    expect(found.shown.map((one) => one.id)).toEqual(shown)
    expect(found.matches).toBe(matches)
  })
})

describe('a version', () => {
  const allowed = (status: Parameters<typeof versionAbilities>[0], approvedExists: boolean) =>
    Object.entries(versionAbilities(status, { approvedExists }))
      .filter(([, ability]) => ability.allowed)
      .map(([move]) => move)

  it.each([
    ['draft', false, ['markPreliminary', 'approve', 'discard']],
    ['draft', true, ['approve', 'discard']],
    ['preliminary', false, ['approve']],
    ['approved', true, []],
    ['superseded', true, []],
  ] as const)('that is %s while an approved one exists: %s', (status, approvedExists, moves) => {
    expect(allowed(status, approvedExists)).toEqual(moves)
  })

  it('names divisions as of today within its year', () => {
    expect([dayWithin(2026, '2026-05-01'), dayWithin(2025, '2026-05-01'), dayWithin(2027, '2026-05-01')]).toEqual([
      '2026-05-01',
      '2025-12-31',
      '2027-01-01',
    ])
  })
})

describe('a direction', () => {
  const standing = { status: 'draft', authorId: 'a', leads: true, employeeId: 'a' } as const

  it('is changed by its author while the author leads the division', () => {
    expect(directionAbilities(standing)).toMatchObject({ edit: { allowed: true }, publish: { allowed: true } })
    expect(directionAbilities({ ...standing, leads: false })).toEqual({})
    expect(directionAbilities({ ...standing, employeeId: 'b' })).toEqual({})
    expect(directionAbilities({ ...standing, employeeId: null })).toEqual({})
  })

  it('that is published is reworded but never removed', () => {
    expect(directionAbilities({ ...standing, status: 'published' })).toMatchObject({
      reword: { allowed: true },
      remove: { allowed: false },
      publish: { allowed: false },
    })
  })
})

describe('a new plan beside the one in force', () => {
  const planned = (code: string, title: string): PlannedNode => ({
    code,
    kind: 'objective',
    parentCode: null,
    title: { ar: title, en: title },
    summary: { ar: '', en: '' },
    ownerDivisionId: null,
    startsOn: null,
    endsOn: null,
    indicators: [],
    serves: [],
  })

  it('says what is new, what changed, what stayed and what is gone', () => {
    const { changes, removed } = comparePlans(
      [planned('A', 'x'), planned('B', 'y'), planned('C', 'z')],
      [planned('A', 'x'), planned('B', 'changed'), planned('D', 'new')],
    )
    expect([...changes]).toEqual([
      ['A', 'same'],
      ['B', 'changed'],
      ['D', 'added'],
    ])
    expect(removed.map((node) => node.code)).toEqual(['C'])
  })
})
