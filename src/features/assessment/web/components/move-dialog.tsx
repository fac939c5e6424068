import { useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { AssessmentView } from '../../schema.ts'
import { type AskedMove, wordsOf } from './use-move.ts'

type MoveDialogProps = {
  readonly view: AssessmentView
  readonly move: AskedMove
  readonly pending: boolean
  readonly problem: ApiProblem | null
  readonly onClose: () => void
  readonly onConfirm: (made: { note: string; acceptRemaining: boolean }) => void
}

/** What a move will do, the words that go with it, and the move itself. */
export function MoveDialog({ view, move, pending, problem, onClose, onConfirm }: MoveDialogProps) {
  const { t, pick } = useText()
  const [note, setNote] = useState('')
  const [acceptRemaining, setAcceptRemaining] = useState(false)
  const [tried, setTried] = useState(false)
  const words = wordsOf(move)
  const length = note.trim().length
  const missing = words === 'optional' ? length > 0 && length < 3 : words !== 'none' && length < 3
  const left = move === 'approve' ? unreviewed(view) : 0
  const notAccepted = left > 0 && !acceptRemaining
  const params = { name: pick(view.employee.name), next: nextReader(view, pick) }
  const confirm = () => {
    setTried(true)
    if (!missing && !notAccepted) onConfirm({ note, acceptRemaining: left > 0 })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`assessment.dialogs.${move}.title`, params)}
      actions={
        <>
          <Button look="primary" type="submit" form="move" pending={pending}>
            {t(`assessment.moves.${move}`)}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="move" onSubmit={confirm} problem={problem}>
        <p className="text-ink-2">{t(`assessment.dialogs.${move}.body`, params)}</p>
        {left > 0 && (
          <Checkbox
            label={t('assessment.dialogs.approve.acceptRemaining', { count: left })}
            checked={acceptRemaining}
            onChange={setAcceptRemaining}
            {...(tried && notAccepted && { error: t('assessment.dialogs.approve.acceptNeeded') })}
          />
        )}
        {words !== 'none' && (
          <TextArea
            name="note"
            label={t(
              words === 'optional'
                ? 'assessment.dialogs.optionalNote'
                : words === 'note'
                  ? 'assessment.dialogs.note'
                  : 'assessment.dialogs.reason',
            )}
            required={words !== 'optional'}
            autoFocus
            rows={4}
            maxLength={4000}
            value={note}
            onChange={setNote}
            error={tried && missing ? t('assessment.noteNeeded') : undefined}
          />
        )}
      </Form>
    </Dialog>
  )
}

/** Lines that are neither accepted nor corrected. */
export function unreviewed({ objectives }: Pick<AssessmentView, 'objectives'>): number {
  return objectives
    .flatMap((objective) => objective.lines)
    .filter((line) => !line.accepted && line.corrections.every(({ endedAt }) => endedAt !== null)).length
}

function nextReader(view: AssessmentView, pick: ReturnType<typeof useText>['pick']): string {
  const reader = view.recordedBy ? view.higherOfficial : (view.supervisor ?? view.higherOfficial)
  return reader ? pick(reader.name) : '—'
}
