import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Popover,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { iconButtonClass } from './icon-button.tsx'
import { popoverClass } from './popover-style.ts'
import { usePreferences } from './preferences.ts'

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, Gregorian, or null while nothing complete is written. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
  /** Days that cannot be chosen, such as holidays. */
  readonly isUnavailable?: (date: string) => boolean
}

const locales = { ar: { latn: 'ar-AE', arab: 'ar-OM' }, en: { latn: 'en-GB', arab: 'en-GB' } } as const

function read(value: string | null | undefined): CalendarDate | null {
  try {
    return value ? parseDate(value) : null
  } catch {
    return null
  }
}

/** A Gregorian date, typed part by part in either digit shape or picked from a calendar that starts on Sunday. */
export function DateField(props: DateFieldProps) {
  const ids = useField(props)
  const { t } = useText()
  const { language, digits } = usePreferences()
  const { value, onChange, min, max, isUnavailable } = props
  const minValue = read(min)
  const maxValue = read(max)
  const leftToRight = language === 'ar' && digits === 'latn'
  return (
    <I18nProvider locale={locales[language][digits]}>
      <FieldFrame field={props} ids={ids} labelFor={false}>
        <DatePicker
          value={read(value)}
          onChange={(date) => onChange(date?.toString() ?? null)}
          {...(minValue && { minValue })}
          {...(maxValue && { maxValue })}
          {...(isUnavailable && { isDateUnavailable: (date) => isUnavailable(date.toString()) })}
          isDisabled={props.disabled ?? false}
          isReadOnly={props.readOnly ?? false}
          isInvalid={ids.error !== undefined}
          isRequired={props.required ?? false}
          validationBehavior="aria"
          firstDayOfWeek="sun"
          shouldForceLeadingZeros
          aria-labelledby={ids.labelId}
          aria-describedby={ids.describedBy}
        >
          <Group
            id={ids.id}
            className={controlClass({
              size: props.size,
              error: ids.error !== undefined,
              className:
                'flex items-center justify-between gap-1 pe-0! has-focus-within:outline-2 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus data-disabled:bg-sunken',
            })}
          >
            <span
              className="flex min-w-0 flex-1 in-[:root[dir=rtl]]:justify-end"
              dir={leftToRight ? 'ltr' : undefined}
              onKeyDownCapture={leftToRight ? stepAcross : undefined}
            >
              <DateInput className="flex">
                {(segment) => (
                  <DateSegment
                    segment={segment}
                    className="rounded-sm px-px tabular-nums outline-none data-placeholder:text-ink-3 data-[type=literal]:px-0 focus:bg-accent focus:text-on-accent"
                  />
                )}
              </DateInput>
            </span>
            <Button
              className="flex h-full w-9 items-center justify-center rounded-md text-ink-3"
              aria-label={t('ui.calendar')}
            >
              <Icon icon={CalendarDays} />
            </Button>
          </Group>
          <Popover className={cx(popoverClass, 'p-3')} offset={4}>
            <Dialog className="outline-none" aria-label={props.label}>
              <Calendar firstDayOfWeek="sun">
                <header className="mb-2 flex items-center justify-between gap-2">
                  <Button slot="previous" className={cx(iconButtonClass, 'size-8')}>
                    <Icon icon={ChevronLeft} mirrored />
                  </Button>
                  <Heading className="text-md font-semibold" />
                  <Button slot="next" className={cx(iconButtonClass, 'size-8')}>
                    <Icon icon={ChevronRight} mirrored />
                  </Button>
                </header>
                <CalendarGrid className="w-full" weekdayStyle={language === 'ar' ? 'short' : 'narrow'}>
                  <CalendarGridHeader>
                    {(day) => (
                      <CalendarHeaderCell className="h-8 w-10 text-2xs font-regular text-ink-3">
                        {day}
                      </CalendarHeaderCell>
                    )}
                  </CalendarGridHeader>
                  <CalendarGridBody>
                    {(date) => (
                      <CalendarCell
                        date={date}
                        className="m-px mx-auto flex size-9 items-center justify-center rounded-md text-sm outline-none phone:size-10 data-disabled:text-ink-3 data-focus-visible:outline-2 data-focus-visible:outline-focus data-hovered:bg-sunken data-outside-month:invisible data-selected:bg-accent data-selected:text-on-accent data-today:font-semibold data-unavailable:text-ink-3 data-unavailable:line-through"
                      />
                    )}
                  </CalendarGridBody>
                </CalendarGrid>
              </Calendar>
            </Dialog>
          </Popover>
        </DatePicker>
      </FieldFrame>
    </I18nProvider>
  )
}

/** Latin digits run from left to right on an Arabic page too, so the arrow keys must follow what the eye sees. */
function stepAcross(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const parts = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="spinbutton"]')]
  const next = parts[parts.indexOf(event.target as HTMLElement) + step]
  event.preventDefault()
  event.stopPropagation()
  next?.focus()
}
