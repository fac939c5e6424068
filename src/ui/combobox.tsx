import { Check, ChevronDown, LoaderCircle } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { normalizeArabic } from '../shared/text.ts'
import { cx } from './cx.ts'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { optionClass, popoverClass } from './popover-style.ts'

export type ComboboxOption = { readonly value: string; readonly label: string; readonly hint?: string }

export type ComboboxProps = FieldProps & {
  readonly value: string | null
  readonly onChange: (value: string | null, option: ComboboxOption | null) => void
  /** All options, found here by what is typed (hamza forms and digit shape do not matter). */
  readonly options?: readonly ComboboxOption[]
  /** Or asks the server for what is typed. */
  readonly search?: (typed: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>
  /** The chosen option, where the list that holds it is not loaded yet. */
  readonly chosen?: ComboboxOption | null
  readonly placeholder?: string
}

/** One of a long list, found by typing. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, options, search, chosen, placeholder } = props
  const { t } = useText()
  const ids = useField(props)
  const [picked, setPicked] = useState<ComboboxOption | null>(null)
  const known = [...(options ?? []), chosen, picked].find((option) => option?.value === value) ?? null
  const [typed, setTyped] = useState(known?.label ?? '')
  const [found, setFound] = useState<readonly ComboboxOption[]>([])
  const [loading, setLoading] = useState(false)
  const [open, setOpen] = useState(false)
  const label = known?.label ?? ''

  useEffect(() => setTyped(label), [label])

  useEffect(() => {
    if (!search || !open) return
    const abort = new AbortController()
    setLoading(true)
    const timer = setTimeout(
      () => {
        search(typed === label ? '' : typed, abort.signal)
          .then(setFound, () => {})
          .finally(() => !abort.signal.aborted && setLoading(false))
      },
      typed === label ? 0 : 200,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
      setLoading(false)
    }
  }, [search, typed, open, label])

  const shown = useMemo(() => {
    if (search) return found
    const wanted = normalizeArabic(typed)
    if (wanted === '' || typed === label) return options ?? []
    return (options ?? []).filter((option) => normalizeArabic(`${option.label} ${option.hint ?? ''}`).includes(wanted))
  }, [search, found, options, typed, label])

  return (
    <FieldFrame field={props} ids={ids}>
      <AriaComboBox
        id={ids.id}
        value={value}
        onChange={(key) => {
          const option = shown.find((one) => one.value === key) ?? null
          if (key === null && typed !== '') return
          if (option) {
            setTyped(option.label)
            setPicked(option)
          }
          onChange(option?.value ?? null, option)
        }}
        inputValue={typed}
        onInputChange={(next) => {
          setTyped(next)
          if (next === '' && value !== null) onChange(null, null)
        }}
        items={shown}
        onOpenChange={setOpen}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={props.disabled ?? false}
        isReadOnly={props.readOnly ?? false}
        isInvalid={ids.error !== undefined}
        validationBehavior="aria"
        aria-labelledby={ids.labelId}
        aria-describedby={ids.describedBy}
        className="relative min-w-0"
      >
        <Input
          placeholder={placeholder ?? t('ui.typeToSearch')}
          dir={typed === '' ? undefined : 'auto'}
          onBlur={() => setTyped(label)}
          className={controlClass({
            size: props.size,
            error: ids.error !== undefined,
            className: 'pe-9! align-with-page',
          })}
        />
        <Button
          aria-label={t('ui.showAll')}
          className="absolute inset-y-0 end-0 flex w-9 items-center justify-center text-ink-3"
        >
          <Icon
            icon={loading ? LoaderCircle : ChevronDown}
            size={14}
            className={cx(loading && 'animate-[spin_900ms_linear_infinite]')}
          />
        </Button>
        <Popover className={popoverClass} offset={4}>
          <ListBox
            className="max-h-80 overflow-auto p-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2.5 py-2 text-sm text-ink-3">{loading ? t('ui.searching') : t('ui.nothingFound')}</p>
            )}
          >
            {(option: ComboboxOption) => (
              <ListBoxItem id={option.value} textValue={option.label} className={optionClass}>
                {({ isSelected }) => (
                  <>
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
      </AriaComboBox>
    </FieldFrame>
  )
}
