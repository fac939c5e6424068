import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { CaseView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { allows } from './may.ts'

/** Takes back a case that a member or an official opened, with the reason. */
export function WithdrawCase({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }) {
  const { t, pick } = useText()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 3
  const send = useApiMutation({
    send: () =>
      api('POST /api/calibration/cases/:id/withdraw', {
        params: { id: view.id },
        body: { reason: reason.trim() },
        version: view.version,
      }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('calibration.case.withdrawn'))
      onDone()
    },
  })
  if (!allows(view.can, 'withdraw')) return null
  return (
    <div className="border-t border-line pt-3">
      <Button size="sm" look="ghost" onPress={() => setAsking(true)}>
        {t('calibration.case.withdraw')}
      </Button>
      <Dialog
        open={asking}
        size="sm"
        onClose={() => setAsking(false)}
        title={t('calibration.case.withdrawTitle', { name: pick(view.employee.name) })}
        actions={
          <>
            <Button look="danger" type="submit" form="withdraw-case" pending={send.isPending}>
              {t('calibration.case.withdraw')}
            </Button>
            <Button look="ghost" onPress={() => setAsking(false)}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Form
          id="withdraw-case"
          problem={send.error}
          onSubmit={() => {
            setTried(true)
            if (!short) send.mutate()
          }}
        >
          <TextArea
            name="reason"
            label={t('calibration.case.withdrawReason')}
            required
            autoFocus
            maxLength={4000}
            value={reason}
            onChange={setReason}
            error={tried && short ? t('calibration.case.reasonNeeded') : undefined}
          />
        </Form>
      </Dialog>
    </div>
  )
}
