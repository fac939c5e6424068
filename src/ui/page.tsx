import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type PageProps = {
  /** A `PageHeader`; leave it out where the content begins with its own title. */
  readonly header?: ReactNode
  readonly children: ReactNode
  /** The panel at the end side; on a phone it follows the content. */
  readonly side?: ReactNode
  readonly sideWidth?: 'narrow' | 'wide'
  readonly sideLabel?: string
  /** The ground of the content: white, or the warm grey under cards. */
  readonly ground?: 'surface' | 'bg'
}

/** One page: header, content, side panel. */
export function Page({ header, children, side, sideWidth = 'narrow', sideLabel, ground = 'surface' }: PageProps) {
  const cards = ground === 'bg'
  return (
    <div className="flex min-h-full flex-1 flex-col has-data-main-action:phone:pb-20">
      {header}
      <div
        className={cx(
          'grid flex-1',
          side !== undefined &&
            (sideWidth === 'narrow' ? 'lg:grid-cols-[minmax(0,1fr)_296px]' : 'lg:grid-cols-[minmax(0,1fr)_328px]'),
        )}
      >
        <div className={cx('min-w-0 p-6 phone:p-4', cards ? 'bg-bg' : 'bg-surface')}>{children}</div>
        {side !== undefined && (
          <aside
            aria-label={sideLabel}
            className={cx(
              'flex min-w-0 flex-col gap-5 border-t border-line p-5 lg:border-s lg:border-t-0 phone:p-4',
              cards ? 'bg-surface' : sideWidth === 'wide' ? 'bg-bg' : 'bg-surface',
            )}
          >
            {side}
          </aside>
        )}
      </div>
    </div>
  )
}
