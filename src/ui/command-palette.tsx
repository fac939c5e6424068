import { CornerDownLeft, LoaderCircle, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { normalizeArabic } from '../shared/text.ts'
import { cx } from './cx.ts'
import { overlayClass } from './dialog.tsx'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'

export type Command = {
  readonly id: string
  readonly label: string
  /** Where it stands or what it is, in grey. */
  readonly hint?: string
  readonly group: string
  readonly icon: IconType
  /** More words that find it. */
  readonly words?: string
  readonly onChoose: () => void
}

export type CommandPaletteProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** Pages and actions, found here. */
  readonly commands: readonly Command[]
  /** People, plan nodes and indicators, found by the server. */
  readonly search?: (typed: string, signal: AbortSignal) => Promise<readonly Command[]>
}

/** Goes anywhere by a few letters (Ctrl+K). */
export function CommandPalette({ open, onClose, commands, search }: CommandPaletteProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className={cx(overlayClass, 'flex items-start justify-center p-4 pt-[12dvh] phone:p-0')}
    >
      <Modal className="appear flex max-h-[70dvh] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line-2 bg-surface text-ink shadow-pop outline-none phone:h-dvh phone:max-h-none phone:rounded-none phone:border-0">
        <Dialog aria-label={t('ui.palette.title')} className="flex min-h-0 flex-1 flex-col outline-none">
          <Finder commands={commands} search={search} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type FinderProps = Pick<CommandPaletteProps, 'commands' | 'onClose'> & {
  readonly search: CommandPaletteProps['search'] | undefined
}

function Finder({ commands, search, onClose }: FinderProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [remote, setRemote] = useState<readonly Command[]>([])
  const [loading, setLoading] = useState(false)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const wanted = normalizeArabic(typed)

  useEffect(() => {
    setAt(0)
    if (!search || wanted.length < 2) {
      setRemote([])
      return
    }
    const abort = new AbortController()
    setLoading(true)
    const timer = setTimeout(() => {
      search(typed.trim(), abort.signal)
        .then(setRemote, () => setRemote([]))
        .finally(() => !abort.signal.aborted && setLoading(false))
    }, 180)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [search, typed, wanted])

  const found = useMemo(() => {
    const parts = wanted.split(' ').filter(Boolean)
    const local = commands.filter((command) => {
      const text = normalizeArabic(`${command.label} ${command.hint ?? ''} ${command.words ?? ''}`)
      return parts.every((part) => text.includes(part))
    })
    return [...local.slice(0, wanted ? 8 : 12), ...remote]
  }, [commands, remote, wanted])

  const choose = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.onChoose()
  }

  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      const next = (at + step + found.length) % found.length
      setAt(next)
      list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(found[at])
    }
  }

  const groups = [...new Set(found.map((command) => command.group))]

  return (
    <>
      <div className="relative flex items-center gap-3 border-b border-line px-4">
        <Icon
          icon={loading ? LoaderCircle : Search}
          className={cx('text-ink-3', loading && 'animate-[spin_900ms_linear_infinite]')}
        />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
          autoFocus
          role="combobox"
          aria-label={t('ui.palette.title')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          dir={typed === '' ? undefined : 'auto'}
          value={typed}
          placeholder={t('ui.palette.placeholder')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={keys}
          className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none align-with-page"
        />
        <button type="button" onClick={onClose} className="rounded-sm border border-line-2 px-1.5 text-2xs text-ink-3">
          Esc
        </button>
      </div>
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={t('ui.palette.results')}
        className="min-h-0 flex-1 overflow-y-auto p-1.5"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs text-ink-3">
              {group}
            </p>
            {found.map((command, place) =>
              command.group !== group ? null : (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the field, which keeps the focus
                <div
                  key={command.id}
                  id={`${id}-${place}`}
                  data-at={place}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === at}
                  onClick={() => choose(command)}
                  onPointerMove={() => setAt(place)}
                  className={cx(
                    'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 phone:min-h-11',
                    place === at && 'bg-accent-soft text-accent-text',
                  )}
                >
                  <Icon icon={command.icon} className={place === at ? '' : 'text-ink-3'} />
                  <span className="min-w-0 flex-1 truncate">
                    {/* The space keeps the last letter of one from joining the first of the other. */}
                    {command.label}{' '}
                    {command.hint && (
                      <span className={cx('ms-2 text-xs', place === at ? 'text-accent-text' : 'text-ink-3')}>
                        {command.hint}
                      </span>
                    )}
                  </span>
                  {place === at && <Icon icon={CornerDownLeft} size={14} />}
                </div>
              ),
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="px-4 pb-6 text-center text-sm text-ink-3">{loading ? t('ui.searching') : t('ui.nothingFound')}</p>
      )}
    </>
  )
}
