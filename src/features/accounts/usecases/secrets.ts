import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sixDigits, twelveLetters } from '../domain/one-time-code.ts'

/** Argon2id with 19 MiB and two passes, as OWASP advises for sign-in servers. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

const nobody = hashPassword(randomBytes(32).toString('base64url'))

/** Whether the password fits; for somebody without one, the same work is done and the answer is no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFC'))
  return passwordHash !== null && fits
}

export function newCode(): string {
  return sixDigits(randomBytes(4))
}

export function newLongCode(): string {
  return twelveLetters(randomBytes(12))
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Salted with the code's own id: equal codes have different digests. */
export function codeDigest(code: string, { id }: { id: string }): Buffer {
  return createHmac('sha256', id).update(code).digest()
}

export function isCode(code: string, stored: { id: string; digest: Buffer }): boolean {
  return timingSafeEqual(codeDigest(code, stored), stored.digest)
}
