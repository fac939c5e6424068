import { randomBytes } from 'node:crypto'
import type { Draft } from '../support/drafts.ts'

/** What one writer has been told, and what may have happened without an answer. */
export type Log = {
  readonly draft: Draft
  /** Comments that were acknowledged, by the word in them. */
  readonly comments: string[]
  /** Acknowledged withdrawals, each after an acknowledged submission. */
  withdrawals: number
  /** The version and the words of the key result after the last acknowledged write. */
  version: number
  statement: string | null
  /** Hundredths of a per cent taken away from the key result, and not yet given back. */
  taken: number
  /** Answers that never came. */
  lost: number
}

type Options = { readonly url: string; readonly draft: Draft; readonly cookie: string; readonly stopped: () => boolean }

/**
 * Writes in the own draft as fast as it is answered: saves, comments, sends and takes back. Where no answer comes, it
 * asks again as a careful client does: a POST with the same `Idempotency-Key`, a change after reading the version.
 */
export function startWriter({ url, draft, cookie, stopped }: Options): { log: Log; done: Promise<void> } {
  const log: Log = {
    draft,
    comments: [],
    withdrawals: 0,
    version: draft.version,
    statement: null,
    taken: 0,
    lost: 0,
  }
  const document = `${url}/api/performance/documents/${draft.documentId}`

  const send = async (method: string, address: string, body: unknown, headers: Record<string, string>) => {
    const answer = await fetch(address, {
      method,
      headers: { cookie, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    const text = answer && answer.status < 500 ? await answer.text().catch(() => null) : null
    if (answer && text !== null) return { status: answer.status, body: JSON.parse(text || 'null') }
    log.lost += 1
    await pause(60)
    return null
  }

  /** Until an answer comes: the key makes that harmless. */
  const post = async (address: string, body: unknown, version?: number) => {
    const match: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
    const headers = { 'idempotency-key': randomBytes(12).toString('hex'), ...match }
    for (;;) {
      const answer = await send('POST', address, body, headers)
      if (answer) return answer
    }
  }

  const versionNow = async (): Promise<number> => {
    for (;;) {
      const answer = await send('GET', document, undefined, {})
      if (answer?.status === 200) return answer.body.version
    }
  }

  const save = async () => {
    const statement = `قياس ${randomBytes(6).toString('hex')}`
    const taken = 1 - log.taken
    const body = { statement, weight: String((draft.weight - taken) / 100) }
    for (;;) {
      const headers = { 'if-match': `"${log.version}"` }
      const answer = await send('PATCH', `${document}/key-results/${draft.keyResultId}`, body, headers)
      if (answer && answer.status !== 200) throw new Error(`A save was refused: ${JSON.stringify(answer)}`)
      const version = answer ? (answer.body.version as number) : await versionNow()
      const happened = version === log.version + 1
      if (!happened && version !== log.version) throw new Error(`Version ${version} follows ${log.version}`)
      log.version = version
      if (happened) break
    }
    log.statement = statement
    log.taken = taken
  }

  const comment = async () => {
    const word = `kalima-${randomBytes(6).toString('hex')}`
    const answer = await post(`${document}/comments`, { body: word })
    if (answer.status !== 201) throw new Error(`A comment was refused: ${JSON.stringify(answer)}`)
    log.comments.push(word)
  }

  const move = async (name: 'submit' | 'withdraw') => {
    const answer = await post(`${document}/moves`, { move: name }, log.version)
    if (answer.status !== 200) throw new Error(`A move was refused: ${JSON.stringify(answer)}`)
    log.version = answer.body.version
  }

  const write = async () => {
    while (!stopped()) {
      const choice = randomBytes(1)[0] ?? 0
      if (choice < 60) await comment()
      else if (choice < 90 && log.taken === 0) {
        await move('submit')
        await move('withdraw')
        log.withdrawals += 1
      } else await save()
    }
    if (log.taken === 1) await save()
  }
  return { log, done: write() }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
