import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'

export type IconType = LucideIcon

type IconProps = {
  readonly icon: IconType
  readonly size?: number
  /** For arrows, chevrons, undo and send: turned with the reading direction. */
  readonly mirrored?: boolean
  readonly className?: string
  /** Words for readers of the screen; without them the icon is only an ornament. */
  readonly label?: string
}

export function Icon({ icon: Drawing, size = 16, mirrored, className, label }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      className={cx('shrink-0', mirrored && 'rtl:-scale-x-100', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
