import { CircleAlert, Paperclip, RotateCw, Trash2, Upload, X } from 'lucide-react'
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { sentenceFor } from './api-problem.ts'
import { Button } from './button.tsx'
import { newKey } from './client.ts'
import { cx } from './cx.ts'
import { FileSize, FileThumb } from './file-look.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Num } from './num.tsx'
import { Progress } from './progress.tsx'
import { type FileUpload, type SendFile, Uploads } from './uploads.ts'

/** A file that the server has. */
export type ListedFile = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly previewUrl?: string | undefined
  /** Beside its size: who gave it, what a scanner said. */
  readonly note?: ReactNode
  readonly removable?: boolean
}

export type FileListDropProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly files: readonly ListedFile[]
  /** Such as `.pdf,.png`. */
  readonly accept: string
  readonly maxBytes: number
  readonly send: SendFile
  readonly onOpen?: (id: string) => void
  readonly onRemove?: (id: string) => void
  /** The files are shown, none is taken. */
  readonly readOnly?: boolean
  /** One line instead of a field: within a row of a form. */
  readonly compact?: boolean
  readonly error?: string | undefined
  readonly className?: string
}

/** Several files: dropped, chosen or pasted, each with its way to the server in sight. */
export function FileListDrop(props: FileListDropProps) {
  const { label, hideLabel, files, accept, maxBytes, send, readOnly, compact, error, className } = props
  const id = useId()
  const { uploads, items } = useUploads({ accept, maxBytes, send })
  const listed = files.length + items.length > 0
  return (
    <fieldset className={cx('flex min-w-0 flex-col gap-1.5', className)} aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink-2'}>
        {label}
      </span>
      {!readOnly && (
        <Zone
          label={label}
          limits={{ accept, maxBytes }}
          compact={compact ?? false}
          wrong={error !== undefined}
          describedBy={`${id}-limits`}
          onFiles={(taken) => uploads.add(taken)}
        />
      )}
      {error !== undefined && (
        <span className="flex items-start gap-1.5 text-xs text-red-text">
          <Icon icon={CircleAlert} size={14} className="mt-0.5" />
          <span>{error}</span>
        </span>
      )}
      {listed && (
        <ul aria-labelledby={`${id}-label`} className="flex flex-col divide-y divide-line">
          {files.map((file) => (
            <KeptRow key={file.id} file={file} {...props} />
          ))}
          {items.map((item) => (
            <UploadRow key={item.key} item={item} uploads={uploads} limits={{ accept, maxBytes }} />
          ))}
        </ul>
      )}
      <Announced items={items} count={files.length} />
    </fieldset>
  )
}

function useUploads({ accept, maxBytes, send }: Pick<FileListDropProps, 'accept' | 'maxBytes' | 'send'>) {
  const latest = useRef(send)
  latest.current = send
  const [uploads] = useState(
    () => new Uploads({ limits: { accept, maxBytes }, send: (file, how) => latest.current(file, how), newKey }),
  )
  return { uploads, items: useSyncExternalStore(uploads.subscribe, uploads.items) }
}

type Limits = { readonly accept: string; readonly maxBytes: number }
type ZoneProps = {
  readonly label: string
  readonly limits: Limits
  readonly compact: boolean
  readonly wrong: boolean
  readonly describedBy: string
  readonly onFiles: (files: readonly File[]) => void
}

function Zone({ label, limits: { accept, maxBytes }, compact, wrong, describedBy, onFiles }: ZoneProps) {
  const { t } = useText()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const megabytes = Math.floor(maxBytes / 1_048_576)
  const take = (files: FileList | null | undefined) => {
    const taken = Array.from(files ?? [])
    if (taken.length > 0) onFiles(taken)
    return taken.length > 0
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are shortcuts; the button does the same
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-dashed',
        compact ? 'px-2.5 py-1.5' : 'px-4 py-4',
        over ? 'border-accent bg-accent-soft' : wrong ? 'border-red bg-red-soft' : 'border-line-control bg-surface-2',
      )}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {!compact && <Icon icon={Upload} size={20} className="text-ink-3" />}
      <p id={describedBy} className={cx('min-w-0 flex-1 text-xs text-ink-3', !compact && 'basis-40')}>
        {compact ? (
          t('ui.files.compact', { megabytes })
        ) : (
          <>
            <span className="block text-sm text-ink-2">{t('ui.files.drop')}</span>
            <span>{t('ui.files.limit', { megabytes })} </span>
            <Num code>{accept.replaceAll(',', ' ')}</Num>
          </>
        )}
      </p>
      <Button
        size="sm"
        icon={Paperclip}
        label={`${t(compact ? 'ui.files.add' : 'ui.files.choose')}: ${label}`}
        onPress={() => input.current?.click()}
      >
        {t(compact ? 'ui.files.add' : 'ui.files.choose')}
      </Button>
    </div>
  )
}

