import { useId } from 'react'
import { cx } from '../../../../ui/cx.ts'
import { FieldError } from '../../../../ui/field.tsx'

type InlineTextProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder: string
  readonly maxLength: number
  readonly error?: string | undefined
  readonly strong?: boolean
  readonly id?: string
}

/** Text that is read as text and written where it stands: its box shows when it is touched, empty or wrong. */
export function InlineText({
  label,
  value,
  onChange,
  onBlur,
  placeholder,
  maxLength,
  error,
  strong,
  id,
}: InlineTextProps) {
  const own = useId()
  const at = id ?? own
  return (
    <div className="min-w-0">
      <textarea
        id={at}
        rows={1}
        dir="auto"
        aria-label={label}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${at}-error`}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value.replace(/\n/g, ' '))}
        onBlur={onBlur}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className={cx(
          '-mx-2 block w-[calc(100%+1rem)] resize-none rounded-md align-with-page border px-2 py-0.5 field-sizing-content placeholder:text-ink-3',
          'focus:bg-surface focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
          'phone:min-h-11 phone:py-2',
          strong ? 'text-md font-semibold' : 'text-md',
          error === undefined &&
            (value === '' ? 'border-line-2 bg-surface' : 'border-transparent bg-transparent hover:border-line-2'),
          error !== undefined && 'border-red bg-red-soft',
        )}
      />
      {error !== undefined && <FieldError id={`${at}-error`}>{error}</FieldError>}
    </div>
  )
}
