import { BadgeCheck } from 'lucide-react'
import { cx } from './cx.ts'

/** The seal of Itqan: work done well and confirmed. */
export function Logo({ size = 28, className }: { readonly size?: number; readonly className?: string }) {
  return (
    <span
      className={cx('inline-flex shrink-0 items-center justify-center rounded-md bg-accent text-on-accent', className)}
      style={{ inlineSize: size, blockSize: size }}
      aria-hidden
    >
      <BadgeCheck size={size * 0.68} strokeWidth={1.75} />
    </span>
  )
}
