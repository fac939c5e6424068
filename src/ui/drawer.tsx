import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import { overlayClass } from './dialog.tsx'
import { useText } from './i18n.ts'
import { IconButton } from './icon-button.tsx'

export type DrawerProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The edge it comes from. */
  readonly side?: 'start' | 'end'
  readonly actions?: ReactNode
  readonly hideTitle?: boolean
}

/** A panel over the edge of the page, for details beside a list and for the menu on a phone. */
export function Drawer({ open, onClose, title, children, side = 'end', actions, hideTitle }: DrawerProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className={cx(overlayClass, 'flex', side === 'end' ? 'justify-end' : 'justify-start')}
    >
      <Modal className="appear flex h-dvh w-[min(26rem,88vw)] flex-col bg-surface text-ink shadow-pop outline-none">
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header
            className={cx('flex items-center justify-between gap-4 px-5 py-3', !hideTitle && 'border-b border-line')}
          >
            <Heading slot="title" className={cx('text-lg font-semibold', hideTitle && 'sr-only')}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('ui.close')} size="sm" onPress={onClose} className="-me-1.5 ms-auto" />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {actions && <footer className="flex flex-wrap gap-2 border-t border-line px-5 py-3">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
