import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type CardProps = {
  readonly children: ReactNode
  readonly title?: ReactNode
  readonly note?: ReactNode
  /** At the end of the head: a pill, a link, a menu. */
  readonly aside?: ReactNode
  readonly tone?: 'plain' | 'quiet' | 'amber' | 'accent'
  /** No padding inside, for tables and lists of rows. */
  readonly flush?: boolean
  readonly className?: string
  readonly level?: 2 | 3
}

const tones = {
  plain: 'bg-surface border-line',
  quiet: 'bg-surface-2 border-line',
  amber: 'bg-amber-soft border-amber-line',
  accent: 'bg-accent-soft border-accent-line',
} as const

/** A group of facts with a hairline around it. Never inside another card. */
export function Card({ children, title, note, aside, tone = 'plain', flush, className, level = 2 }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <section className={cx('overflow-clip rounded-lg border', tones[tone], !flush && 'p-4', className)}>
      {(title || aside) && (
        <header
          className={cx(
            'flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1',
            flush ? 'border-b border-line px-4 py-2.5' : 'mb-3',
          )}
        >
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            {title && <Heading className="text-sec font-semibold">{title}</Heading>}
            {note && <span className="text-xs text-ink-3">{note}</span>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
