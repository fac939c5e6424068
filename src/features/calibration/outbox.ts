import { newId } from '../../platform/db/ids.ts'
import type { OutboxHandlers } from '../../platform/outbox/handler.ts'
import { type CheckKind, checksTopic, runChecks } from './usecases/checks.ts'

/** Checks of large entities; repeating one finds the same again. */
export const handlers: OutboxHandlers = {
  [checksTopic]: {
    deliver: async ({ payload }, { tx, now }) => {
      const { year, kinds } = payload as { year: number; kinds: CheckKind[] }
      await runChecks(tx, { year, kinds, newId, now })
    },
  },
}
