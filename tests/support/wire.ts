import { connect, type Socket } from 'node:net'

export type WireAnswer = { readonly status: number; readonly body: string }
export type Wire = {
  /** One request at a time. Rejects when the connection is lost before the whole answer has come. */
  send(method: string, path: string, options?: { headers?: Record<string, string>; body?: string }): Promise<WireAnswer>
  close(): void
}

/**
 * HTTP/1.1 over one kept connection with next to no work of its own, so that load from this process leaves the
 * machine to the server that is measured.
 */
export function openWire(url: string, headers: Record<string, string> = {}): Wire {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  const fixed = Object.entries({ host: `${hostname}:${port}`, ...headers })
  let read: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: WireAnswer) => void; reject: (error: Error) => void } | null = null
  let lost: Error | null = null
  const lose = (error: Error) => {
    lost = error
    waiting?.reject(error)
    waiting = null
  }
  socket.on('error', lose)
  socket.on('close', () => lose(new Error('The connection was closed')))
  socket.on('data', (chunk: Buffer) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk])
    const answer = answerIn(read)
    if (!answer || !waiting) return
    const { resolve } = waiting
    waiting = null
    read = Buffer.alloc(0)
    resolve(answer)
  })
  return {
    send: (method, path, { headers = {}, body = '' } = {}) =>
      new Promise((resolve, reject) => {
        if (lost) {
          reject(lost)
          return
        }
        waiting = { resolve, reject }
        const given = [...fixed, ...Object.entries(headers)].map(([name, value]) => `${name}: ${value}\r\n`).join('')
        const type = body ? 'content-type: application/json\r\n' : ''
        socket.write(
          `${method} ${path} HTTP/1.1\r\n${given}${type}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        )
      }),
    close: () => socket.destroy(),
  }
}

function answerIn(read: Buffer): WireAnswer | null {
  const end = read.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = read.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    const whole = end + 4 + Number(length)
    return read.length < whole ? null : { status, body: read.toString('utf8', end + 4, whole) }
  }
  if (/\r\ntransfer-encoding: chunked/i.test(head)) {
    const body = unchunked(read.toString('utf8', end + 4))
    return body === null ? null : { status, body }
  }
  return { status, body: '' }
}

function unchunked(text: string): string | null {
  let body = ''
  for (let at = 0; ; ) {
    const line = text.indexOf('\r\n', at)
    if (line === -1) return null
    const length = Number.parseInt(text.slice(at, line), 16)
    if (length === 0) return body
    if (text.length < line + 2 + length + 2) return null
    body += text.slice(line + 2, line + 2 + length)
    at = line + 2 + length + 2
  }
}

/** Signs in with a password over HTTP; the cookie comes back. */
export async function signIn(url: string, civilNumber: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ civilNumber, password }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (answer.status !== 204) throw new Error(`${civilNumber} cannot sign in: ${answer.status} ${await answer.text()}`)
  return cookie
}
