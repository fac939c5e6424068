import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type SectionProps = {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3
  /** A hairline above: for the parts of a side panel. */
  readonly ruled?: boolean
  readonly className?: string
  readonly id?: string
}

/** A part of a page or side panel under its own title. */
export function Section({ title, note, aside, children, level = 2, ruled, className, id }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section
      id={id}
      className={cx('min-w-0', ruled && 'border-t border-line pt-5 first:border-t-0 first:pt-0', className)}
    >
      <header className="mb-2.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <Heading className="text-sec font-semibold">{title}</Heading>
          {note && <span className="text-xs text-ink-3">{note}</span>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  )
}
