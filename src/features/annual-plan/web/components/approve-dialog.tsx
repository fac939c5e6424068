import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { ManagedVersion } from '../../schema.ts'
import { api, keys } from '../api.ts'

/** Records an approval that was given on paper. */
export function ApproveDialog({
  version,
  onClose,
}: {
  readonly version: ManagedVersion
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [approvedOn, setApprovedOn] = useState<string | null>(null)
  const [reference, setReference] = useState('')
  const title = t('annualPlan.versions.approveTitle', { number: version.number })
  const approve = useApiMutation({
    send: () =>
      api('POST /api/plan/versions/:id/approve', {
        params: { id: version.id },
        body: { approvedOn: approvedOn ?? '', reference },
        version: version.version,
      }),
    refresh: [keys.all],
    onDone: () => {
      notifyDone(t('annualPlan.versions.approvedDone'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="primary" type="submit" form="approve-plan" pending={approve.isPending}>
            {t('annualPlan.versions.approve')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="approve-plan" label={title} onSubmit={() => approve.mutate()} problem={approve.error}>
        <p className="text-sm text-ink-2">{t('annualPlan.versions.approveBody')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField
            label={t('annualPlan.versions.approvedOn')}
            name="approvedOn"
            value={approvedOn}
            onChange={setApprovedOn}
            required
          />
          <TextField
            label={t('annualPlan.versions.reference')}
            name="reference"
            value={reference}
            onChange={setReference}
            maxLength={200}
            required
          />
        </div>
      </Form>
    </Dialog>
  )
}
