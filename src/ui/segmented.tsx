import { useId } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'

export type SegmentedProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: string; readonly icon?: IconType }[]
  readonly className?: string
}

/** Two to four choices that change what is seen at once. */
export function Segmented<V extends string>({ label, value, onChange, options, className }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset
      className={cx('inline-flex w-fit max-w-full rounded-md border border-line-2 bg-surface p-0.5', className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex h-[30px] min-w-0 items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm font-medium text-ink-2 has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-focus phone:h-10 phone:flex-1"
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon icon={option.icon} />}
          <span className="truncate">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
