import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, type Correction, type Line } from '../api.ts'
import { useActualText } from './actual-value.tsx'
import { useChange } from './use-change.ts'

type RulingDialogProps = {
  readonly view: AssessmentView
  readonly line: Line
  readonly correction: Correction
  readonly onClose: () => void
}

type Ruling = 'confirmed' | 'returned'

/** The higher official's word on a reservation: the correction holds, or goes back once (AMB-27). */
export function RulingDialog({ view, line, correction, onClose }: RulingDialogProps) {
  const { t, pick } = useText()
  const textOf = useActualText()
  const [ruling, setRuling] = useState<Ruling>('confirmed')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const change = useChange(view)
  const missing = note.trim().length < 3
  const { returnOnce } = correction.can
  const shown = (value: string | null) => textOf({ dataType: line.dataType, value, year: view.cycle.year })
  const rule = () => {
    setTried(true)
    if (missing) return
    change.make(
      (version) =>
        api('POST /api/assessments/:documentId/corrections/:correctionId/ruling', {
          params: { documentId: view.documentId, correctionId: correction.id },
          body: { ruling, note: note.trim() },
          version,
        }),
      () => {
        notifyDone(t(`assessment.correction.done.${ruling}`))
        onClose()
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.correction.ruleTitle')}
      actions={
        <>
          <Button look="primary" type="submit" form="ruling" pending={change.pending}>
            {t(`assessment.correction.rulings.${ruling}`)}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="ruling" problem={change.problem} onSubmit={rule}>
        <div className="text-sm text-ink-2">
          <p className="font-medium text-ink">
            <bdi>{line.statement}</bdi>
          </p>
          <p>{t('assessment.correction.values', { from: shown(correction.from), to: shown(correction.to) })}</p>
          <p>
            {pick(view.employee.name)}: <bdi>{correction.answerNote}</bdi>
          </p>
        </div>
        <RadioGroup<Ruling>
          label={t('assessment.correction.ruling')}
          value={ruling}
          onChange={setRuling}
          options={[
            {
              value: 'confirmed',
              label: t('assessment.correction.rulings.confirmed'),
              hint: t('assessment.correction.rulingHints.confirmed'),
            },
            {
              value: 'returned',
              label: t('assessment.correction.rulings.returned'),
              hint:
                returnOnce && !returnOnce.allowed
                  ? sentenceFor(returnOnce.why)
                  : t('assessment.correction.rulingHints.returned'),
              disabled: returnOnce?.allowed !== true,
            },
          ]}
        />
        <TextArea
          name="note"
          label={t('assessment.correction.rulingNote')}
          required
          rows={3}
          maxLength={4000}
          value={note}
          onChange={setNote}
          error={tried && missing ? t('assessment.noteNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
