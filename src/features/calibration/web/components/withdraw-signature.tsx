import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, shownElsewhere } from '../api.ts'

type WithdrawSignatureProps = { readonly year: number; readonly onClose: () => void }

export function WithdrawSignature({ year, onClose }: WithdrawSignatureProps) {
  const { t } = useText()
  const send = useApiMutation({
    send: () => api('DELETE /api/calibration/:year/signatures', { params: { year } }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('calibration.sign.withdrawn'))
      onClose()
    },
    onProblem: (problem) => {
      notifyProblem(problem)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      title={t('calibration.sign.withdraw')}
      confirm={t('calibration.sign.withdraw')}
      pending={send.isPending}
      onClose={onClose}
      onConfirm={() => send.mutate()}
    >
      {t('calibration.sign.withdrawBody')}
    </ConfirmDialog>
  )
}
