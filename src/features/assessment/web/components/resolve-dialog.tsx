import { useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { Difficulty } from '../api.ts'

type ResolveDialogProps = {
  readonly difficulty: Difficulty
  readonly pending: boolean
  readonly problem: ApiProblem | null
  readonly onClose: () => void
  readonly onSave: (resolution: string) => void
}

/** How a difficulty was overcome: it is then not carried into the next cycle. */
export function ResolveDialog({ difficulty, pending, problem, onClose, onSave }: ResolveDialogProps) {
  const { t } = useText()
  const [resolution, setResolution] = useState('')
  const [tried, setTried] = useState(false)
  const missing = resolution.trim().length < 3
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.difficulties.resolve')}
      actions={
        <>
          <Button look="primary" type="submit" form="resolution" pending={pending}>
            {t('assessment.difficulties.resolve')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="resolution"
        problem={problem}
        onSubmit={() => {
          setTried(true)
          if (!missing) onSave(resolution.trim())
        }}
      >
        <p className="text-ink-2">
          <bdi>{difficulty.body}</bdi>
        </p>
        <TextArea
          name="resolution"
          label={t('assessment.difficulties.resolution')}
          required
          autoFocus
          rows={3}
          maxLength={2000}
          value={resolution}
          onChange={setResolution}
          error={tried && missing ? t('assessment.noteNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
