import { Undeliverable } from '../outbox/handler.ts'
import type { SmsGateway } from './gateway.ts'

type Settings = {
  /** Set by the operator of the installation, never by a user. */
  readonly url: URL
  readonly token: string
  readonly timeoutMs?: number
}

const triedAgain = new Set([408, 425, 429])

/**
 * A gateway reached by POST with JSON `{ id, to, text, language }` and the id as `Idempotency-Key`. Redirects are not
 * followed and the answer's body is not read: neither may lead the server anywhere.
 */
export function httpGateway({ url, token, timeoutMs = 10_000 }: Settings): SmsGateway {
  return {
    kind: 'http',
    async send({ id, to, text, language }) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': id,
        },
        body: JSON.stringify({ id, to, text, language }),
      })
      await response.body?.cancel()
      if (response.ok) return
      const refused = response.status >= 400 && response.status < 500 && !triedAgain.has(response.status)
      if (refused) throw new Undeliverable(`sms.gateway_answered_${response.status}`)
      throw Object.assign(new Error('the SMS gateway failed'), { code: `sms.gateway_answered_${response.status}` })
    },
  }
}
