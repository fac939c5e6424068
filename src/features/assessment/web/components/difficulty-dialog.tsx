import { useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type DifficultyKind, difficultyKinds } from '../../domain/difficulties.ts'
import type { AssessmentView } from '../../schema.ts'
import type { Difficulty } from '../api.ts'
import type { DifficultyDraft } from './use-difficulties.ts'

type DifficultyDialogProps = {
  readonly view: AssessmentView
  readonly difficulty: Difficulty | null
  readonly pending: boolean
  readonly problem: ApiProblem | null
  readonly onClose: () => void
  readonly onSave: (draft: DifficultyDraft) => void
}

/** One difficulty: its kind, what it was, and the key result that it held up. */
export function DifficultyDialog({ view, difficulty, pending, problem, onClose, onSave }: DifficultyDialogProps) {
  const { t } = useText()
  const [kind, setKind] = useState<DifficultyKind>(difficulty?.kind ?? 'workload')
  const [body, setBody] = useState(difficulty?.body ?? '')
  const [keyResultId, setKeyResultId] = useState(difficulty?.keyResultId ?? null)
  const [tried, setTried] = useState(false)
  const missing = body.trim().length < 3
  const lines = view.objectives.flatMap((objective, at) =>
    objective.lines.map((line, place) => ({ id: line.keyResultId, label: `${at + 1}.${place + 1} ${line.statement}` })),
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(difficulty ? 'assessment.difficulties.edit' : 'assessment.difficulties.add')}
      actions={
        <>
          <Button look="primary" type="submit" form="difficulty" pending={pending}>
            {t('ui.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="difficulty"
        problem={problem}
        onSubmit={() => {
          setTried(true)
          if (!missing) {
            onSave({
              ...(difficulty && { id: difficulty.id }),
              kind,
              body: body.trim(),
              keyResultId,
              resolution: difficulty?.resolution ?? null,
            })
          }
        }}
      >
        <Select<DifficultyKind>
          label={t('assessment.difficulties.kind')}
          value={kind}
          onChange={setKind}
          options={difficultyKinds.map((value) => ({ value, label: t(`assessment.difficulties.kinds.${value}`) }))}
        />
        <TextArea
          name="body"
          label={t('assessment.difficulties.body')}
          required
          autoFocus
          rows={3}
          maxLength={2000}
          value={body}
          onChange={setBody}
          error={tried && missing ? t('assessment.noteNeeded') : undefined}
        />
        <Select
          label={t('assessment.difficulties.line')}
          value={keyResultId ?? 'none'}
          onChange={(value) => setKeyResultId(value === 'none' ? null : value)}
          options={[
            { value: 'none', label: t('assessment.difficulties.anyLine') },
            ...lines.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      </Form>
    </Dialog>
  )
}
