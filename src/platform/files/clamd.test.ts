import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clamd } from './clamd.ts'
import { fileScanner } from './scanner-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'itqan-clamd-'))
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Speaks as clamd does: takes the stream, and finds the letters EICAR. */
async function daemon(answer: (content: Buffer) => string | null, at: string | number = 0) {
  const server = createServer((socket) => read(socket, answer))
  servers.push(server)
  await new Promise<void>((resolve) =>
    typeof at === 'string' ? server.listen(at, resolve) : server.listen(at, '127.0.0.1', resolve),
  )
  return server.address() as AddressInfo
}

function read(socket: Socket, answer: (content: Buffer) => string | null) {
  let received: Buffer = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part])
    const content: Buffer[] = []
    for (let next = 'zINSTREAM\0'.length; next + 4 <= received.length; ) {
      const length = received.readUInt32BE(next)
      if (length === 0) {
        expect(received.toString('latin1', 0, 10)).toBe('zINSTREAM\0')
        const said = answer(Buffer.concat(content))
        if (said !== null) socket.end(said)
        return
      }
      content.push(received.subarray(next + 4, next + 4 + length))
      next += 4 + length
    }
  })
}

const honest = (content: Buffer) => (content.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
const refusal = (scan: Promise<unknown>) =>
  scan.then(
    () => 'answered',
    (error) => error.code,
  )

describe('the scanner', () => {
  test('gets the whole file, in pieces, and its verdict is taken', async () => {
    let size = 0
    const { port } = await daemon((content) => {
      size = content.length
      return honest(content)
    })
    const scanner = clamd({ address: { host: '127.0.0.1', port } })
    expect(await scanner.scan(Buffer.alloc(1_000_001))).toEqual({ infected: false, text: 'OK' })
    expect(size).toBe(1_000_001)
    expect(await scanner.scan(Buffer.from('X5O!EICAR'))).toEqual({ infected: true, text: 'Eicar-Signature' })
  })

  test('may stand behind a Unix socket', async () => {
    const path = join(folder, 'clamd.sock')
    await daemon(honest, path)
    for (const ITQAN_CLAMD of [path, `unix:${path}`]) {
      expect(await fileScanner({ ITQAN_CLAMD })?.scan(Buffer.from('a'))).toMatchObject({ infected: false })
    }
  })

  test('that is away, silent, confused or over its limit gives no verdict', async () => {
    const { port: closed } = await daemon(honest)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    const silent = await daemon(() => null)
    const confused = await daemon(() => 'stream: hello\0')
    const limited = await daemon(() => 'INSTREAM size limit exceeded. ERROR\0')
    const talkative = await daemon(() => 'x'.repeat(100_000))
    for (const port of [closed, silent.port, confused.port, limited.port, talkative.port]) {
      const scanner = clamd({ address: { host: '127.0.0.1', port }, timeoutMs: 200 })
      expect(await refusal(scanner.scan(Buffer.from('a')))).toBe('files.scanner_unreachable')
    }
  })

  test('is set by an address or a path, and by nothing else', () => {
    expect(fileScanner({})).toBeNull()
    for (const address of ['clamav:3310', '127.0.0.1:3310', '[::1]:3310', '/run/clamav/clamd.ctl']) {
      expect(fileScanner({ ITQAN_CLAMD: address })).not.toBeNull()
    }
    for (const address of ['clamav', 'clamav:', 'clamav:99999', 'http://clamav:3310/', 'a b:1']) {
      expect(() => fileScanner({ ITQAN_CLAMD: address })).toThrow(/ITQAN_CLAMD must be/)
    }
  })
})
