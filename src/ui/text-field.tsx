import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly placeholder?: string
  readonly maxLength?: number
  readonly autoFocus?: boolean
  /** `code` for civil numbers, e-mail, telephone: typed left to right, aligned to the start. */
  readonly direction?: 'auto' | 'code'
  readonly align?: 'start' | 'center'
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const ids = useField(props)
  const {
    value,
    onChange,
    onBlur,
    type = 'text',
    inputMode,
    autoComplete,
    placeholder,
    maxLength,
    autoFocus,
    direction,
    align,
    ref,
  } = props
  return (
    <FieldFrame field={props} ids={ids}>
      <input
        ref={ref}
        id={ids.id}
        type={type}
        name={props.name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        inputMode={inputMode}
        autoComplete={autoComplete ?? 'off'}
        placeholder={placeholder}
        maxLength={maxLength}
        // biome-ignore lint/a11y/noAutofocus: only for the first step of a dialog or an entry page
        autoFocus={autoFocus}
        disabled={props.disabled}
        readOnly={props.readOnly}
        required={props.required}
        aria-invalid={ids.error !== undefined || undefined}
        aria-describedby={ids.describedBy}
        dir={direction === 'code' ? 'ltr' : value === '' ? undefined : 'auto'}
        className={controlClass({
          size: props.size,
          error: ids.error !== undefined,
          className: align === 'center' ? 'text-center' : 'align-with-page',
        })}
      />
    </FieldFrame>
  )
}
