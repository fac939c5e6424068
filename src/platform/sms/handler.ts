import type { Language } from '../../shared/locale.ts'
import type { Tx } from '../db/database.ts'
import { type OutboxHandler, type OutboxMessage, Undeliverable } from '../outbox/handler.ts'
import type { SmsGateway } from './gateway.ts'

/** A text that is still unsent after this long would only confuse: its code has run out. */
const longestDelayMs = 60 * 60 * 1000

/** Sends what `queueSms` has queued. Once sent or given up, a text is erased; over the visible gateway it stays. */
export function smsHandler(gateway: SmsGateway): OutboxHandler {
  return {
    async deliver(message, { tx, now }) {
      const { messageId, language } = payloadOf(message)
      const sms = await tx
        .selectFrom('sms_messages')
        .select(['recipient', 'body'])
        .where('id', '=', messageId)
        .where('status', '=', 'waiting')
        .executeTakeFirst()
      if (!sms) return
      if (gateway.kind === 'visible') {
        await tx
          .updateTable('sms_messages')
          .set({ status: 'visible', sent_at: now })
          .where('id', '=', messageId)
          .execute()
        return
      }
      if (now.getTime() - message.createdAt.getTime() > longestDelayMs) throw new Undeliverable('sms.too_late')
      await gateway.send({ id: messageId, to: sms.recipient, text: sms.body ?? '', language })
      await settle(tx, messageId, { status: 'sent', sentAt: now })
    },
    async gaveUp(message, { tx }) {
      await settle(tx, payloadOf(message).messageId, { status: 'failed', sentAt: null })
    },
  }
}

async function settle(tx: Tx, id: string, { status, sentAt }: { status: 'sent' | 'failed'; sentAt: Date | null }) {
  await tx.updateTable('sms_messages').set({ status, sent_at: sentAt, body: null }).where('id', '=', id).execute()
}

function payloadOf(message: OutboxMessage): { messageId: string; language: Language } {
  return message.payload as { messageId: string; language: Language }
}
