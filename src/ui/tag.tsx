import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { Link } from './link.tsx'

type TagProps = { readonly children: ReactNode; readonly icon?: IconType; readonly className?: string }

const shape = 'inline-flex min-h-[22px] max-w-full items-center gap-1.5 rounded-sm px-2 text-xs'

/** A class of something: grey, with an icon and a word. */
export function Tag({ children, icon, className }: TagProps) {
  return (
    <span className={cx(shape, 'bg-sunken text-ink-2', className)}>
      {icon && <Icon icon={icon} size={14} className="text-ink-3" />}
      <span className="min-w-0 truncate">{children}</span>
    </span>
  )
}

/** What something is tied to in the plan: outlined teal. */
export function NodeTag({ children, to }: { readonly children: ReactNode; readonly to?: string }) {
  const content = (
    <>
      <Icon icon={Link2} size={14} />
      <span className="min-w-0 truncate">{children}</span>
    </>
  )
  const style = cx(shape, 'border border-accent-line bg-surface font-medium text-accent-text')
  return to ? (
    <Link to={to} look="plain" className={cx(style, 'hover:bg-accent-soft')}>
      {content}
    </Link>
  ) : (
    <span className={style}>{content}</span>
  )
}
