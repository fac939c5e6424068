import type { Tx } from '../../../platform/db/database.ts'

type Device = { readonly identityId: string; readonly deviceDigest: Buffer }

export async function isKnown(tx: Tx, { identityId, deviceDigest }: Device): Promise<boolean> {
  const row = await tx
    .selectFrom('known_devices')
    .select('identity_id')
    .where('identity_id', '=', identityId)
    .where('device_digest', '=', deviceDigest)
    .executeTakeFirst()
  return row !== undefined
}

export async function remember(tx: Tx, { identityId, deviceDigest, now }: Device & { now: Date }): Promise<void> {
  await tx
    .insertInto('known_devices')
    .values({ identity_id: identityId, device_digest: deviceDigest, last_used_at: now })
    .onConflict((conflict) => conflict.columns(['identity_id', 'device_digest']).doUpdateSet({ last_used_at: now }))
    .execute()
}

/** Makes every device a stranger again: after a password that somebody else may have known. */
export async function forgetAll(tx: Tx, identityId: string): Promise<void> {
  await tx.deleteFrom('known_devices').where('identity_id', '=', identityId).execute()
}
