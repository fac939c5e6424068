import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, type Correction, type Line } from '../api.ts'
import { useChange } from './use-change.ts'

type ReservationDialogProps = {
  readonly view: AssessmentView
  readonly line: Line
  readonly correction: Correction
  readonly onClose: () => void
}

/** The employee does not agree with a correction and says why; the higher official reads it. */
export function ReservationDialog({ view, line, correction, onClose }: ReservationDialogProps) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const change = useChange(view)
  const missing = note.trim().length < 3
  const reserve = () => {
    setTried(true)
    if (missing) return
    change.make(
      (version) =>
        api('POST /api/assessments/:documentId/corrections/:correctionId/answer', {
          params: { documentId: view.documentId, correctionId: correction.id },
          body: { answer: 'reserved', note: note.trim() },
          version,
        }),
      () => {
        notifyDone(t('assessment.correction.done.reserved'))
        onClose()
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.correction.reserveTitle')}
      actions={
        <>
          <Button look="primary" type="submit" form="reservation" pending={change.pending}>
            {t('assessment.correction.reserve')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="reservation" problem={change.problem} onSubmit={reserve}>
        <p className="text-ink-2">
          <bdi>{line.statement}</bdi>
        </p>
        <p className="text-ink-2">{t('assessment.correction.reserveBody')}</p>
        <TextArea
          name="note"
          label={t('assessment.correction.reserveNote')}
          required
          autoFocus
          rows={4}
          maxLength={4000}
          value={note}
          onChange={setNote}
          error={tried && missing ? t('assessment.noteNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
