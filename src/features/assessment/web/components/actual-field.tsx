import { type DataType, parseQuantity, quantityText } from '../../../../shared/measure.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { DayField } from '../../../performance/web/public.tsx'

type ActualFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
  readonly dataType: DataType
  readonly year: number
  readonly value: string
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly errorId?: string
  readonly name?: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
}

/** What was reached, as its kind is written: any digits, thousands separators, a short date. */
export function ActualField({ dataType, year, value, onChange, onBlur, ...more }: ActualFieldProps) {
  const settle = () => {
    const read = parseQuantity(dataType, value)
    const plain = read.ok ? quantityText(dataType, read.value) : value
    if (plain !== value) onChange(plain)
    onBlur?.()
  }
  const shared = { size: 'sm', className: 'lg:[&>label]:sr-only', ...more } as const
  if (dataType === 'date') {
    return (
      <DayField
        {...shared}
        year={year}
        value={value === '' ? null : value}
        onChange={(day) => onChange(day ?? '')}
        {...(onBlur && { onBlur })}
      />
    )
  }
  return (
    <NumberField
      {...shared}
      align="center"
      strong
      decimals={4}
      grouped
      {...(dataType === 'percentage' && { suffix: '%' })}
      value={value}
      onChange={onChange}
      onBlur={settle}
    />
  )
}