type KeptRowProps = Pick<FileListDropProps, 'onOpen' | 'onRemove' | 'readOnly'> & { readonly file: ListedFile }

function KeptRow({ file, onOpen, onRemove, readOnly }: KeptRowProps) {
  const { t } = useText()
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <FileThumb name={file.name} previewUrl={file.previewUrl} />
      <div className="min-w-0 flex-1">
        {onOpen ? (
          <button
            type="button"
            className="max-w-full text-start text-sm font-medium text-accent-text underline decoration-line-control underline-offset-4 hover:decoration-accent-text phone:min-h-8"
            onClick={() => onOpen(file.id)}
          >
            <bdi className="[overflow-wrap:anywhere]">{file.name}</bdi>
          </button>
        ) : (
          <bdi className="text-sm font-medium [overflow-wrap:anywhere]">{file.name}</bdi>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
          <FileSize bytes={file.bytes} />
          {file.note}
        </p>
      </div>
      {!readOnly && onRemove && file.removable !== false && (
        <IconButton
          icon={Trash2}
          size="sm"
          label={t('ui.files.remove', { name: file.name })}
          onPress={() => onRemove(file.id)}
        />
      )}
    </li>
  )
}

type UploadRowProps = { readonly item: FileUpload; readonly uploads: Uploads; readonly limits: Limits }

function UploadRow({ item, uploads, limits }: UploadRowProps) {
  const { t } = useText()
  const { file, phase, share } = item
  const picture = usePicture(file)
  const wrong = wrongWords(item, limits, t)
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <FileThumb name={file.name} previewUrl={picture} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="text-sm font-medium [overflow-wrap:anywhere]">{file.name}</bdi>
          <span className="text-xs text-ink-3">
            <FileSize bytes={file.size} />
            {phase === 'waiting' && <> · {t('ui.files.waiting')}</>}
            {phase === 'sending' && (
              <>
                {' '}
                · <Num percent>{Math.round(share * 100)}</Num>
              </>
            )}
          </span>
        </p>
        {phase === 'sending' && (
          <Progress thin label={t('ui.files.sending', { name: file.name })} value={share * 100} />
        )}
        {wrong && (
          <span role="alert" className="flex items-start gap-1.5 text-xs text-red-text">
            <Icon icon={CircleAlert} size={14} className="mt-0.5" />
            <span>{wrong}</span>
          </span>
        )}
      </div>
      {phase === 'failed' && (
        <IconButton
          icon={RotateCw}
          size="sm"
          label={t('ui.files.retry', { name: file.name })}
          onPress={() => uploads.retry(item.key)}
        />
      )}
      <IconButton
        icon={X}
        size="sm"
        label={t(phase === 'sending' || phase === 'waiting' ? 'ui.files.cancel' : 'ui.files.dismiss', {
          name: file.name,
        })}
        onPress={() => uploads.drop(item.key)}
      />
    </li>
  )
}

function wrongWords(
  { refusal, problem }: FileUpload,
  { accept, maxBytes }: Limits,
  t: ReturnType<typeof useText>['t'],
): string | null {
  if (refusal === 'empty') return t('ui.files.empty')
  if (refusal === 'tooBig') return t('ui.file.tooBig', { megabytes: Math.floor(maxBytes / 1_048_576) })
  if (refusal === 'wrongKind') return t('ui.file.wrongKind', { kinds: accept.replaceAll(',', ' ') })
  return problem && sentenceFor(problem.code, problem.params)
}

/** The address of a picture that is still only here. */
function usePicture(file: File): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!/^image\/(png|jpeg)$/.test(file.type)) return undefined
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}

/** Says aloud that files have arrived. */
function Announced({ items, count }: { readonly items: readonly FileUpload[]; readonly count: number }) {
  const { t } = useText()
  const before = useRef(count)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (count > before.current && items.every(({ phase }) => phase !== 'sending' && phase !== 'waiting')) {
      setWords(t('ui.files.arrived', { count }))
    }
    before.current = count
  }, [count, items, t])
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  )
}
