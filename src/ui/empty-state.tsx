import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon, type IconType } from './icon.tsx'

export type EmptyStateProps = {
  /** What this place is for, in one sentence. */
  readonly children: ReactNode
  readonly icon?: IconType
  /** One secondary button: the first step. */
  readonly action?: ReactNode
  /** It stands for the whole page, and so heads it. */
  readonly page?: boolean
}

export function EmptyState({ children, icon = Inbox, action, page }: EmptyStateProps) {
  const Sentence = page ? 'h1' : 'p'
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-10 text-center">
      <Icon icon={icon} size={20} className="text-ink-3" />
      <Sentence className="max-w-prose text-ink-2">{children}</Sentence>
      {action}
    </div>
  )
}
