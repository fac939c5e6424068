import type { Ref } from 'react'
import { controlClass, FieldFrame, type FieldProps, useField } from './field.tsx'
import { useText } from './i18n.ts'

export type TextAreaProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly rows?: number
  readonly placeholder?: string
  /** Shows how many characters are left, and stops there. */
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { t } = useText()
  const { value, onChange, onBlur, rows = 3, placeholder, maxLength, autoFocus, ref } = props
  const left = maxLength === undefined ? undefined : maxLength - value.length
  const hint =
    props.hint ??
    (left !== undefined && left < (maxLength ?? 0) / 5 ? t('ui.charactersLeft', { count: left }) : undefined)
  const field = { ...props, hint }
  const ids = useField(field)
  return (
    <FieldFrame field={field} ids={ids}>
      <textarea
        ref={ref}
        id={ids.id}
        name={props.name}
        value={value}
        rows={rows}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        placeholder={placeholder}
        maxLength={maxLength}
        // biome-ignore lint/a11y/noAutofocus: only for the first step of a dialog
        autoFocus={autoFocus}
        disabled={props.disabled}
        readOnly={props.readOnly}
        required={props.required}
        aria-invalid={ids.error !== undefined || undefined}
        aria-describedby={ids.describedBy}
        dir={value === '' ? undefined : 'auto'}
        className={controlClass({
          size: props.size,
          error: ids.error !== undefined,
          className: 'h-auto! py-1.5 leading-relaxed resize-y field-sizing-content max-h-96 align-with-page',
        })}
        // As many lines as asked for, although the field grows with what is written.
        style={{ minBlockSize: `calc(${rows}lh + 0.75rem + 2px)` }}
      />
    </FieldFrame>
  )
}
