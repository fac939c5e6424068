import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { committeeWorld, now, type Who, year } from '../../../tests/support/committee-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { deliverDue } from '../../platform/outbox/deliver.ts'
import { printedText } from '../../platform/pdf/test-support/printed-text.ts'
import { whatIf } from './domain/curve.ts'
import { rankGroup } from './domain/ranked-group.ts'
import { runDueChecks } from './public.ts'
import { contract } from './schema.ts'
import { exportDistribution, exportPeople } from './usecases/exports.ts'
import { answerFairness } from './usecases/fairness.ts'
import { answerIntegrity } from './usecases/integrity.ts'
import { compactData, listFindings, listPeople, listQuestions } from './usecases/lists.ts'
import { printMinutes } from './usecases/minutes.ts'
import { listYears } from './usecases/workbench.ts'

const { db } = await testDatabase()
const results = [118, 112, 108, 107, 104, 101, 99, 95, 80, 45]
const made = await committeeWorld(db, { results })
await made.frozen()
const subject = made.people[3] ?? ''
await made.view(subject, 'very_good')
const sheetText = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join('\n')

describe('the screens of the committee', () => {
  test('every answer fits its contract', async () => {
    const [one] = await made.cases()
    const shown = {
      'GET /api/calibration/years': await made.run((tx) => listYears(made.acting('chair', tx))),
      'GET /api/calibration/:year': await made.workbench(),
      'GET /api/calibration/:year/people': await made.run((tx) =>
        listPeople({ ...made.acting('chair', tx), year, filter: 'all', limit: 50 }),
      ),
      'GET /api/calibration/:year/data': await made.run((tx) => compactData({ ...made.acting('chair', tx), year })),
      'GET /api/calibration/:year/fairness': await made.run((tx) =>
        listFindings({ ...made.acting('chair', tx), year }),
      ),
      'GET /api/calibration/:year/integrity': await made.run((tx) =>
        listQuestions({ ...made.acting('chair', tx), year, limit: 50 }),
      ),
      'GET /api/calibration/cases/:id': await made.caseOf(one?.id ?? ''),
    } as const
    for (const [key, answer] of Object.entries(shown)) {
      const { response } = contract[key as keyof typeof shown]
      expect(response.safeParse(answer), key).toMatchObject({ success: true })
    }
  })

  test('are not there for the Ejada team, the line and strangers; head and auditor read', async () => {
    for (const who of ['team', 'supervisor', 'boss', 'stranger'] as const) {
      await expect(made.workbench(who)).rejects.toMatchObject({ status: 404 })
    }
    for (const who of ['head', 'auditor', 'secretary'] as const) {
      expect((await made.workbench(who)).can).toMatchObject({ export: { allowed: true } })
    }
  })

  test('list people around the line, waiting for a reason, seen otherwise and moved, page by page', async () => {
    const list = (more: object) =>
      made.run((tx) => listPeople({ ...made.acting('chair', tx), year, filter: 'all', limit: 3, ...more }))
    const first = await list({})
    expect(first.counts).toEqual({ all: 10, around_line: 10, needs_reason: 1, view_differs: 1, moved: 1 })
    expect(first.people.map((one) => one.lastAboveLine)).toEqual([false, false, true])
    expect(first.people[2]).toMatchObject({
      move: 'up',
      curveReason: { code: 'CRV-03', params: { position: 3, seats: 3 } },
    })
    const second = await list({ cursor: first.next })
    expect(second.people[0]).toMatchObject({
      employee: { id: subject },
      needsReason: true,
      view: { rank: 'very_good' },
    })
    expect((await list({ filter: 'moved' })).people).toHaveLength(1)
    expect((await list({ text: 'Person 15' })).people.map((one) => one.employee.id)).toContain(subject)
    expect(JSON.stringify(first)).not.toContain('keyResult')
  })

  test('give the browser the numbers from which it computes the same', async () => {
    const data = await made.run((tx) => compactData({ ...made.acting('chair', tx), year }))
    const [group] = data.groups
    const candidates = (group?.results ?? []).map((result, index) => ({
      employeeId: String(index).padStart(2, '0'),
      result: BigInt(result),
      ranking: BigInt(group?.rankings[index] ?? 0),
    }))
    const bands = { average: 50_000_000n, good: 90_000_000n, veryGood: 110_000_000n }
    const seats = { weak: 0, average: 2, good: 5, very_good: 2, excellent: 1 }
    const { people } = whatIf(rankGroup(candidates, bands), {
      mode: 'raise_only',
      seats,
      guardWeak: true,
      tieTolerance: data.tieTolerance,
    })
    expect(people.map((one) => ['weak', 'average', 'good', 'very_good'].indexOf(one.curveRank))).toEqual(group?.curve)
  })

  test('draw bars of five points and the normal curve beside them', async () => {
    const { histogram, normal } = await made.workbench()
    expect(histogram.reduce((sum, bar) => sum + bar.people, 0)).toBe(10)
    expect(histogram.find((bar) => bar.from === 105)).toMatchObject({ to: 110, people: 2, lifted: 1 })
    expect(normal?.mean).toBe(96.9)
    expect(normal?.points.length).toBeGreaterThan(10)
  })
})

