import { Check, ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'
import { optionClass, popoverClass } from './popover-style.ts'

export type Option<V extends string> = {
  readonly value: V
  readonly label: string
  readonly hint?: string
  readonly icon?: IconType
  readonly disabled?: boolean
}

export type SelectProps<V extends string> = FieldProps & {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly options: readonly Option<V>[]
  readonly placeholder?: string
}

/** One of a short list; more than about fifteen belong in a combobox. */
export function Select<V extends string>(props: SelectProps<V>) {
  const ids = useField(props)
  const { t } = useText()
  const { value, onChange, options, placeholder } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <FieldFrame field={props} ids={ids} labelFor={false}>
      <AriaSelect
        value={value}
        onChange={(key) => onChange(key as V)}
        isDisabled={props.disabled || props.readOnly || false}
        isInvalid={ids.error !== undefined}
        isRequired={props.required ?? false}
        validationBehavior="aria"
        aria-labelledby={ids.labelId}
        aria-describedby={ids.describedBy}
        className="min-w-0"
      >
        <Button
          id={ids.id}
          aria-labelledby={`${ids.labelId} ${ids.id}-value`}
          className={controlClass({
            size: props.size,
            error: ids.error !== undefined,
            className: 'flex items-center justify-between gap-2 text-start',
          })}
        >
          <span id={`${ids.id}-value`} className={cx('min-w-0 truncate', !chosen && 'text-ink-3')}>
            {chosen?.label ?? placeholder ?? t('ui.choose')}
          </span>
          <Icon icon={ChevronDown} size={14} className="text-ink-3" />
        </Button>
        <Popover className={popoverClass} offset={4}>
          <ListBox className="max-h-80 overflow-auto p-1 outline-none" items={options}>
            {(option: Option<V>) => (
              <ListBoxItem
                id={option.value}
                textValue={option.label}
                isDisabled={option.disabled ?? false}
                className={optionClass}
              >
                {({ isSelected }) => (
                  <>
                    {option.icon && <Icon icon={option.icon} className="text-ink-3" />}
                    <span className="min-w-0 flex-1">
                      {option.label}
                      {option.hint && <span className="block text-xs font-regular text-ink-3">{option.hint}</span>}
                    </span>
                    {isSelected && <Icon icon={Check} />}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaSelect>
    </FieldFrame>
  )
}
