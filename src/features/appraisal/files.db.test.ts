import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sampleMinistry } from '../../../tests/support/ministry.ts'
import { rowsIn } from '../../../tests/support/rows-in.ts'
import { printedText } from '../../platform/pdf/test-support/printed-text.ts'
import { spoken } from './domain/canonical.ts'

const world = await sampleMinistry()
const { employeeId } = world.records.documents.draft
const { year } = world.records.appraised
const client = await world.signInAs(world.records.documents.draft.civilNumber)
const url = `/api/appraisal/results/${employeeId}/${year}`
const { body: shown } = await client.get<{ fingerprint: string; explanation: { annual: { ranking: number } } }>(url)

test.each([
  ['ar', 'لماذا هذا التقدير'],
  ['en', 'Why this grade'],
])('the paper in %s carries its title, its numbers and its fingerprint', async (language, title) => {
  const answer = await client.get(`${url}/pdf?language=${language}`)
  expect(answer.status).toBe(200)
  const text = printedText(answer.raw).replace(/\s+/g, ' ')
  expect(text).toContain(title)
  expect(text).toContain(spoken(shown.fingerprint))
})

test.each(['ar', 'en'])('the performance record is printed in %s', async (language) => {
  const answer = await client.get(`/api/appraisal/record/pdf?language=${language}`)
  expect(answer.status).toBe(200)
  expect(printedText(answer.raw)).toContain(String(year))
})

test('what left the system is in the audit chain, and leaves the fingerprint as it was', async () => {
  const events = await rowsIn<{ action: string }>(
    world.owner,
    world.ministry.id,
    "SELECT action FROM audit_events WHERE subject_type = 'appraisal_export' AND subject_id = $1 ORDER BY seq",
    [employeeId],
  )
  expect(events.map((event) => event.action)).toContain('appraisal.print')
  expect((await client.get<{ fingerprint: string }>(url)).body.fingerprint).toBe(shown.fingerprint)
})

/** The command as somebody types it, in a process of its own. */
async function recomputed(content: string): Promise<{ code: number; words: string }> {
  const path = join(mkdtempSync(join(tmpdir(), 'itqan-recompute-')), 'appraisal.json')
  writeFileSync(path, content)
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/main.ts', 'recompute', path])
    return { code: 0, words: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, words: stderr }
  }
}

test('the file is recomputed without a database: equal, different, unreadable', async () => {
  const file = (await client.get(`${url}/json`)).raw.toString()
  expect(await recomputed(file)).toEqual({ code: 0, words: expect.stringMatching(/^Equal: \d+ values[\s\S]*متطابق/) })
  const score = file.replace(/"score":(\d+)/, (_, digits) => `"score":${Number(digits) + 1}`)
  expect(await recomputed(score)).toEqual({
    code: 1,
    words: expect.stringMatching(/Different at cycles\/0\/segments\/0\/lines\/\d+\/score[\s\S]*غير متطابق/),
  })
  const name = file.replace(/"statement":"/, '"statement":"x')
  expect(await recomputed(name)).toEqual({ code: 1, words: expect.stringContaining('Different at fingerprint') })
  expect(await recomputed('{"explanation": {}}')).toMatchObject({ code: 2 })
  expect(await recomputed('not json')).toMatchObject({ code: 2 })
}, 60_000)

test('the schema of the file is published beside the interface', async () => {
  const answer = await world.forgetful.visitor().get<{ $id: string }>('/schemas/explanation-1.json')
  expect(answer.body).toMatchObject({ $id: '/schemas/explanation-1.json' })
})
