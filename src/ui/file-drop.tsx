import { FileSpreadsheet, Upload, X } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { FieldError, type FieldProps, useField } from './field.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Num } from './num.tsx'

export type FileDropProps = FieldProps & {
  readonly file: File | null
  readonly onChange: (file: File | null) => void
  /** Such as `.xlsx,.csv`. */
  readonly accept?: string
  readonly maxBytes?: number
  readonly pending?: boolean
}

/** One file, dropped or chosen. */
export function FileDrop(props: FileDropProps) {
  const { file, onChange, accept, maxBytes, pending } = props
  const { t } = useText()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const ids = useField({ ...props, error: refused ?? props.error })
  const input = useRef<HTMLInputElement>(null)

  const take = (chosen: File | undefined) => {
    if (!chosen) return
    const wrongKind =
      accept && !accept.split(',').some((ending) => chosen.name.toLowerCase().endsWith(ending.trim().toLowerCase()))
    if (wrongKind) return setRefused(t('ui.file.wrongKind', { kinds: accept }))
    if (maxBytes && chosen.size > maxBytes)
      return setRefused(t('ui.file.tooBig', { megabytes: Math.floor(maxBytes / 1_048_576) }))
    setRefused(undefined)
    onChange(chosen)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    <div className={cx('flex flex-col gap-1', props.className)}>
      <label htmlFor={ids.id} className={props.hideLabel ? 'sr-only' : 'text-sm font-medium text-ink-2'}>
        {props.label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-wrap items-center gap-3 rounded-lg border border-dashed px-4 py-5',
          over
            ? 'border-accent bg-accent-soft'
            : ids.error
              ? 'border-red bg-red-soft'
              : 'border-line-control bg-surface-2',
        )}
      >
        <input
          ref={input}
          id={ids.id}
          type="file"
          accept={accept}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Icon icon={file ? FileSpreadsheet : Upload} size={20} className="text-ink-3" />
        <div className="min-w-0 flex-1 basis-40 text-sm">
          {file ? (
            <>
              <bdi className="font-medium">{file.name}</bdi>{' '}
              <span className="text-ink-3">
                {t('ui.file.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
              </span>
            </>
          ) : (
            <span className="text-ink-2">{t('ui.file.drop')}</span>
          )}
          {props.hint && (
            <span id={`${ids.id}-hint`} className="block text-xs text-ink-3">
              {props.hint}
            </span>
          )}
          {!file && accept && (
            <span className="block text-xs text-ink-3">
              <Num code>{accept.replaceAll(',', ' ')}</Num>
            </span>
          )}
        </div>
        <Button
          size="sm"
          pending={pending ?? false}
          disabled={props.disabled ?? false}
          onPress={() => input.current?.click()}
        >
          {file ? t('ui.file.change') : t('ui.file.choose')}
        </Button>
        {file && <IconButton icon={X} size="sm" label={t('ui.file.remove')} onPress={() => onChange(null)} />}
      </div>
      {ids.error !== undefined && <FieldError id={`${ids.id}-error`}>{ids.error}</FieldError>}
    </div>
  )
}
