import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { type Tone, toneSoft, toneText } from './tone.ts'

export type StatusProps = {
  readonly children: ReactNode
  readonly icon: IconType
  readonly tone?: Tone
  /** `quiet` in rows; `pill` once, in a page header or card head. */
  readonly look?: 'quiet' | 'pill'
  readonly mirrorIcon?: boolean
  readonly className?: string
}

/** A state: icon and word always. */
export function Status({ children, icon, tone = 'neutral', look = 'quiet', mirrorIcon, className }: StatusProps) {
  return (
    <span
      className={cx(
        'inline-flex min-w-0 items-center gap-1.5 font-medium',
        look === 'pill' ? cx('min-h-6 rounded-sm border px-2 text-sm', toneSoft[tone]) : cx('text-sm', toneText[tone]),
        className,
      )}
    >
      <Icon icon={icon} size={look === 'pill' ? 15 : 14} {...(mirrorIcon && { mirrored: true })} />
      <span className="min-w-0">{children}</span>
    </span>
  )
}
