import type { Language } from '../../shared/locale.ts'
import type { Tx } from '../db/database.ts'
import type { NewId } from '../db/ids.ts'
import * as outbox from '../outbox/put.ts'

export const smsTopic = 'sms.send'

export type QueuedSms = {
  readonly to: string
  readonly text: string
  readonly language: Language
  /** `feature.purpose`, shown beside the message where messages stay visible. */
  readonly purpose: string
  readonly newId: NewId
  readonly now: Date
}

/** Sends a text message after this transaction commits. The text lies in `sms_messages` alone, until it is sent. */
export async function queueSms(tx: Tx, { to, text, language, purpose, newId, now }: QueuedSms): Promise<void> {
  const id = newId()
  await tx
    .insertInto('sms_messages')
    .values({ id, recipient: to, purpose, body: text, status: 'waiting', created_at: now })
    .execute()
  await outbox.put(tx, { topic: smsTopic, payload: { messageId: id, language }, newId, now })
}
