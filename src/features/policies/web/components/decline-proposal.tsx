import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, keys } from '../api.ts'

/** Declining takes a reason, which the proposer reads. */
export function DeclineProposal({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const decline = useApiMutation({
    send: () => api('POST /api/policies/proposals/:id/decline', { params: { id }, body: { reason } }),
    refresh: [keys.all, ['inbox'], ['me']],
    onDone: () => {
      notifyDone(t('policies.proposals.declinedDone'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('policies.proposals.declineTitle')}
      actions={
        <>
          <Button look="danger" type="submit" form="decline" pending={decline.isPending}>
            {t('policies.proposals.decline')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="decline"
        label={t('policies.proposals.declineTitle')}
        onSubmit={() => decline.mutate()}
        problem={decline.error}
      >
        <TextArea
          label={t('policies.reason')}
          name="reason"
          hint={t('policies.proposals.declineHint')}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          rows={3}
          required
        />
      </Form>
    </Dialog>
  )
}
