import type { MouseEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import { useNavigation } from './navigation.ts'

type LinkProps = {
  readonly to: string
  readonly children: ReactNode
  /** `text` is teal, `plain` takes the colour around it. */
  readonly look?: 'text' | 'plain'
  readonly className?: string
  readonly current?: boolean
  readonly label?: string
  readonly onFollow?: () => void
}

/** A link inside the product: no reload, and the page is warmed up when the pointer nears. */
export function Link({ to, children, look = 'text', className, current, label, onFollow }: LinkProps) {
  const { go, prepare } = useNavigation()
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    if (to.startsWith('#')) return
    event.preventDefault()
    onFollow?.()
    go(to)
  }
  return (
    <a
      href={to}
      onClick={follow}
      onPointerEnter={() => prepare(to)}
      onFocus={() => prepare(to)}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      className={cx(
        'rounded-sm',
        look === 'text' && 'font-medium text-accent-text hover:underline underline-offset-4',
        className,
      )}
    >
      {children}
    </a>
  )
}
