import { type DateStyle, formatDate, formatDateTime, formatHijri, formatTime } from '../shared/locale.ts'
import { useText } from './i18n.ts'
import { usePreferences } from './preferences.ts'

type DateTextProps = { readonly date: string; readonly style?: DateStyle; readonly className?: string }

/** A day `YYYY-MM-DD` in the reader's words: «18 يناير 2026». */
export function DateText({ date, style = 'long', className }: DateTextProps) {
  const { language, digits } = usePreferences()
  return (
    <time dateTime={date} className={className}>
      {formatDate(date, { language, digits, style })}
    </time>
  )
}

/** The same day in the Umm al-Qura calendar. */
export function HijriText({ date, className }: { readonly date: string; readonly className?: string }) {
  const { language, digits } = usePreferences()
  return <span className={className}>{formatHijri(date, { language, digits })}</span>
}

/** An instant on the clock of the entity: «18 يناير 2026، 09:12», or the time alone. */
export function DateTimeText({
  at,
  only,
  className,
}: {
  readonly at: string
  readonly only?: 'time'
  readonly className?: string
}) {
  const { language, digits, timeZone } = usePreferences()
  const reader = { language, digits, timeZone }
  return (
    <time dateTime={at} className={className}>
      {only === 'time' ? formatTime(new Date(at), reader) : formatDateTime(new Date(at), reader)}
    </time>
  )
}

const minute = 60_000
const day = 1440 * minute

/** How long ago something happened: «قبل 3 أيام», with the exact time when pointed at. */
export function Ago({ at, className }: { readonly at: string; readonly className?: string }) {
  const { t } = useText()
  const { language, digits, timeZone } = usePreferences()
  const passed = Math.max(0, Date.now() - new Date(at).getTime())
  const words =
    passed < minute
      ? t('ui.ago.now')
      : passed < 60 * minute
        ? t('ui.ago.minutes', { count: Math.floor(passed / minute) })
        : passed < day
          ? t('ui.ago.hours', { count: Math.floor(passed / (60 * minute)) })
          : t('ui.ago.days', { count: Math.floor(passed / day) })
  return (
    <time dateTime={at} title={formatDateTime(new Date(at), { language, digits, timeZone })} className={className}>
      {words}
    </time>
  )
}
