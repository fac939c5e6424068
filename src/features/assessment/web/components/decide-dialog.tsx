import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { cycleName } from '../../../performance/web/public.tsx'
import { api, keys, type QueueItem, shownElsewhere } from '../api.ts'

type Decision = 'excluded' | 'zero'

/** What a cycle without a result counts for somebody: left out, or zero, with the reason that they read (H9). */
export function DecideDialog({ item, onClose }: { readonly item: QueueItem; readonly onClose: () => void }) {
  const text = useText()
  const { t, pick } = text
  const [decision, setDecision] = useState<Decision>('excluded')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim().length < 3
  const name = pick(item.employee.name)
  const { decideZero } = item.can
  const decide = useApiMutation({
    send: () =>
      api('POST /api/assessment/results/:cycleId/:employeeId/decision', {
        params: { cycleId: item.cycle.id, employeeId: item.employee.id },
        body: { decision, reason: reason.trim() },
        version: item.version,
      }),
    refresh: [...shownElsewhere, keys.all],
    onDone: () => {
      notifyDone(t(`assessment.decide.done.${decision}`, { name }))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.decide.title', { name })}
      actions={
        <>
          <Button look="primary" type="submit" form="decision" pending={decide.isPending}>
            {t('assessment.decide.act')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="decision"
        problem={decide.error}
        onSubmit={() => {
          setTried(true)
          if (!missing) decide.mutate()
        }}
      >
        <DescriptionList
          facts={[
            { term: t('assessment.mine.columns.cycle'), value: cycleName(text, item.cycle) },
            ...(item.cause
              ? [{ term: t('assessment.cycleResult.cause'), value: t(`assessment.causes.${item.cause}`) }]
              : []),
            ...(item.coveredDays !== null && item.cycleDays !== null
              ? [
                  {
                    term: t('assessment.cycleResult.coverage'),
                    value: t('assessment.queue.coverage', { covered: item.coveredDays, cycle: item.cycleDays }),
                  },
                ]
              : []),
          ]}
        />
        <RadioGroup<Decision>
          label={t('assessment.decide.decision')}
          value={decision}
          onChange={setDecision}
          options={[
            {
              value: 'excluded',
              label: t('assessment.decide.excluded'),
              hint: t('assessment.decide.excludedHint'),
            },
            {
              value: 'zero',
              label: t('assessment.decide.zero'),
              hint: decideZero && !decideZero.allowed ? sentenceFor(decideZero.why) : t('assessment.decide.zeroHint'),
              disabled: decideZero?.allowed !== true,
            },
          ]}
        />
        <TextArea
          name="reason"
          label={t('assessment.dialogs.reason')}
          hint={t('assessment.decide.reasonHint')}
          required
          rows={3}
          maxLength={4000}
          value={reason}
          onChange={setReason}
          error={tried && missing ? t('assessment.noteNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
