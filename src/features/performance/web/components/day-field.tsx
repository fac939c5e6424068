import { useEffect, useState } from 'react'
import { addDays, parseDate } from '../../../../shared/dates.ts'
import { toArabicDigits, toAsciiDigits } from '../../../../shared/digits.ts'
import { controlClass, FieldFrame, type FieldProps, useField } from '../../../../ui/field.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'

type DayFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or what was typed while it is no date. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  /** The year that is meant when only day and month are typed. */
  readonly year: number
}

/** A day in a narrow column: «31/03» within the year, the full date outside it; typed in any digits, arrows move a day. */
export function DayField(props: DayFieldProps) {
  const { value, onChange, onBlur, year } = props
  const { digits } = usePreferences()
  const ids = useField(props)
  const [typed, setTyped] = useState(() => shown(value, year))
  useEffect(() => setTyped(shown(value, year)), [value, year])

  const commit = () => {
    const read = readDay(typed, year)
    if (read !== value) onChange(read)
    setTyped(shown(read, year))
    onBlur?.()
  }
  return (
    <FieldFrame field={props} ids={ids}>
      <input
        id={ids.id}
        type="text"
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        placeholder="00/00"
        title={value ?? undefined}
        value={digits === 'arab' ? toArabicDigits(typed) : typed}
        disabled={props.disabled}
        aria-invalid={ids.error !== undefined || undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => setTyped(toAsciiDigits(event.target.value))}
        onBlur={commit}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (event.key === 'Enter') commit()
          if (step === 0 || !isDay(value)) return
          event.preventDefault()
          onChange(addDays(value, step))
        }}
        className={controlClass({
          size: props.size,
          error: ids.error !== undefined,
          className: 'px-1! text-center tabular-nums',
        })}
      />
    </FieldFrame>
  )
}

function isDay(value: string | null): value is string {
  return value !== null && parseDate(value).ok
}

function shown(value: string | null, year: number): string {
  const match = value?.match(/^(\d{4})-(\d\d)-(\d\d)$/)
  if (!match) return value ?? ''
  const [, itsYear, month, day] = match
  return Number(itsYear) === year ? `${day}/${month}` : `${day}/${month}/${itsYear}`
}

function readDay(typed: string, year: number): string | null {
  if (typed.trim() === '') return null
  const short = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(typed)
  const parsed = parseDate(short ? `${short[1]}/${short[2]}/${year}` : typed)
  return parsed.ok ? parsed.value : typed
}
