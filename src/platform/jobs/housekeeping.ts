import { prune } from '../outbox/deliver.ts'
import type { FeatureJob } from './feature-job.ts'

const day = 86_400_000

/** What the platform itself throws away by the clock, in every entity and in its own scope. */
export const housekeeping: readonly FeatureJob[] = [
  {
    name: 'platform.forget_deliveries',
    schedule: { cron: '20 1 * * *' },
    alsoPlatform: true,
    async run({ tx, now }) {
      await prune(tx, { before: new Date(now.getTime() - 30 * day) })
    },
  },
  {
    name: 'platform.forget_messages',
    schedule: { cron: '25 1 * * *' },
    alsoPlatform: true,
    async run({ tx, now }) {
      const old = new Date(now.getTime() - 90 * day)
      await tx.deleteFrom('sms_messages').where('created_at', '<', old).where('status', '!=', 'waiting').execute()
    },
  },
  {
    name: 'platform.forget_repetitions',
    schedule: { cron: '30 1 * * *' },
    alsoPlatform: true,
    async run({ tx, now }) {
      const old = new Date(now.getTime() - 7 * day)
      await tx.deleteFrom('idempotency_keys').where('created_at', '<', old).execute()
    },
  },
]
