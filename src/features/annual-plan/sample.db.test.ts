import { describe, expect, it } from 'vitest'
import { operationsOf } from '../../../tests/support/operations.ts'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { indicators, priorities, programmes } from '../vision/domain/structure.ts'
import { loadVision } from '../vision/sample.ts'
import { readPlan } from './domain/import-plan.ts'
import { loadPlan, samplePlan } from './sample.ts'

const now = new Date('2026-01-18T06:00:00Z')
const served = await testServer()
const { db } = served
const api = operationsOf(served)

describe('the sample plan', () => {
  const plan = samplePlan({ year: 2026 })
  const by = (letter: string) => plan.filter((node) => node.code.startsWith(letter)).length

  it('is of the size of a real one', () => {
    expect(by('G')).toBe(6)
    expect(by('P')).toBeGreaterThanOrEqual(16)
    expect(by('I') + by('R')).toBeGreaterThanOrEqual(25)
  })

  it('would pass the checks of an import', () => {
    const named = (code: string) => ({ id: code, code, name: { ar: code, en: code } })
    const { problems } = readPlan(
      plan.flatMap((node, at) => {
        const { code, kind, titleAr, titleEn, startsOn, endsOn } = node
        const cells = {
          code,
          kind,
          titleAr,
          titleEn,
          startsOn,
          endsOn,
          owner: node.ownerCode,
          parent: node.parentCode ?? '',
        }
        const further = [
          ...node.indicators.map(({ nameAr, dataType, target }) => ({ indicatorAr: nameAr, dataType, target })),
          ...node.serves.map((link) => ({
            priority: link.priority,
            visionIndicator: link.indicator ?? '',
            programme: link.programme ?? '',
          })),
        ]
        return [{ line: at, cells }, ...further.map((more) => ({ line: at, cells: { code, ...more } }))]
      }),
      {
        year: 2026,
        divisions: [...new Set(plan.map((node) => node.ownerCode))].map(named),
        priorities: priorities.map((one) => named(one.code)),
        indicators: indicators.map((one) => ({ ...named(one.code), priorityId: one.priority })),
        programmes: programmes.map((one) => named(one.code)),
      },
    )
    expect(problems).toEqual([])
  })

  it('is in force once it is loaded', async () => {
    await withPlatform(db, loadVision)
    const entityId = await api.entity()
    const approval = { approvedOn: '2025-12-28', approvedBy: null, reference: 'قرار وزاري 412/2025' }
    const ids = await api.inside(entityId, (tx) => loadPlan(tx, { year: 2026, nodes: plan, approval, now, newId }))
    const employee = await api.someone({ entityId })
    const { body } = await employee('GET /api/plan', { query: { year: 2026 } })
    expect(body.version).toMatchObject({ status: 'approved', approvedOn: '2025-12-28' })
    expect(body.nodes.map((node: { id: string }) => node.id)).toEqual(plan.map((node) => ids.get(node.code)))
  })
})
