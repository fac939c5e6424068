import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { type CodePurpose, codeRules } from '../domain/one-time-code.ts'

export type StoredCode = {
  readonly id: string
  readonly identityId: string | null
  readonly purpose: CodePurpose
  readonly digest: Buffer
}

type NewCode = {
  readonly id: string
  /** Null for the link that makes the first administrator, and for people who do not exist. */
  readonly identityId: string | null
  readonly purpose: CodePurpose
  readonly digest: Buffer
  readonly deviceDigest: Buffer | null
  readonly now: Date
}

/** Keeps the digest of a new code. Answers when it ends. */
export async function add(tx: Tx, code: NewCode): Promise<Date> {
  const rule = codeRules[code.purpose]
  const expiresAt = new Date(code.now.getTime() + rule.minutes * 60_000)
  await tx
    .insertInto('one_time_codes')
    .values({
      id: code.id,
      identity_id: code.identityId,
      purpose: code.purpose,
      code_digest: code.digest,
      device_digest: code.deviceDigest,
      attempts_left: rule.attempts,
      created_at: code.now,
      expires_at: expiresAt,
    })
    .execute()
  return expiresAt
}

type Asked = {
  readonly identityId: string
  readonly purposes: readonly CodePurpose[]
  readonly deviceDigest: Buffer | null
  readonly now: Date
}

/** Codes that this browser may use now. The caller holds the identity's row. */
export async function living(tx: Tx, { identityId, purposes, deviceDigest, now }: Asked): Promise<StoredCode[]> {
  const { rows } = await sql<StoredCode>`
    SELECT id, identity_id AS "identityId", purpose, code_digest AS digest FROM one_time_codes
     WHERE identity_id = ${identityId}::uuid AND purpose = ANY (${purposes}::text[]) AND used_at IS NULL
       AND expires_at > ${now} AND attempts_left > 0 AND (device_digest IS NULL OR device_digest = ${deviceDigest})`.execute(
    tx,
  )
  return rows
}

export async function findByDigest(
  tx: Tx,
  { purpose, digest, now }: { purpose: CodePurpose; digest: Buffer; now: Date },
): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM one_time_codes WHERE purpose = ${purpose} AND code_digest = ${digest} AND used_at IS NULL
       AND expires_at > ${now} FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function countWrongTry(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`UPDATE one_time_codes SET attempts_left = attempts_left - 1 WHERE id = ANY (${ids}::uuid[])`.execute(tx)
}

/** Ends every living code of a person for these purposes: the one that was used, and its siblings. */
export async function spend(
  tx: Tx,
  { identityId, purposes, now }: { identityId: string | null; purposes: readonly CodePurpose[]; now: Date },
): Promise<void> {
  await sql`
    UPDATE one_time_codes SET used_at = ${now}
     WHERE identity_id IS NOT DISTINCT FROM ${identityId}::uuid AND purpose = ANY (${purposes}::text[])
       AND used_at IS NULL`.execute(tx)
}

/** Ends the codes that this browser asked for before: the last one sent is the one that counts. */
export async function replaceOfDevice(
  tx: Tx,
  {
    identityId,
    purpose,
    deviceDigest,
    now,
  }: { identityId: string; purpose: CodePurpose; deviceDigest: Buffer; now: Date },
): Promise<void> {
  await sql`
    UPDATE one_time_codes SET used_at = ${now}
     WHERE identity_id = ${identityId}::uuid AND purpose = ${purpose} AND device_digest = ${deviceDigest}
       AND used_at IS NULL`.execute(tx)
}
