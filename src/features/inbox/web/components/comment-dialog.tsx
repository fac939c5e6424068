import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'

type CommentDialogProps = {
  readonly title: string
  readonly confirm: string
  readonly pending: boolean
  readonly onClose: () => void
  readonly onSend: (comment: string) => void
}

/** The note that a return needs. */
export function CommentDialog({ title, confirm, pending, onClose, onSend }: CommentDialogProps) {
  const { t } = useText()
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const missing = comment.trim().length < 3
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="sm"
      actions={
        <>
          <Button
            look="primary"
            pending={pending}
            onPress={() => {
              setTried(true)
              if (!missing) onSend(comment)
            }}
          >
            {confirm}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('inbox.comment')}
        hint={t('inbox.commentHint')}
        value={comment}
        onChange={setComment}
        rows={4}
        maxLength={4000}
        error={tried && missing ? t('errors.inbox.needs_comment') : undefined}
      />
    </Dialog>
  )
}
