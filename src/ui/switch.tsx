import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type SwitchProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string
}

/** For settings that act at once; in a form that is sent, use a checkbox. */
export function Switch({ label, hint, checked, onChange, disabled, className }: SwitchProps) {
  return (
    <label
      className={cx(
        'flex min-h-6 items-start justify-between gap-4 has-disabled:cursor-not-allowed has-disabled:text-ink-3 phone:min-h-11',
        className,
      )}
    >
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-xs text-ink-3">{hint}</span>}
      </span>
      <span className="relative mt-0.5 inline-flex h-5 w-9 shrink-0">
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-full appearance-none rounded-full border border-line-control bg-sunken transition-colors duration-150 checked:border-accent checked:bg-accent disabled:opacity-60"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute start-[3px] top-[3px] size-3.5 rounded-full bg-line-control transition-[translate,background-color] duration-150 peer-checked:translate-x-4 peer-checked:bg-on-accent rtl:peer-checked:-translate-x-4"
        />
      </span>
    </label>
  )
}
