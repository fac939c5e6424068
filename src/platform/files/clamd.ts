import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { refuse } from '../../shared/refusal.ts'
import { fileErrors } from './errors.ts'
import type { FileScanner, Verdict } from './scanner.ts'

type Settings = {
  /** Set by the operator of the installation, never by a user. */
  readonly address: { readonly path: string } | { readonly host: string; readonly port: number }
  readonly timeoutMs?: number
}

const pieceBytes = 64 * 1024
const longestAnswer = 1024

/** The scanner of ClamAV, by its INSTREAM command: the bytes go to the daemon, and no file has to be shared with it. */
export function clamd({ address, timeoutMs = 15_000 }: Settings): FileScanner {
  return {
    async scan(bytes) {
      const answer = await ask(address, bytes, timeoutMs).catch(() => null)
      const verdict = answer === null ? null : verdictOf(answer)
      if (!verdict) throw refuse(fileErrors.scannerUnreachable)
      return verdict
    },
  }
}

/** `stream: OK`, `stream: NAME FOUND`; anything else is no verdict. */
function verdictOf(answer: string): Verdict | null {
  const [, said = ''] = /^stream: (.+)$/.exec(answer.replaceAll('\0', '').trim()) ?? []
  if (said === 'OK') return { infected: false, text: 'OK' }
  const name = /^(.+) FOUND$/.exec(said)?.[1]
  return name ? { infected: true, text: name.slice(0, 200) } : null
}

function ask(address: NetConnectOpts, bytes: Uint8Array, timeoutMs: number): Promise<string> {
  const socket = connect(address)
  const deadline = setTimeout(() => socket.destroy(new Error('the scanner took too long')), timeoutMs)
  return new Promise<string>((resolve, reject) => {
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      answer += part
      if (answer.length > longestAnswer) socket.destroy(new Error('the scanner says too much'))
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.on('connect', () => void send(socket, bytes).catch(reject))
  }).finally(() => {
    clearTimeout(deadline)
    socket.destroy()
  })
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'))
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    await written(socket, lengthOf(piece.length))
    await written(socket, piece)
  }
  await written(socket, lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))
}
