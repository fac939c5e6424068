import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blockingProblems, problemsOf } from '../../features/performance/domain/completeness.ts'
import type { Content } from '../../features/performance/domain/document.ts'
import { totalWeight } from '../../features/performance/domain/weights.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import { copyText, type Rows, tabulate } from './copy.ts'
import type { Sample } from './entity-sample.ts'
import { ministry } from './ministry.ts'
import { at } from './working-calendar.ts'

const passwordHash = 'a hash'
const sampleOf = (date: string, seed: number | string = 1) => ministry({ seed, date, passwordHash })
const november = sampleOf('2026-11-21')

function digest(sample: Sample): string {
  const hash = createHash('sha256')
  for (const rows of rowsOf(sample)) {
    for (const [table, list] of Object.entries(rows)) {
      hash.update(table)
      for (const chunk of copyText(tabulate(list as never[]).fields)) hash.update(chunk)
    }
  }
  for (const { audit } of sample.entities) hash.update(JSON.stringify(audit))
  return hash.digest('hex')
}

function rowsOf({ platform, entities }: Sample): Rows[] {
  return [platform, ...entities.map((entity) => entity.rows)]
}

function instantsOf(rows: Rows): Date[] {
  const tables = Object.values(rows) as unknown as (readonly never[])[]
  return tables.flatMap((list) => tabulate(list).fields.flat()).filter((field) => field instanceof Date)
}

describe('the sample', () => {
  test('is the same for the same seed and day, to the last byte', () => {
    expect(digest(sampleOf('2026-11-21'))).toBe(digest(november))
  }, 30_000)

  test('differs by seed and by day', () => {
    const digests = [november, sampleOf('2026-11-21', 2), sampleOf('2026-11-22')].map(digest)
    expect(new Set(digests).size).toBe(3)
  }, 30_000)

  const days = [
    '2025-06-09',
    '2026-01-01',
    '2026-01-18',
    '2026-02-14',
    '2026-03-22',
    '2026-03-31',
    '2026-05-30',
    '2026-07-02',
    '2026-11-21',
    '2026-12-31',
    '2028-02-29',
    '2030-10-01',
  ]

  describe.each(days)('of %s', (date) => {
    const sample = date === '2026-11-21' ? november : sampleOf(date)
    const [ministryOfLabour] = sample.entities
    const rows = ministryOfLabour?.rows ?? {}

    test('holds nothing that has not happened yet', () => {
      const end = at(date, '00:00').getTime()
      const later = rowsOf(sample)
        .flatMap(instantsOf)
        .filter((instant) => instant.getTime() >= end)
      expect(later).toEqual([])
      expect(ministryOfLabour?.audit.filter((event) => event.at.getTime() >= end)).toEqual([])
    })

    test('has a running cycle in which people are still writing', () => {
      const [running, ...others] = (rows.cycles ?? []).filter((cycle) => cycle.status === 'open')
      expect(others).toEqual([])
      expect([running?.starts_on, running?.ends_on].toSorted()).toEqual([running?.starts_on, running?.ends_on])
      expect(running && running.starts_on <= date && date <= running.ends_on && date <= running.plan_due_on).toBe(true)
    })

    test('has documents in every state of the running cycle', () => {
      const running = rows.cycles?.find((cycle) => cycle.status === 'open')
      const documents = (rows.performance_documents ?? []).filter((document) => document.cycle_id === running?.id)
      const statuses = new Set(documents.map((document) => document.status))
      expect([...statuses].toSorted()).toEqual(['agreed', 'amending', 'draft', 'returned', 'submitted'])
      const submitted = documents.filter((document) => document.status === 'submitted')
      expect(submitted.some((document) => document.higher_may_decide && document.returns === 2)).toBe(true)
      expect(submitted.some((document) => document.higher_may_decide && document.returns === 0)).toBe(true)
      expect(submitted.some((document) => document.drafted_by && document.objection_until)).toBe(true)
      expect(submitted.some((document) => document.submissions === 2)).toBe(true)
      expect(documents.some((document) => document.status === 'agreed' && document.edition === 2)).toBe(true)
      expect(documents.some((document) => document.decided_for)).toBe(true)
      const pending = (rows.amendment_requests ?? []).filter((request) => request.status === 'pending')
      expect(new Set(pending.map((request) => request.side))).toEqual(new Set(['employee', 'supervisor']))
    })

    test('was only sent what the product lets anybody send', () => {
      const cycles = new Map((rows.cycles ?? []).map((cycle) => [cycle.id, cycle]))
      const documents = new Map((rows.performance_documents ?? []).map((document) => [document.id, document]))
      const limits = catalogue['document.limits'].default
      for (const submission of rows.document_submissions ?? []) {
        const cycle = cycles.get(documents.get(submission.document_id)?.cycle_id ?? '')
        const content = JSON.parse(submission.content) as Content
        expect(totalWeight(content)).toBe(10_000)
        const within = { startsOn: cycle?.starts_on ?? '', endsOn: cycle?.ends_on ?? '' }
        expect(blockingProblems(problemsOf(content, { cycle: within, limits }))).toEqual([])
      }
    })
  })

  test('gives everybody one supervisor, without a loop, and a number of their own', () => {
    for (const { rows } of november.entities) {
      const supervisors = new Map(
        (rows.supervisions ?? [])
          .filter((one) => one.valid_to === null)
          .map((one) => [one.employee_id, one.supervisor_id]),
      )
      const heads = (rows.employees ?? []).filter((one) => !one.exited_on && !supervisors.has(one.id))
      expect(heads).toHaveLength(1)
      for (const { id } of rows.employees ?? []) {
        const seen = new Set<string>()
        for (let next: string | undefined = id; next; next = supervisors.get(next)) {
          expect(seen.has(next)).toBe(false)
          seen.add(next)
        }
      }
      const numbers = (rows.employees ?? []).map((employee) => employee.civil_number)
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })
})
