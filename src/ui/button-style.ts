import { cx } from './cx.ts'

export type ButtonLook = 'primary' | 'secondary' | 'ghost' | 'link' | 'danger'
/** `sm` in rows, `md` normal, `lg` touch. On a phone each grows to a finger's size. */
export type ButtonSize = 'sm' | 'md' | 'lg'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border border-transparent not-disabled:hover:bg-accent-hover',
  secondary:
    'bg-surface text-ink border border-line-2 not-disabled:hover:bg-surface-2 not-disabled:hover:border-line-control',
  ghost: 'text-ink-2 border border-transparent not-disabled:hover:bg-sunken not-disabled:hover:text-ink',
  link: 'text-accent-text border border-transparent not-disabled:hover:underline underline-offset-4',
  danger: 'bg-surface text-red-text border border-red-line not-disabled:hover:bg-red-soft',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 phone:h-10 text-sm rounded-md',
  md: 'h-9 phone:h-11 text-md rounded-md',
  lg: 'h-11 text-md rounded-md',
}

/** A link may be a whole title: it wraps. */
const linkSizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 phone:min-h-10 px-0.5 text-start text-sm rounded-sm',
  md: 'min-h-9 phone:min-h-11 px-0.5 text-start text-md rounded-sm',
  lg: 'min-h-11 px-0.5 text-start text-md rounded-sm',
}

const paddings: Record<ButtonSize, string> = { sm: 'px-2.5 phone:px-3.5', md: 'px-3.5', lg: 'px-5' }

const disabled =
  'disabled:bg-sunken disabled:text-ink-3 disabled:border-line-2 data-blocked:bg-sunken! data-blocked:text-ink-3! data-blocked:border-line-2!'

export function buttonClass({
  look = 'secondary',
  size = 'md',
  className,
}: {
  look?: ButtonLook
  size?: ButtonSize
  className?: string
} = {}): string {
  return cx(
    'print:hidden inline-flex items-center justify-center gap-2 font-medium select-none transition-colors duration-100',
    look === 'link' ? linkSizes[size] : cx('whitespace-nowrap', sizes[size], paddings[size]),
    looks[look],
    look === 'link' || look === 'ghost' ? 'disabled:text-ink-3 data-blocked:text-ink-3!' : disabled,
    className,
  )
}
