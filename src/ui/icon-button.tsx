import type { Ref } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'

export type IconButtonProps = {
  readonly icon: IconType
  /** Says what it does; also shown when the pointer rests on it. */
  readonly label: string
  readonly onPress?: () => void
  readonly size?: 'sm' | 'md'
  readonly mirrored?: boolean
  readonly bordered?: boolean
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly className?: string
  /** An amber point: something new is behind it. */
  readonly dot?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export const iconButtonClass =
  'print:hidden relative inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:text-ink-3'

export function IconButton({
  icon,
  label,
  onPress,
  size = 'md',
  mirrored,
  bordered,
  disabled,
  pressed,
  expanded,
  className,
  dot,
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
      className={cx(
        iconButtonClass,
        size === 'sm' ? 'size-7 phone:size-10' : 'size-9 phone:size-11',
        bordered && 'border border-line-2 bg-surface',
        className,
      )}
    >
      <Icon icon={icon} size={size === 'sm' ? 16 : 18} {...(mirrored && { mirrored })} />
      {dot && (
        <span className="absolute end-1.5 top-1.5 size-2 rounded-full bg-amber ring-2 ring-surface" aria-hidden />
      )}
    </button>
  )
}
