import { Landmark } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateText, HijriText } from './date-text.tsx'
import { Icon } from './icon.tsx'

export type UnitBandProps = {
  readonly name: string
  /** «رؤيتنا: …» and the mission, each a line. */
  readonly lines: readonly { readonly term: string; readonly text: string }[]
  readonly logoUrl: string | null
  /** Today, `YYYY-MM-DD` on the entity's calendar. */
  readonly today: string
  readonly children?: ReactNode
}

/** The unit at the head of the home page: logo, name, vision, and the day in both calendars. */
export function UnitBand({ name, lines, logoUrl, today, children }: UnitBandProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-bg px-6 py-4 phone:flex-nowrap phone:items-start phone:px-4">
      <span className="flex size-12 shrink-0 items-center justify-center rounded-md border border-line bg-surface text-accent-text">
        {logoUrl ? <img src={logoUrl} alt="" className="size-9 object-contain" /> : <Icon icon={Landmark} size={24} />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-lg leading-snug font-semibold">{name}</p>
        {lines.map((line) => (
          <p key={line.term} className="text-md text-ink-2">
            <span className="text-ink-3">{line.term}</span> {line.text}
          </p>
        ))}
        {children}
      </div>
      <div className="shrink-0 phone:hidden">
        <DateText date={today} style="weekday" className="block text-sm font-semibold" />
        <HijriText date={today} className="block text-xs text-ink-3" />
      </div>
    </div>
  )
}
