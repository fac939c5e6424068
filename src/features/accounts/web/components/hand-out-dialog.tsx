import { Copy } from 'lucide-react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { type Account, api } from '../api.ts'

type HandOutDialogProps = { readonly account: Account; readonly onClose: () => void }

/** Makes a code for somebody without a phone and shows it this once (H13). */
export function HandOutDialog({ account, onClose }: HandOutDialogProps) {
  const { t, pick } = useText()
  const make = useApiMutation({
    send: () => api('PUT /api/accounts/:employeeId/code', { params: { employeeId: account.employeeId } }),
    refresh: [['accounts', 'list']],
  })
  const made = make.data
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('accounts.manage.handOutTitle', { name: pick(account.name) })}
      size="sm"
      persistent={made !== undefined}
      actions={
        made ? (
          <>
            <Button
              look="primary"
              icon={Copy}
              onPress={() =>
                void navigator.clipboard.writeText(made.code).then(() => notifyDone(t('accounts.manage.copied')))
              }
            >
              {t('accounts.manage.copy')}
            </Button>
            <Button onPress={onClose}>{t('ui.close')}</Button>
          </>
        ) : (
          <>
            <Button look="primary" onPress={() => make.mutate()} pending={make.isPending}>
              {t('accounts.manage.handOutConfirm')}
            </Button>
            <Button look="ghost" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        )
      }
    >
      {make.error && <ErrorSummary title={sentenceFor(make.error.code, make.error.params)} items={[]} />}
      {made ? (
        <div aria-live="polite" className="flex flex-col gap-2">
          <p className="rounded-md border border-line-2 bg-surface-2 py-4 text-center text-2xl font-semibold tabular-nums">
            <bdi dir="ltr">{made.code}</bdi>
          </p>
          <p className="text-sm text-ink-2">{t('accounts.manage.codeShown')}</p>
          <p className="text-xs text-ink-3">
            {t('accounts.manage.codeUntil', { when: '' })}
            <DateTimeText at={made.expiresAt} />
          </p>
        </div>
      ) : (
        <p className="text-ink-2">{t('accounts.manage.handOutBody')}</p>
      )}
    </Dialog>
  )
}
