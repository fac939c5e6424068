import { useState } from 'react'
import { formatNumber } from '../../../../shared/locale.ts'
import { reasonsFor } from '../../../../shared/reasons.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, type Line } from '../api.ts'
import { ActualField } from './actual-field.tsx'
import { useActualText } from './actual-value.tsx'
import { computed, problemInActual } from './computed.ts'
import { LevelPill } from './level-pill.tsx'
import { percentText, pointsText } from './measured-text.ts'
import { useChange } from './use-change.ts'
import { useReason } from './use-reason.ts'

type CorrectDialogProps = { readonly view: AssessmentView; readonly line: Line; readonly onClose: () => void }

/** Another actual value in place of the recorded one, what it changes, and why: the employee reads every word. */
export function CorrectDialog({ view, line, onClose }: CorrectDialogProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const reasonOf = useReason()
  const textOf = useActualText()
  const [typed, setTyped] = useState('')
  const [notDelivered, setNotDelivered] = useState(false)
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [reasonText, setReasonText] = useState('')
  const [tried, setTried] = useState(false)
  const change = useChange(view)
  const year = view.cycle.year
  const actual = notDelivered ? null : typed
  const wrong = actual === null ? null : actual === '' ? 'assessment.value_needed' : problemInActual(line, actual)
  const after = wrong ? null : computed(line, actual, view)
  const missingText = reasonText.trim().length < 3
  const save = () => {
    setTried(true)
    if (wrong || reasonCode === null || missingText) return
    change.make(
      (version) =>
        api('POST /api/assessments/:documentId/corrections', {
          params: { documentId: view.documentId },
          body: { keyResultId: line.keyResultId, actual, reasonCode, reasonText: reasonText.trim() },
          version,
        }),
      () => {
        notifyDone(t('assessment.correction.done.corrected'))
        onClose()
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.correction.make')}
      actions={
        <>
          <Button look="primary" type="submit" form="correction" pending={change.pending}>
            {t('assessment.correction.make')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="correction" problem={change.problem} onSubmit={save}>
        <p className="text-ink-2">
          <bdi>{line.statement}</bdi>
        </p>
        <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
          <div className="flex flex-col gap-1.5">
            <ActualField
              size="md"
              className=""
              label={t('assessment.correction.value')}
              dataType={line.dataType}
              year={year}
              value={typed}
              disabled={notDelivered}
              name="actual"
              error={
                tried && wrong
                  ? wrong === 'assessment.value_needed'
                    ? t('assessment.correction.valueNeeded')
                    : sentenceFor(wrong)
                  : undefined
              }
              onChange={setTyped}
            />
            <Checkbox label={t('assessment.notDelivered')} checked={notDelivered} onChange={setNotDelivered} />
          </div>
          <dl className="grid grid-cols-[auto_1fr_1fr] items-baseline gap-x-4 gap-y-1 self-start rounded-md bg-surface-2 px-3 py-2 text-sm">
            <dt />
            <dd className="text-xs text-ink-3">{t('assessment.correction.recorded')}</dd>
            <dd className="text-xs text-ink-3">{t('assessment.correction.after')}</dd>
            <dt className="text-ink-3">{t('assessment.actual')}</dt>
            <dd>
              <bdi>{textOf({ dataType: line.dataType, value: line.claimed, year })}</bdi>
            </dd>
            <dd className="font-semibold">
              <bdi>{after ? textOf({ dataType: line.dataType, value: actual, year }) : '—'}</bdi>
            </dd>
            <dt className="text-ink-3">{t('assessment.achievement')}</dt>
            <dd>
              <bdi>{percentText(line.achievement, reader)}</bdi>
            </dd>
            <dd className="font-semibold">
              <bdi>{after ? percentText(after.achievement, reader) : '—'}</bdi>
            </dd>
            <dt className="text-ink-3">{t('assessment.scoreOf', { weight: formatNumber(line.weight, reader) })}</dt>
            <dd>
              <bdi>{pointsText(line.score, reader)}</bdi>
            </dd>
            <dd className="font-semibold">
              <bdi>{after ? pointsText(after.score, reader) : '—'}</bdi>
            </dd>
            <dt className="text-ink-3">{t('assessment.level')}</dt>
            <dd>
              <LevelPill level={line.level} />
            </dd>
            <dd>{after ? <LevelPill level={after.level} /> : '—'}</dd>
          </dl>
        </div>
        <Select
          name="reasonCode"
          label={t('assessment.correction.reason')}
          required
          placeholder={t('ui.choose')}
          value={reasonCode}
          onChange={setReasonCode}
          options={reasonsFor('actual_correction').map(({ code }) => ({
            value: code,
            label: reasonOf(code),
            hint: code,
          }))}
          error={tried && reasonCode === null ? t('assessment.correction.reasonNeeded') : undefined}
        />
        <TextArea
          name="reasonText"
          label={t('assessment.correction.reasonText')}
          hint={t('assessment.correction.reasonHint')}
          required
          rows={3}
          maxLength={4000}
          value={reasonText}
          onChange={setReasonText}
          error={tried && missingText ? t('assessment.noteNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
