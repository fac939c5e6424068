import type { Tx } from '../../../platform/db/database.ts'
import type { Clocks } from '../../../shared/clocks.ts'
import type { AchievementScale } from '../../../shared/measure.ts'
import { calendarOf, type EntityCalendar, type PolicyValues, policyValues } from '../../policies/public.ts'

/** What the entity has decided, as it holds in a year. */
export type Settings = {
  readonly calendar: EntityCalendar
  readonly today: string
  readonly clocks: Clocks
  readonly windows: PolicyValues['assessment.windows']
  readonly scale: AchievementScale
  readonly evidenceRequired: boolean
  /** Bytes. */
  readonly limits: { readonly file: number; readonly document: number }
  readonly bulkApprove: boolean
  readonly coverageShare: number
  readonly hostMonths: number
}

const keys = [
  'clocks',
  'assessment.windows',
  'assessment.evidence_required',
  'assessment.bulk_approve',
  'achievement.anchors',
  'achievement.cap',
  'evidence.limits',
  'result.coverage_share',
  'secondment.host_months',
] as const

const megabyte = 1024 * 1024

/** Two statements, whatever is asked of it. What decides a result is that of the cycle's year. */
export async function settingsOf(tx: Tx, { now, year }: { now: Date; year?: number }): Promise<Settings> {
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const values = await policyValues(tx, { keys, year: year ?? Number(today.slice(0, 4)) })
  const limits = values['evidence.limits'].value
  return {
    calendar,
    today,
    clocks: values.clocks.value,
    windows: values['assessment.windows'].value,
    scale: { anchors: values['achievement.anchors'].value, cap: values['achievement.cap'].value },
    evidenceRequired: values['assessment.evidence_required'].value,
    limits: { file: limits.fileMegabytes * megabyte, document: limits.documentMegabytes * megabyte },
    bulkApprove: values['assessment.bulk_approve'].value,
    coverageShare: values['result.coverage_share'].value,
    hostMonths: values['secondment.host_months'].value,
  }
}
