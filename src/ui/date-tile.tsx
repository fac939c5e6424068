import type { ReactNode } from 'react'
import { formatDate } from '../shared/locale.ts'
import { usePreferences } from './preferences.ts'

export type DateTileProps = {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly title: ReactNode
  /** How near it is, or the hour. */
  readonly note?: ReactNode
  readonly urgent?: boolean
}

/** A coming day as a leaf of a calendar, with what happens on it. */
export function DateTile({ date, title, note, urgent }: DateTileProps) {
  const { language, digits } = usePreferences()
  return (
    <div className="flex items-start gap-3">
      <time
        dateTime={date}
        className="flex w-11 shrink-0 flex-col items-center rounded-md border border-line bg-surface-2 py-1 leading-tight!"
      >
        <span className="text-lg leading-snug font-semibold">
          {formatDate(date, { language, digits, style: 'dayNumber' })}
        </span>
        <span className="text-2xs text-ink-3">{formatDate(date, { language, digits, style: 'monthName' })}</span>
      </time>
      <div className="min-w-0 flex-1">
        <div className="text-sm">{title}</div>
        {note && <div className={urgent ? 'text-xs font-medium text-amber-text' : 'text-xs text-ink-3'}>{note}</div>}
      </div>
    </div>
  )
}
