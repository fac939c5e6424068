import { useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { DocumentView } from '../../schema.ts'
import { type RecordMove, wordsOf } from './use-move.ts'

type MoveDialogProps = {
  readonly view: DocumentView
  readonly move: RecordMove
  readonly note: string
  readonly onNote: (note: string) => void
  readonly pending: boolean
  readonly problem: ApiProblem | null
  readonly onClose: () => void
  readonly onConfirm: () => void
}

const danger: readonly RecordMove[] = ['cancelAmendment']

/** What a move will do, the words that go with it, and the move itself. */
export function MoveDialog({ view, move, note, onNote, pending, problem, onClose, onConfirm }: MoveDialogProps) {
  const { t, pick } = useText()
  const [tried, setTried] = useState(false)
  const words = wordsOf(move)
  const missing = (words === 'note' || words === 'reason') && note.trim().length < 3
  const short = words === 'optional' && note.trim() !== '' && note.trim().length < 3
  const params = { name: pick(view.employee.name), number: view.submissionCount }
  const confirm = () => {
    setTried(true)
    if (!missing && !short) onConfirm()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`performance.dialogs.${move}.title`, params)}
      actions={
        <>
          <Button look={danger.includes(move) ? 'danger' : 'primary'} type="submit" form="move" pending={pending}>
            {t(`performance.moves.${move}`)}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="move" onSubmit={confirm} problem={problem}>
        <p className="text-ink-2">{t(`performance.dialogs.${move}.body`, params)}</p>
        {move === 'sendBack' && view.nextReturnTellsHigherOfficial && (
          <Banner tone="amber">{t('performance.dialogs.sendBack.second')}</Banner>
        )}
        {words !== 'none' && (
          <TextArea
            name="note"
            label={t(
              words === 'optional'
                ? 'performance.dialogs.optionalNote'
                : words === 'note'
                  ? 'performance.dialogs.note'
                  : 'performance.dialogs.reason',
            )}
            required={words !== 'optional'}
            autoFocus
            rows={4}
            maxLength={4000}
            value={note}
            onChange={onNote}
            error={tried && (missing || short) ? t('performance.dialogs.noteNeeded') : undefined}
          />
        )}
      </Form>
    </Dialog>
  )
}
