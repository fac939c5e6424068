import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { type ApiProblem, sentenceFor } from './api-problem.ts'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'green' | 'red'
  readonly action?: { readonly label: string; readonly onPress: () => void }
  readonly reference?: string | undefined
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

function show(toast: Omit<Toast, 'id'>, stays: boolean): void {
  const id = ++lastId
  set([...toasts.slice(-2), { ...toast, id }])
  if (!stays) setTimeout(() => dismiss(id), toast.action ? 10_000 : 5_000)
}

/** Says that something was done, and leaves by itself. */
export function notifyDone(text: string, action?: Toast['action']): void {
  show({ text, tone: 'green', ...(action && { action }) }, false)
}

/** Says what went wrong where no field or page can say it; stays until it is closed. */
export function notifyProblem(problem: ApiProblem): void {
  show({ text: sentenceFor(problem.code, problem.params), tone: 'red', reference: problem.reference }, true)
}

/** Where these messages appear: once, in the shell. */
export function ToastRegion() {
  const { t } = useText()
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <section
      aria-label={t('ui.notices')}
      aria-live="polite"
      data-print="no"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-(--z-toast) flex flex-col items-center gap-2 p-4 phone:pb-24"
    >
      {shown.map((toast) => (
        <div
          key={toast.id}
          className="appear pointer-events-auto flex w-full max-w-md items-start gap-2.5 rounded-lg border border-line-2 bg-surface py-2.5 ps-3.5 pe-2 text-sm shadow-pop"
        >
          <Icon
            icon={toast.tone === 'red' ? CircleAlert : CircleCheck}
            className={cx('mt-1', toast.tone === 'red' ? 'text-red-text' : 'text-green-text')}
          />
          <p className="min-w-0 flex-1 pt-px">
            {toast.text}
            {toast.reference && (
              <span className="block text-xs text-ink-3">
                {t('ui.reference')} <bdi dir="ltr">{toast.reference}</bdi>
              </span>
            )}
          </p>
          {toast.action && (
            <button
              type="button"
              className="rounded-sm px-1.5 font-medium text-accent-text hover:underline"
              onClick={() => {
                toast.action?.onPress()
                dismiss(toast.id)
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton icon={X} size="sm" label={t('ui.close')} onPress={() => dismiss(toast.id)} />
        </div>
      ))}
    </section>
  )
}
