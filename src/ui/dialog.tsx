import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { IconButton } from './icon-button.tsx'

export type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the main one first. */
  readonly actions?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  readonly alert?: boolean
  /** Stays until it is answered. */
  readonly persistent?: boolean
}

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-4xl' } as const
export const overlayClass = 'fixed inset-0 z-(--z-dialog) bg-[rgb(20_18_15/0.4)] print:hidden'

/** A question over the page; on a phone it rises from the bottom edge. */
export function Dialog({ open, onClose, title, children, actions, size = 'md', alert, persistent }: DialogProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!persistent && !alert}
      isKeyboardDismissDisabled={persistent ?? false}
      className={cx(overlayClass, 'flex items-end justify-center sm:items-center sm:p-6')}
    >
      <Modal
        className={cx(
          'appear flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-lg bg-surface text-ink shadow-pop outline-none sm:rounded-lg',
          widths[size],
        )}
      >
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-1">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            {!persistent && (
              <IconButton icon={X} label={t('ui.close')} size="sm" onPress={onClose} className="-me-1.5" />
            )}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-3">{children}</div>
          {actions && (
            <footer className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3 phone:flex-col phone:*:w-full phone:[&_button]:w-full">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
