import type { DataType } from '../../../../shared/measure.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { DayField } from './day-field.tsx'

export const targetNames = ['below', 'meets', 'exceeds'] as const

type TargetFieldProps = {
  readonly name: (typeof targetNames)[number]
  readonly label: string
  readonly className: string
  /** Where a form's problems find the field. */
  readonly path?: string
  readonly dataType: DataType
  readonly year: number
  readonly value: string | null
  readonly error?: string | undefined
  readonly errorId?: string
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
}

/** One of the three targets, as its data type is written. */
export function TargetField({ path, dataType, year, value, onChange, ...more }: TargetFieldProps) {
  const { label, className, error, errorId, onBlur } = more
  const shared = {
    label,
    className,
    size: 'sm',
    error,
    errorId,
    ...(path && { name: path }),
    ...(onBlur && { onBlur }),
  } as const
  if (dataType === 'date') return <DayField {...shared} year={year} value={value} onChange={onChange} />
  return (
    <NumberField
      {...shared}
      align="center"
      decimals={4}
      {...(dataType === 'percentage' && { suffix: '%' })}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  )
}
