import type { Tx } from '../../../platform/db/database.ts'
import type { Clocks } from '../../../shared/clocks.ts'
import { calendarOf, type EntityCalendar, type PolicyValues, policyValues } from '../../policies/public.ts'
import type { DocumentLimits } from '../domain/document.ts'

/** What the entity has decided, as it holds in the running year. */
export type Settings = {
  readonly calendar: EntityCalendar
  readonly today: string
  readonly limits: DocumentLimits
  readonly clocks: Clocks & { readonly joinerPlan: number }
  readonly closingShare: number
  readonly bulk: { readonly agree: boolean; readonly sendBack: boolean }
  readonly cycleKind: PolicyValues['cycle.kind']
}

const keys = [
  'document.limits',
  'clocks',
  'amendment.closing_share',
  'document.bulk_approve',
  'document.bulk_return',
  'cycle.kind',
] as const

/** Two statements, whatever is asked of it. */
export async function settingsOf(tx: Tx, { now }: { now: Date }): Promise<Settings> {
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const values = await policyValues(tx, { keys, year: Number(today.slice(0, 4)) })
  return {
    calendar,
    today,
    limits: values['document.limits'].value,
    clocks: values.clocks.value,
    closingShare: values['amendment.closing_share'].value,
    bulk: { agree: values['document.bulk_approve'].value, sendBack: values['document.bulk_return'].value },
    cycleKind: values['cycle.kind'].value,
  }
}
