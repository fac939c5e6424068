import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { useText } from './i18n.ts'

export type ConfirmDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly title: string
  /** What will happen and whether it can be undone. */
  readonly children?: ReactNode
  /** A verbal noun: what the button does. */
  readonly confirm: string
  readonly danger?: boolean
  readonly pending?: boolean
  /** Why it cannot be confirmed yet. */
  readonly reason?: string
}

export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  confirm,
  danger,
  pending,
  reason,
}: ConfirmDialogProps) {
  const { t } = useText()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      size="sm"
      alert
      actions={
        <>
          <Button look={danger ? 'danger' : 'primary'} onPress={onConfirm} pending={pending ?? false} reason={reason}>
            {confirm}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <div className="text-ink-2">{children}</div>
    </Dialog>
  )
}
