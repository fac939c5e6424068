import { Check, Minus } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx.ts'
import { FieldError, useField } from './field.tsx'
import { Icon } from './icon.tsx'

export type CheckboxProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  readonly name?: string
  readonly error?: string
  readonly checked: boolean
  /** Some, but not all, of what it stands for. */
  readonly partly?: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string
}

export function Checkbox(props: CheckboxProps) {
  const { label, hideLabel, hint, checked, partly = false, onChange, disabled, className } = props
  const ids = useField(props)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = partly
  }, [partly])
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label className="inline-flex min-h-6 items-start gap-2.5 text-md has-disabled:cursor-not-allowed has-disabled:text-ink-3 phone:min-h-11 phone:items-center">
        <span className="relative mt-0.5 inline-flex size-[18px] shrink-0 phone:mt-0">
          <input
            ref={input}
            id={ids.id}
            type="checkbox"
            checked={checked}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked)}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.error !== undefined || undefined}
            aria-label={hideLabel ? label : undefined}
            className="peer size-full appearance-none rounded-[5px] border-[1.5px] border-line-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:border-line-2 disabled:bg-sunken"
          />
          <Icon
            icon={partly ? Minus : Check}
            size={13}
            className="pointer-events-none absolute inset-0 m-auto hidden stroke-3 text-on-accent peer-checked:block peer-indeterminate:block"
          />
        </span>
        {!hideLabel && (
          <span className="min-w-0">
            {label}
            {hint && (
              <span id={`${ids.id}-hint`} className="block text-xs text-ink-3">
                {hint}
              </span>
            )}
          </span>
        )}
      </label>
      {ids.error !== undefined && <FieldError id={`${ids.id}-error`}>{ids.error}</FieldError>}
    </div>
  )
}
