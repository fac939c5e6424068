import { LoaderCircle } from 'lucide-react'
import { type ReactNode, type Ref, useId } from 'react'
import { type ButtonLook, type ButtonSize, buttonClass } from './button-style.ts'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'
import { useNavigation } from './navigation.ts'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** At most one `primary` on a page. */
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly type?: 'button' | 'submit'
  readonly icon?: IconType
  /** For "forward" arrows alone. */
  readonly iconAfter?: IconType
  readonly mirrorIcon?: boolean
  readonly disabled?: boolean
  /** Why it cannot be pressed now; the button stays reachable, and the reason is shown beside it. */
  readonly reason?: string | undefined
  /** Where the page shows the reason itself, the id of that place. */
  readonly reasonId?: string
  readonly pending?: boolean
  /** Leads to a page instead of acting. */
  readonly to?: string
  readonly full?: boolean
  readonly className?: string
  readonly label?: string
  readonly form?: string
  readonly autoFocus?: boolean
  /** It opens and closes something on the page. */
  readonly expanded?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  onPress,
  look = 'secondary',
  size = 'md',
  type = 'button',
  icon,
  iconAfter,
  mirrorIcon,
  disabled,
  reason,
  reasonId,
  pending,
  to,
  full,
  className,
  label,
  form,
  autoFocus,
  expanded,
  ref,
}: ButtonProps) {
  const { go, prepare } = useNavigation()
  const ownReasonId = useId()
  const blocked = Boolean(reason || reasonId)
  const style = buttonClass({ look, size, className: cx(full && 'w-full', className) })
  const content = (
    <>
      {pending ? (
        <Icon icon={LoaderCircle} className="animate-[spin_900ms_linear_infinite]" />
      ) : (
        icon && <Icon icon={icon} {...(mirrorIcon && { mirrored: true })} />
      )}
      {children}
      {iconAfter && <Icon icon={iconAfter} mirrored />}
    </>
  )
  if (to !== undefined && !blocked && !disabled) {
    return (
      <a
        href={to}
        className={style}
        aria-label={label}
        onPointerEnter={() => prepare(to)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          go(to)
        }}
      >
        {content}
      </a>
    )
  }
  const button = (
    <button
      ref={ref}
      type={type}
      form={form}
      disabled={disabled}
      aria-disabled={blocked || pending || undefined}
      aria-busy={pending || undefined}
      aria-describedby={reasonId ?? (reason ? ownReasonId : undefined)}
      aria-label={label}
      aria-expanded={expanded}
      // biome-ignore lint/a11y/noAutofocus: only for the first step of a dialog or an entry page
      autoFocus={autoFocus}
      data-blocked={blocked || undefined}
      className={style}
      onClick={(event) => {
        if (blocked || pending) event.preventDefault()
        else onPress?.()
      }}
    >
      {content}
    </button>
  )
  if (!reason || reasonId) return button
  return (
    <span className={cx('inline-flex flex-wrap items-center gap-x-2 gap-y-1', full && 'w-full')}>
      {button}
      <span id={ownReasonId} className="text-xs text-ink-3">
        {reason}
      </span>
    </span>
  )
}
