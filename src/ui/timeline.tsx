import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'

export type TimelineItem = {
  readonly id: string
  readonly icon: IconType
  readonly mirrorIcon?: boolean
  /** What happened, as a sentence. */
  readonly title: ReactNode
  /** Why, in the words of who did it. */
  readonly body?: ReactNode
  /** Who, when, reason code: grey. */
  readonly meta?: ReactNode
  /** The step that is waited for. */
  readonly waiting?: boolean
}

/** Who did what and why, the newest first. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item, at) => (
        <li key={item.id} className="relative flex gap-3 pb-4 last:pb-0">
          {at < items.length - 1 && <span aria-hidden className="absolute start-3 top-7 bottom-0 w-px bg-line-2" />}
          <span
            className={cx(
              'flex size-[25px] shrink-0 items-center justify-center rounded-full',
              item.waiting ? 'border border-amber-line bg-amber-soft text-amber-text' : 'bg-sunken text-ink-3',
            )}
          >
            <Icon icon={item.icon} size={13} {...(item.mirrorIcon && { mirrored: true })} />
          </span>
          <div className="min-w-0 flex-1">
            <div className={cx('text-sm', item.waiting ? 'font-semibold' : 'font-medium')}>{item.title}</div>
            {item.body && <div className="text-sm text-ink-2">{item.body}</div>}
            {item.meta && <div className="text-xs text-ink-3">{item.meta}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
