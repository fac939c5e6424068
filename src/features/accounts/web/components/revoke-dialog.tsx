import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type Grant } from '../api.ts'

type RevokeDialogProps = { readonly grant: Grant; readonly name: string; readonly onClose: () => void }

/** Takes a role back, with the reason that stays in the record. */
export function RevokeDialog({ grant, name, onClose }: RevokeDialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim().length < 3
  const revoke = useApiMutation({
    send: () => api('POST /api/role-grants/:id/revoke', { params: { id: grant.id }, body: { reason } }),
    refresh: [['accounts', 'grants'], ['me']],
    onDone: () => {
      notifyDone(t('accounts.roles.revoked'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('accounts.roles.revokeTitle')}
      size="sm"
      actions={
        <>
          <Button look="danger" type="submit" form="revoke-role" pending={revoke.isPending}>
            {t('accounts.roles.revoke')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">
        {t('accounts.roles.revokeBody', { name, role: t(`accounts.roles.names.${grant.role}`) })}
      </p>
      <Form
        id="revoke-role"
        onSubmit={() => {
          setTried(true)
          if (!missing) revoke.mutate()
        }}
        problem={revoke.error}
        label={t('accounts.roles.revokeTitle')}
      >
        <TextArea
          label={t('accounts.roles.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={1000}
          error={tried && missing ? t('accounts.signIn.required') : undefined}
        />
      </Form>
    </Dialog>
  )
}
