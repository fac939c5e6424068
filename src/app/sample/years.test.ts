import { describe, expect, test } from 'vitest'
import { applyCurve } from '../../features/calibration/domain/curve.ts'
import { quotasOf, seatsOf } from '../../features/calibration/domain/quotas.ts'
import { rankGroup } from '../../features/calibration/domain/ranked-group.ts'
import { defaultTieTolerance } from '../../features/calibration/domain/ties.ts'
import { achievement, type DataType, defaultScale, levelOf } from '../../shared/measure.ts'
import { bandOf } from '../../shared/ranks.ts'
import { isReason, type ReasonUse } from '../../shared/reasons.ts'
import { annualResult, segmentsLiteral, segmentsResult } from '../../shared/scoring.ts'
import type { Row, Rows, Table } from './copy.ts'
import { bands, shares } from './freeze.ts'
import { ministry } from './ministry.ts'

const date = '2026-01-18'
const [labour, authority] = ministry({ seed: 1, date, passwordHash: 'a hash' }).entities
const rows: Rows = labour?.rows ?? {}

function all<T extends Table>(table: T): readonly Row<T>[] {
  return (rows[table] ?? []) as Row<T>[]
}

/** Ten-thousandths, or days, from what is stored. */
function quantity(dataType: string, stored: unknown): bigint | null {
  if (stored === null || stored === undefined) return null
  const [whole = '', fraction = ''] = String(stored).split('.')
  return dataType === 'date' ? BigInt(whole) : BigInt(whole + fraction.padEnd(4, '0'))
}

