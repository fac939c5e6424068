import { CircleAlert, CircleCheck, Info, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { toneText } from './tone.ts'

export type BannerProps = {
  readonly children: ReactNode
  readonly tone?: 'amber' | 'red' | 'green' | 'blue' | 'neutral'
  readonly icon?: IconType
  readonly action?: ReactNode
  /** Read out when it appears. */
  readonly live?: boolean
  readonly id?: string
  readonly className?: string
}

const icons = { amber: Lock, red: CircleAlert, green: CircleCheck, blue: Info, neutral: Info } as const
const grounds = {
  amber: 'bg-amber-soft border-amber-line',
  red: 'bg-red-soft border-red-line',
  green: 'bg-green-soft border-green-line',
  blue: 'bg-blue-soft border-blue-line',
  neutral: 'bg-surface-2 border-line',
} as const

/** A sentence about the whole page: why something is blocked, what changed meanwhile. */
export function Banner({ children, tone = 'blue', icon, action, live, id, className }: BannerProps) {
  return (
    <div
      id={id}
      role={live ? 'status' : undefined}
      className={cx('flex items-start gap-2.5 rounded-md border px-3 py-2 text-sm', grounds[tone], className)}
    >
      <Icon icon={icon ?? icons[tone]} className={cx('mt-1', toneText[tone])} />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
