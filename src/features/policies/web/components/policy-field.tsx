import { useMemo } from 'react'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { catalogue, isPolicyKey } from '../../domain/catalogue.ts'
import type { Shape } from '../../domain/shape.ts'
import type { Draft } from './policy-draft.ts'
import { usePolicyWords } from './policy-words.ts'
import { SharesField } from './shares-field.tsx'

type PolicyFieldProps = {
  readonly policyKey: string
  readonly shape: Shape
  readonly label: string
  /** Where the part stands in the body, such as `value/weight/max`. */
  readonly name: string
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** The controls of one part of a value, by its shape. */
export function PolicyField({ policyKey, shape, label, name, draft, onChange }: PolicyFieldProps) {
  const { t } = useText()
  const words = usePolicyWords()
  const recommended = isPolicyKey(policyKey) ? catalogue[policyKey].recommended : undefined
  const unit = (of: Shape) => {
    const suffix = of.kind === 'whole' ? words.unitName(of.unit) : undefined
    return suffix ? { suffix } : {}
  }
  switch (shape.kind) {
    case 'choice':
      return (
        <RadioGroup
          label={label}
          name={name}
          value={String(draft)}
          onChange={onChange}
          options={shape.options.map((option) => ({
            value: option,
            label:
              option === recommended
                ? t('policies.recommended', { choice: words.choice(policyKey, option) })
                : words.choice(policyKey, option),
            hint: words.choiceHint(policyKey, option),
          }))}
          inline={shape.options.every((option) => words.choiceHint(policyKey, option) === undefined)}
        />
      )
    case 'flag':
      return (
        <RadioGroup
          label={label}
          name={name}
          value={draft ? 'yes' : 'no'}
          onChange={(chosen) => onChange(chosen === 'yes')}
          options={[
            { value: 'yes', label: words.flag(policyKey, true) },
            { value: 'no', label: words.flag(policyKey, false) },
          ]}
          inline
        />
      )
    case 'whole':
      return (
        <NumberField
          label={label}
          name={name}
          value={String(draft)}
          onChange={onChange}
          decimals={0}
          min={shape.min}
          max={shape.max}
          step={1}
          {...unit(shape)}
        />
      )
    case 'shares':
      return (
        <SharesField
          policyKey={policyKey}
          parts={shape.parts}
          label={label}
          name={name}
          draft={draft as Record<string, string>}
          onChange={onChange}
        />
      )
    case 'time_zone':
      return <TimeZoneField label={label} name={name} value={String(draft)} onChange={onChange} />
    case 'weekdays':
      return <WeekdaysField label={label} name={name} days={draft as number[]} onChange={onChange} />
    case 'ladder': {
      const rungs = draft as { step: string; afterWorkingDays: string }[]
      return (
        <fieldset className="col-span-full flex flex-col gap-3">
          <legend className="mb-2 text-sm font-medium text-ink-2">{label}</legend>
          <div className="grid gap-3 sm:grid-cols-3">
            {rungs.map((rung, at) => (
              <NumberField
                key={rung.step}
                label={words.step(policyKey, rung.step)}
                name={`${name}/${at}/afterWorkingDays`}
                value={rung.afterWorkingDays}
                onChange={(days) => onChange(rungs.with(at, { ...rung, afterWorkingDays: days }))}
                decimals={0}
                min={shape.min}
                max={shape.max}
                step={1}
                className="justify-end"
                suffix={words.unitName('working_days') ?? ''}
              />
            ))}
          </div>
        </fieldset>
      )
    }
    case 'record': {
      const parts = draft as Record<string, Draft>
      const isRange = 'min' in shape.fields
      return (
        <fieldset className={isRange ? 'min-w-0' : 'contents'}>
          {isRange && <legend className="mb-1 text-sm font-medium text-ink-2">{label}</legend>}
          <div className={isRange ? 'grid grid-cols-2 gap-3' : 'grid gap-4 sm:grid-cols-2'}>
            {Object.entries(shape.fields).map(([part, of]) => (
              <PolicyField
                key={part}
                policyKey={policyKey}
                shape={of}
                label={words.field(policyKey, part)}
                name={`${name}/${part}`}
                draft={parts[part]}
                onChange={(next) => onChange({ ...parts, [part]: next })}
              />
            ))}
          </div>
        </fieldset>
      )
    }
  }
}

type WeekdaysProps = {
  readonly label: string
  readonly name: string
  readonly days: readonly number[]
  readonly onChange: (days: number[]) => void
}

function WeekdaysField({ label, name, days, onChange }: WeekdaysProps) {
  const words = usePolicyWords()
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-2">{label}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-4">
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <Checkbox
            key={day}
            label={words.weekday(day)}
            {...(day === 0 && { name })}
            checked={days.includes(day)}
            onChange={(on) => onChange(on ? [...days, day].toSorted() : days.filter((one) => one !== day))}
          />
        ))}
      </div>
    </fieldset>
  )
}

type ZoneProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (zone: string) => void
}

function TimeZoneField({ label, name, value, onChange }: ZoneProps) {
  const options = useMemo(() => {
    const zones = new Set([value, 'Asia/Muscat', ...Intl.supportedValuesOf('timeZone')])
    return [...zones].map((zone) => ({ value: zone, label: zone }))
  }, [value])
  return (
    <Combobox label={label} name={name} value={value} onChange={(zone) => zone && onChange(zone)} options={options} />
  )
}
