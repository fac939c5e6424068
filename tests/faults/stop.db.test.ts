import { expect, test } from 'vitest'
import { samplePassword } from '../../src/features/accounts/sample.ts'
import { type Draft, draftsOf } from '../support/drafts.ts'
import { inTurns } from '../support/in-turns.ts'
import { dataFolderFor, joinDatabase, startProgram } from '../support/program.ts'
import { rowsIn } from '../support/rows-in.ts'
import { openWire, signIn } from '../support/wire.ts'
import { pause } from './writer.ts'

const writers = 8

type Outcome = { readonly draft: Draft; readonly version: number; readonly saves: number; readonly refused: string[] }

test('SIGTERM under load: what had been accepted is done and answered, and the program ends cleanly', async () => {
  const { folder, remove } = dataFolderFor('stop')
  try {
    let drafts: Draft[] = []
    let entityId = ''
    let cookies: string[] = []
    for (let round = 0; round < 2; round += 1) {
      const program = await startProgram(folder)
      if (round === 0) {
        const connections = await joinDatabase(folder)
        ;({ entityId, drafts } = await draftsOf(connections.owner, writers))
        await connections.close()
        cookies = await inTurns(2, drafts, ({ civilNumber }) => signIn(program.url, civilNumber, samplePassword))
      }
      const saving = drafts.map((draft, place) => saveUntilRefused(program.url, draft, cookies[place] ?? ''))
      await pause(600 + Math.random() * 400)
      program.kill('SIGTERM')
      const outcomes = await Promise.all(saving)
      expect(await program.exited, program.output()).toBe(0)

      expect(outcomes.flatMap((outcome) => outcome.refused).filter((why) => !why.startsWith('503'))).toEqual([])
      expect(outcomes.reduce((sum, { saves }) => sum + saves, 0)).toBeGreaterThan(writers)
      drafts = await versionsNow(folder, entityId, outcomes)
    }
  } finally {
    remove()
  }
}, 180_000)

/** Saves until the server says that it stops, or takes no more on this connection. */
async function saveUntilRefused(url: string, draft: Draft, cookie: string): Promise<Outcome> {
  const wire = openWire(url, { cookie })
  const path = `/api/performance/documents/${draft.documentId}/key-results/${draft.keyResultId}`
  let [version, saves] = [draft.version, 0]
  for (;;) {
    const headers = { 'if-match': `"${version}"` }
    const answer = await wire
      .send('PATCH', path, { headers, body: JSON.stringify({ statement: `${saves}` }) })
      .catch(() => null)
    if (answer?.status !== 200)
      return { draft, version, saves, refused: answer ? [`${answer.status} ${answer.body}`] : [] }
    version = JSON.parse(answer.body).version
    saves += 1
  }
}

/** What the database holds is what was answered last: no save happened without its answer. */
async function versionsNow(folder: string, entityId: string, outcomes: readonly Outcome[]): Promise<Draft[]> {
  const program = await startProgram(folder)
  const connections = await joinDatabase(folder)
  try {
    const rows = await rowsIn<{ id: string; version: number }>(
      connections.owner,
      entityId,
      'SELECT id, version FROM performance_documents WHERE id = ANY ($1)',
      [outcomes.map(({ draft }) => draft.documentId)],
    )
    for (const { draft, version } of outcomes) {
      expect(rows.find((row) => row.id === draft.documentId)?.version).toBe(version)
    }
    return outcomes.map(({ draft, version }) => ({ ...draft, version }))
  } finally {
    await connections.close()
    program.kill('SIGTERM')
    await program.exited
  }
}
