import type { ReactNode } from 'react'
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { cx } from './cx.ts'
import { Num } from './num.tsx'

export type SliderFieldProps = {
  readonly label: string
  /** Keeps label and value for readers of the screen: the page shows them itself. */
  readonly hideLabel?: boolean
  /** In percentage points, for the whole field. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
  readonly step: number
  /** A place to come back to, such as the value in force: a tick with words under it. */
  readonly mark?: { readonly value: number; readonly words: ReactNode }
  readonly disabled?: boolean
  readonly className?: string
}

/** A percentage that is dragged, or moved with the arrow keys; it grows from the start side. */
export function SliderField({
  label,
  hideLabel,
  value,
  onChange,
  min,
  max,
  step,
  mark,
  disabled,
  className,
}: SliderFieldProps) {
  const share = (at: number) => `${(Math.min(Math.max((at - min) / (max - min), 0), 1) * 100).toFixed(2)}%`
  const markShare = mark && (mark.value - min) / (max - min)
  return (
    <Slider
      value={value}
      onChange={(next) => onChange(next as number)}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled ?? false}
      formatOptions={{ style: 'unit', unit: 'percent', maximumFractionDigits: 2 }}
      className={cx('flex min-w-0 flex-col', className)}
    >
      <div className={cx('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
        <Label className="text-sm text-ink-2">{label}</Label>
        <Num percent className="text-sec font-semibold text-accent-text">
          {value}
        </Num>
      </div>
      <SliderTrack className="relative mx-2.5 h-8 cursor-pointer phone:mx-3.5 phone:h-11">
        <span className="absolute inset-x-0 inset-y-0 my-auto h-1 rounded-full bg-sunken" />
        <span
          className="absolute inset-y-0 start-0 my-auto h-1 rounded-full bg-accent"
          style={{ inlineSize: share(value) }}
        />
        {mark && (
          <span
            className="absolute inset-y-0 my-auto h-3.5 w-px bg-line-control"
            style={{ insetInlineStart: share(mark.value) }}
          />
        )}
        <SliderThumb className="top-1/2 size-5 rounded-full border-[5px] border-accent bg-surface outline-offset-2 data-dragging:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-focus data-disabled:border-line-control phone:size-7" />
      </SliderTrack>
      <div className="relative flex justify-between text-xs text-ink-3">
        <Num percent>{min}</Num>
        {mark && markShare !== undefined && (
          <span
            className="absolute px-10 text-center whitespace-nowrap ltr:-translate-x-1/2 rtl:translate-x-1/2"
            style={{ insetInlineStart: share(mark.value) }}
          >
            {mark.words}
          </span>
        )}
        <Num percent>{max}</Num>
      </div>
    </Slider>
  )
}
