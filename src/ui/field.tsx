import { CircleAlert } from 'lucide-react'
import { type ReactNode, useContext, useEffect, useId } from 'react'
import { cx } from './cx.ts'
import { FormContext } from './form-context.ts'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'

/** What every field takes. */
export type FieldProps = {
  readonly label: string
  /** Keeps the label for readers of the screen alone: in tables under a head. */
  readonly hideLabel?: boolean
  /** The path of the value, such as `keyResults/2/weight`; a form's problems find the field by it. */
  readonly name?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Where a row shows the error itself, the id of that place: a narrow field then only turns red. */
  readonly errorId?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  /** `sm` is 32 px for tables, `md` 36 px for forms; both grow on phones. */
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

export type FieldIds = {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly error: string | undefined
}

/** Ids and the error of a field, its own or the one that the form's problem names. */
export function useField({ label, name, error, errorId, hint }: FieldProps): FieldIds {
  const form = useContext(FormContext)
  const id = useId()
  const shown = error ?? (name === undefined ? undefined : form?.errorOf(name))
  const register = form?.register
  useEffect(() => (name === undefined ? undefined : register?.(name, { id, label })), [register, name, id, label])
  const describedBy = cx(Boolean(hint) && `${id}-hint`, shown !== undefined && (errorId ?? `${id}-error`)) || undefined
  return { id, labelId: `${id}-label`, describedBy, error: shown }
}

type FrameProps = {
  readonly field: FieldProps
  readonly ids: FieldIds
  readonly children: ReactNode
  readonly labelFor?: boolean
}

/** Label above, the control, then hint and error beneath. */
export function FieldFrame({ field, ids, children, labelFor = true }: FrameProps) {
  const { t } = useText()
  const Label = labelFor ? 'label' : 'span'
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', field.className)}>
      <Label
        id={ids.labelId}
        {...(labelFor && { htmlFor: ids.id })}
        className={field.hideLabel ? 'sr-only' : 'text-sm font-medium text-ink-2'}
      >
        {/* The space keeps the last letter of one from joining the first of the other. */}
        {field.label}{' '}
        {field.required === false && <span className="ms-0.5 font-regular text-ink-3">{t('ui.optional')}</span>}
      </Label>
      {children}
      {field.hint && (
        <span id={`${ids.id}-hint`} className="text-xs text-ink-3">
          {field.hint}
        </span>
      )}
      {ids.error !== undefined && field.errorId === undefined && (
        <FieldError id={`${ids.id}-error`}>{ids.error}</FieldError>
      )}
    </div>
  )
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span id={id} className="flex items-start gap-1.5 text-xs text-red-text">
      <Icon icon={CircleAlert} size={14} className="mt-0.5" />
      <span>{children}</span>
    </span>
  )
}

/** The box of a control: hairline border with a 3:1 lower edge, teal ring in focus, red when wrong. */
export function controlClass({
  size = 'md',
  error,
  className,
}: {
  size?: 'sm' | 'md' | undefined
  error?: boolean
  className?: string | undefined
}): string {
  return cx(
    'w-full min-w-0 rounded-md border bg-surface text-ink transition-shadow duration-100',
    'focus:outline-2 focus:-outline-offset-1 focus:outline-focus focus-visible:outline-2 focus-visible:-outline-offset-1',
    'disabled:bg-sunken! disabled:text-ink-3 [&:is(input,textarea)]:read-only:bg-surface-2',
    size === 'sm' ? 'h-8 phone:h-11 px-2.5 text-sm' : 'h-9 phone:h-11 px-3 text-md',
    error ? 'border-red bg-red-soft' : 'border-line-2 border-b-line-control',
    className,
  )
}
