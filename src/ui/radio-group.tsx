import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, type FieldProps, useField } from './field.tsx'

export type RadioGroupProps<V extends string> = FieldProps & {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly options: readonly {
    readonly value: V
    readonly label: string
    readonly hint?: ReactNode
    readonly disabled?: boolean
  }[]
  /** Side by side where there is room. */
  readonly inline?: boolean
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const ids = useField(props)
  const { value, onChange, options, inline } = props
  return (
    <FieldFrame field={props} ids={ids} labelFor={false}>
      <div
        id={ids.id}
        role="radiogroup"
        tabIndex={-1}
        aria-labelledby={ids.labelId}
        aria-describedby={ids.describedBy}
        aria-required={props.required || undefined}
        className={cx('flex gap-x-5 gap-y-1.5', inline ? 'flex-row flex-wrap' : 'flex-col')}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex min-h-6 items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:text-ink-3 phone:min-h-11 phone:items-center"
          >
            <input
              type="radio"
              name={ids.id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled || props.disabled}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-[18px] shrink-0 appearance-none rounded-full border-[1.5px] border-line-control bg-surface checked:border-[5.5px] checked:border-accent disabled:border-line-2 disabled:bg-sunken phone:mt-0"
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
