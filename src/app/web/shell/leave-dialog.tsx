import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useText } from '../../../ui/i18n.ts'

type LeaveDialogProps = { readonly onStay: () => void; readonly onLeave: () => void }

/** Asked before leaving what is not saved. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const { t } = useText()
  return (
    <Dialog
      open
      alert
      size="sm"
      onClose={onStay}
      title={t('ui.leave.title')}
      actions={
        <>
          <Button look="primary" onPress={onStay}>
            {t('ui.leave.stay')}
          </Button>
          <Button look="ghost" onPress={onLeave}>
            {t('ui.leave.leave')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('ui.leave.body')}</p>
    </Dialog>
  )
}