function person(name: string): string {
  const found = all('employees').find((one) => one.name_ar === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found.id
}

describe('what the sample reached', () => {
  test('every achievement and level is that of the product for the value in force', () => {
    expect(all('achievements').length).toBeGreaterThan(5_000)
    for (const line of all('achievements')) {
      const dataType = line.data_type as DataType
      const targets = {
        below: quantity(dataType, line.target_below) ?? 0n,
        meets: quantity(dataType, line.target_meets) ?? 0n,
        exceeds: quantity(dataType, line.target_exceeds) ?? 0n,
      }
      const actual = quantity(dataType, line.actual)
      expect(line.achievement).toBe(achievement({ dataType, targets, actual }, defaultScale))
      expect(line.level).toBe(levelOf(actual, targets))
    }
  })

  test('a line is the agreed one, and differs from its claim only by a correction with a reason of the list', () => {
    const agreed = new Map(all('key_results').map((one) => [one.id, one]))
    const corrected = new Map(all('actual_corrections').map((one) => [one.key_result_id, one]))
    for (const line of all('achievements')) {
      const one = agreed.get(line.key_result_id)
      expect([line.weight, line.data_type, Number(line.target_below), Number(line.target_exceeds)]).toEqual([
        one?.weight,
        one?.data_type,
        Number(one?.target_below),
        Number(one?.target_exceeds),
      ])
      const correction = corrected.get(line.key_result_id)
      if (!correction) expect(line.claimed).toBe(line.actual)
      else expect([correction.from_value, correction.to_value]).toEqual([line.claimed, line.actual])
    }
    expect(corrected.size).toBeGreaterThan(20)
    for (const { reason_code } of corrected.values()) expect(isReason(reason_code, 'actual_correction')).toBe(true)
  })

  test('nobody approves the own closing, and whoever corrects does not rule', () => {
    for (const one of all('assessments')) expect(one.approved_by).not.toBe(one.employee_id)
    for (const one of all('actual_corrections')) if (one.ruled_by) expect(one.ruled_by).not.toBe(one.corrected_by)
  })

  test('cycle and annual results follow from the lines by the pure functions', () => {
    const documents = new Map(all('assessments').map((one) => [one.document_id, one]))
    const lines = new Map<string, { achievement: number; weight: number }[]>()
    for (const line of all('achievements')) {
      const one = documents.get(line.document_id)
      const key = one?.document_id ?? ''
      lines.set(key, [...(lines.get(key) ?? []), { achievement: line.achievement ?? 0, weight: line.weight }])
    }
    const years = new Map(all('cycles').map((cycle) => [cycle.id, cycle.year]))
    const counted = new Map<string, bigint[]>()
    const several = new Map(
      all('annual_results').flatMap((one) =>
        Object.entries(JSON.parse((one.segment_days as string | null) ?? '{}') as Record<string, number>),
      ),
    )
    let moved = 0
    for (const one of all('cycle_results')) {
      const own = [...documents.values()].filter(
        ({ cycle_id, employee_id }) => cycle_id === one.cycle_id && employee_id === one.employee_id,
      )
      expect(own).toHaveLength(one.segments ?? 0)
      if (one.status !== 'counted') {
        expect([own, one.result]).toEqual([[], null])
        continue
      }
      if (own.length > 1) moved += 1
      const segments = own.map(({ document_id }) => ({
        days: several.get(document_id) ?? one.covered_days,
        lines: lines.get(document_id) ?? [],
      }))
      expect(segments.reduce((sum, { days }) => sum + days, 0)).toBe(one.covered_days)
      expect(BigInt(one.result ?? -1)).toBe(segmentsResult(segments))
      expect(BigInt(one.literal ?? -1)).toBe(segmentsLiteral(segments))
      const key = `${years.get(one.cycle_id)}/${one.employee_id}`
      counted.set(key, [...(counted.get(key) ?? []), BigInt(one.result ?? 0)])
    }
    expect(moved).toBeGreaterThan(0)
    for (const one of all('annual_results')) {
      const cycles = counted.get(`${one.year}/${one.employee_id}`) ?? []
      expect(one.counted).toBe(cycles.length)
      if (cycles.length === 0) expect(one.result).toBeNull()
      else expect(BigInt(one.result ?? -1)).toBe(annualResult(cycles))
      if (one.result) expect(one.band).toBe(bandOf(BigInt(one.result), bands))
    }
  })
})

describe.each([2024, 2025])('the year %i', (year) => {
  const results = all('annual_results').filter((one) => one.year === year)
  const ranked = results.filter((one) => one.standing === 'ranked')
  const changes = all('rank_changes').filter((one) => one.year === year)

  test('has the curve of the product, with the quotas and reasons that it gives', () => {
    const quotas = quotasOf(shares, ranked.length)
    if (!quotas.ok) throw new Error(quotas.why)
    const group = rankGroup(
      ranked.map((one) => ({ employeeId: one.employee_id, result: BigInt(one.result ?? 0) })),
      bands,
    )
    const rules = { mode: 'raise_only', seats: seatsOf(quotas.value), guardWeak: true } as const
    const curve = applyCurve(group, { ...rules, tieTolerance: defaultTieTolerance })
    for (const placed of curve.people) {
      const one = ranked.find((other) => other.employee_id === placed.employeeId)
      expect([one?.curve_rank, one?.position]).toEqual([placed.curveRank, placed.position])
    }
    const told = changes.filter((one) => one.stage === 'curve')
    expect(told).toHaveLength(curve.people.filter((one) => one.reason).length)
    expect(told.length).toBeGreaterThan(0)
  })

  test('explains every rank that differs from another, in words and by a reason of the list', () => {
    const uses: Readonly<Record<string, ReasonUse>> = {
      supervisor: 'supervisor_view',
      committee: 'committee',
      excellence: 'excellence',
      grievance: 'grievance',
    }
    for (const change of changes.filter((one) => one.stage !== 'curve')) {
      expect(isReason(change.reason_code, uses[change.stage] ?? 'committee')).toBe(true)
      expect(change.reason_text?.length).toBeGreaterThan(10)
      expect(change.made_by).not.toBe(change.employee_id)
    }
    const told = (id: string, stage: string) => changes.some((one) => one.employee_id === id && one.stage === stage)
    for (const one of ranked) {
      expect(one.view_rank).not.toBe(one.band)
      if (one.curve_rank !== one.band) expect(told(one.employee_id, 'curve')).toBe(true)
      if (one.view_rank) expect(told(one.employee_id, 'supervisor')).toBe(true)
      if (one.final_rank && one.final_rank !== one.curve_rank) {
        const by = one.final_rank === 'excellent' ? 'excellence' : 'committee'
        expect(told(one.employee_id, by) || told(one.employee_id, 'grievance')).toBe(true)
      }
    }
  })
})

describe('the story of the sample', () => {
  const salim = person('سالم بن ناصر الحراصي')

  test('four cycles of 92.50, 104.00, 88.00 and 110.00 make 98.625, which is good', () => {
    const order = new Map(
      all('cycles').flatMap((cycle) => (cycle.year === 2024 ? [[cycle.id, cycle.ordinal] as const] : [])),
    )
    const cycles = all('cycle_results')
      .filter((one) => one.employee_id === salim && order.has(one.cycle_id))
      .toSorted((a, b) => (order.get(a.cycle_id) ?? 0) - (order.get(b.cycle_id) ?? 0))
    expect(cycles.map((one) => one.result)).toEqual(['925000000000', '1040000000000', '880000000000', '1100000000000'])
    const year = all('annual_results').find((one) => one.employee_id === salim && one.year === 2024)
    expect(year).toMatchObject({
      result: '98625000',
      band: 'good',
      curve_rank: 'good',
      view_rank: 'very_good',
      final_rank: 'good',
    })
    const told = all('rank_changes').filter((one) => one.employee_id === salim && one.year === 2024)
    expect(told.map((one) => [one.stage, one.reason_code])).toEqual([
      ['supervisor', 'SUP-04'],
      ['committee', 'CAL-06'],
    ])
  })

  test('eleven sessions were found where twelve had been recorded, and the employee agreed', () => {
    const own = new Set(all('assessments').flatMap((one) => (one.employee_id === salim ? [one.document_id] : [])))
    expect(all('actual_corrections').filter((one) => own.has(one.document_id) && one.to_value === '11')).toMatchObject([
      { from_value: '12', reason_code: 'ACT-02', answer: 'agreed', from_achievement: 120e6, to_achievement: 110e6 },
    ])
  })

  test('the year before is frozen with something for the committee to do', () => {
    expect(all('appraisal_years').map((one) => [one.year, one.status])).toEqual([
      [2024, 'published'],
      [2025, 'frozen'],
    ])
    const open = all('calibration_cases').filter((one) => one.year === 2025)
    expect(open.length).toBeGreaterThan(5)
    expect(new Set(open.map((one) => one.status))).toEqual(new Set(['open']))
    expect(all('sittings').filter((one) => one.year === 2025)).toMatchObject([{ status: 'called' }])
    expect(all('sittings').every((one) => one.year === 2024 || String(one.held_on) > date)).toBe(true)
  })

  test('a small entity has no quotas', () => {
    expect(authority?.rows.calibration_groups).toMatchObject([{ year: 2024, mode: 'advisory' }])
  })
})
