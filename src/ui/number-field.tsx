import type { KeyboardEvent, Ref } from 'react'
import { toArabicDigits, toAsciiDigits } from '../shared/digits.ts'
import { cx } from './cx.ts'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'
import { textFor } from './i18n.ts'
import { usePreferences } from './preferences.ts'

export type NumberFieldProps = FieldProps & {
  /** An exact decimal in ASCII, such as `99.50`; empty while nothing is typed. Never a float. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** Most decimals allowed. */
  readonly decimals?: number
  readonly min?: number
  readonly max?: number
  /** What the arrow keys add. */
  readonly step?: number
  readonly suffix?: string
  readonly align?: 'start' | 'center'
  readonly strong?: boolean
  readonly placeholder?: string
  /** Commas between thousands may stay while one types; whoever reads the value understands them. */
  readonly grouped?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

const decimalText = /^-?\d*(\.\d*)?$/

/** Cleans what was typed: any digits and separators become an ASCII decimal. */
export function readDecimal(typed: string): string {
  return toAsciiDigits(typed)
    .replace(/[\u200e\u200f\u061c\u2066-\u2069\s٬%٪]/g, '')
    .replace(/٫/g, '.')
    .replace(/[−–]/g, '-')
}

/** The code of what is wrong with a typed decimal, or nothing. */
export function decimalProblem(
  value: string,
  { decimals, min }: { decimals?: number | undefined; min?: number | undefined },
): string | undefined {
  if (value === '') return undefined
  if (!decimalText.test(value) || !/\d/.test(value)) return 'not_a_number'
  if (min !== undefined && min >= 0 && value.startsWith('-')) return 'negative'
  if (decimals !== undefined && (value.split('.')[1] ?? '').length > decimals) return 'too_many_decimals'
  return undefined
}

/** A number that accepts Arabic-Indic digits, keeps every decimal as typed, and says what is wrong instead of changing it. */
export function NumberField(props: NumberFieldProps) {
  const { digits } = usePreferences()
  const {
    value,
    onChange,
    onBlur,
    decimals,
    min,
    max,
    step,
    suffix,
    align = 'start',
    strong,
    placeholder,
    grouped,
    ref,
  } = props
  const plain = grouped ? value.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : value
  const code = decimalProblem(plain, { decimals, min })
  const own = code && textFor(`validation.${code}`, { max: decimals ?? 0 })
  const ids = useField({ ...props, error: props.error ?? own })

  const nudge = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || step === undefined || props.readOnly) return
    event.preventDefault()
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, Number(value || 0) + direction * step))
    onChange(String(Number(next.toFixed(decimals ?? 2))))
  }

  return (
    <FieldFrame field={props} ids={ids}>
      <div className="relative">
        <input
          ref={ref}
          id={ids.id}
          name={props.name}
          type="text"
          inputMode={decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          dir="ltr"
          value={digits === 'arab' ? toArabicDigits(value) : value}
          onChange={(event) => onChange(readDecimal(event.target.value))}
          onBlur={onBlur}
          onKeyDown={nudge}
          placeholder={placeholder}
          disabled={props.disabled}
          readOnly={props.readOnly}
          required={props.required}
          aria-invalid={ids.error !== undefined || undefined}
          aria-describedby={ids.describedBy}
          className={controlClass({
            size: props.size,
            error: ids.error !== undefined,
            className: cx(
              align === 'center' ? 'px-1! text-center' : 'align-with-page',
              strong && 'font-semibold',
              suffix &&
                (align === 'center'
                  ? 'in-[[dir=ltr]]:pe-4! in-[[dir=rtl]]:ps-4!'
                  : 'in-[[dir=ltr]]:pe-8! in-[[dir=rtl]]:ps-8!'),
            ),
          })}
        />
        {suffix && (value !== '' || align !== 'center') && (
          <span
            className={cx(
              'pointer-events-none absolute inset-y-0 flex items-center text-sm text-ink-3',
              align === 'center' ? 'end-1.5' : 'end-3',
            )}
            aria-hidden
          >
            {suffix}
          </span>
        )}
      </div>
    </FieldFrame>
  )
}
