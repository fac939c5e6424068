import { Calendar, CircleAlert, Clock } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { type Text, useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { type Preferences, usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'

type Due = { readonly dueOn: string | null; readonly lateDays: number }
type Deadline = { readonly text: string; readonly icon: IconType; readonly tone: 'red' | 'amber' | 'neutral' }

/** How near a deadline is, in a few words: late, today, or the day. */
export function deadlineOf({ dueOn, lateDays }: Due, { t }: Pick<Text, 't'>, reader: Preferences): Deadline {
  if (lateDays > 0) return { text: t('performance.lateBy', { count: lateDays }), icon: CircleAlert, tone: 'red' }
  if (dueOn === null) return { text: t('performance.approvals.noDate'), icon: Calendar, tone: 'neutral' }
  if (isToday(dueOn, reader)) return { text: t('performance.approvals.today'), icon: Clock, tone: 'amber' }
  return { text: formatDate(dueOn, { ...reader, style: 'deadline' }), icon: Calendar, tone: 'neutral' }
}

export function isToday(day: string | null, { timeZone }: Preferences): boolean {
  return day === localDate(new Date(), timeZone)
}

/** The same in a table; nothing where nothing is waited for. */
export function LateOrDue(due: Due) {
  const text = useText()
  const reader = usePreferences()
  if (due.dueOn === null && due.lateDays === 0) return <span className="text-ink-3">—</span>
  const { text: words, icon, tone } = deadlineOf(due, text, reader)
  return (
    <Status icon={icon} tone={tone}>
      {words}
    </Status>
  )
}