describe('files of the committee', () => {
  test('the ranked list and the distribution are workbooks, and each reading is recorded', async () => {
    const people = await made.run((tx) => exportPeople({ ...made.acting('auditor', tx), year, language: 'ar' }))
    expect(sheetText(people.bytes)).toContain('القائمة المرتبة')
    const both = await made.run((tx) => exportDistribution({ ...made.acting('chair', tx), year, language: 'en' }))
    expect(sheetText(both.bytes)).toContain('Shares by policy')
    const rows = await made.rows(
      sql<{ action: string }>`SELECT action FROM audit_events WHERE action LIKE 'calibration.export%' ORDER BY seq`,
    )
    expect(rows.map((row) => row.action)).toEqual(['calibration.export_people', 'calibration.export_distribution'])
  })

  test('the minutes hold attendance, the votes by count and the decision with its reason, in both languages', async () => {
    const [one] = await made.cases()
    const id = await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second'] as const) await made.vote(one?.id ?? '', who, 'very_good')
    await made.decide(one?.id ?? '', 'chair', 'very_good')
    await made.closed(id)
    for (const [language, word] of [
      ['ar', 'جدول الأعمال'],
      ['en', 'Attendance'],
    ] as const) {
      const { bytes } = await made.run((tx) => printMinutes({ ...made.acting('secretary', tx), id, language }))
      const text = printedText(Buffer.from(bytes))
      expect(text).toContain(word)
      expect(text).toContain('الأدلة')
    }
  })
})

describe('findings and questions', () => {
  const [division, subdivision] = [newId(), newId()]
  const finding = (subjects: readonly string[], groupedBy = 'division') =>
    made.run(async (tx) => {
      const id = newId()
      await sql`INSERT INTO fairness_findings (id, year, run_at, seed, grouped_by, severity, subject, subjects, code, params, statistics)
                VALUES (${id}, ${year}, ${now}, 's', ${groupedBy}, 'material', ${id}, ${JSON.stringify(subjects)}, 'share_lower', '{}', '{}')`.execute(
        tx,
      )
      return id
    })
  const answer = (id: string, who: Who, text = 'نوقشت الأسباب وقُبلت.') =>
    made.run((tx) => answerFairness({ ...made.acting(who, tx), year, id, version: 1, answer: text }))

  test('a material finding holds the signature back until it is answered', async () => {
    const id = await finding([division])
    expect((await made.workbench()).signing.blocks).toEqual([{ code: 'findings_unanswered', count: 1 }])
    await expect(made.sign('chair')).rejects.toMatchObject({ code: 'calibration.signing_blocked' })
    await expect(answer(id, 'head')).rejects.toMatchObject({ status: 403 })
    await answer(id, 'second')
    expect((await made.workbench()).signing.blocks).toEqual([])
  })

  test('nobody answers about the own people', async () => {
    const id = await finding([made.ids.second, subdivision], 'supervisor')
    await expect(answer(id, 'second')).rejects.toMatchObject({ code: 'calibration.own_people' })
    await answer(id, 'third')
  })

  test('an answer stays while the numbers do, and falls away with them', async () => {
    const other = await committeeWorld(db, {
      results: Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? 118 : 95)),
    })
    await other.frozen()
    const found = async () => (await other.run((tx) => listFindings({ ...other.acting('chair', tx), year }))).findings
    const before = (await found()).find((one) => one.severity === 'material')
    expect(before).toMatchObject({ groupedBy: 'gender', needsAnswer: true })
    await other.run((tx) =>
      answerFairness({ ...other.acting('chair', tx), year, id: before?.id ?? '', version: 1, answer: 'فُحصت الأسباب.' }),
    )
    await other.frozen('refreeze')
    expect((await found()).find((one) => one.id === before?.id)?.answer?.text).toBe('فُحصت الأسباب.')
    await other.run(async (tx) => {
      await sql`UPDATE annual_results SET final_rank = 'very_good' WHERE employee_id = ${other.people[1]}`.execute(tx)
      await runDueChecks(tx, { newId, now })
    })
    expect((await found()).find((one) => one.id === before?.id)).toBeUndefined()
  })

  test('a verification sample is drawn, and nobody answers a question about themselves', async () => {
    const questions = await made.run((tx) => listQuestions({ ...made.acting('chair', tx), year, limit: 50 }))
    expect(questions.kinds).toEqual([{ kind: 'sample', total: 1, unanswered: 1 }])
    const [one] = questions.questions
    await made.run(async (tx) => {
      await sql`UPDATE integrity_questions SET person_id = ${made.ids.second} WHERE id = ${one?.id}`.execute(tx)
    })
    const respond = (who: Who) =>
      made.run((tx) =>
        answerIntegrity({ ...made.acting(who, tx), year, id: one?.id ?? '', version: 1, answer: 'فُحص.' }),
      )
    await expect(respond('second')).rejects.toMatchObject({ code: 'calibration.own_people' })
    expect(await respond('third')).toEqual({ version: 2 })
  })

  test('nothing of the checks is left in the outbox of a small entity', async () => {
    await deliverDue({ db, entityId: made.entityId, handlers: {}, now })
    expect(await made.rows(sql`SELECT 1 FROM outbox WHERE topic = 'calibration.checks'`)).toEqual([])
  })
})
