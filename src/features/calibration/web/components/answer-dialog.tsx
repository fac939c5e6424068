import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, shownElsewhere } from '../api.ts'

type AnswerDialogProps = {
  readonly year: number
  readonly kind: 'fairness' | 'integrity'
  readonly id: string
  readonly version: number
  /** The finding or question in words. */
  readonly about: string
  readonly before: string
  readonly onClose: () => void
}

const shortest = { fairness: 10, integrity: 3 } as const

/** The committee's written answer to a finding, or what it learned about a question. */
export function AnswerDialog({ year, kind, id, version, about, before, onClose }: AnswerDialogProps) {
  const { t } = useText()
  const [answer, setAnswer] = useState(before)
  const [tried, setTried] = useState(false)
  const short = answer.trim().length < shortest[kind]
  const save = useApiMutation({
    send: () => {
      const given = { params: { year, id }, body: { answer: answer.trim() }, version }
      return kind === 'fairness'
        ? api('PUT /api/calibration/:year/fairness/:id/answer', given)
        : api('PUT /api/calibration/:year/integrity/:id/answer', given)
    },
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t(`calibration.${kind}.saved`))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`calibration.${kind}.answerTitle`)}
      actions={
        <>
          <Button look="primary" type="submit" form="answer" pending={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="answer"
        problem={save.error}
        onSubmit={() => {
          setTried(true)
          if (!short) save.mutate()
        }}
      >
        <p className="text-ink-2">{about}</p>
        <TextArea
          name="answer"
          label={t(`calibration.${kind}.answerField`)}
          {...(kind === 'fairness' && { hint: t('calibration.fairness.answerHint') })}
          required
          autoFocus
          rows={4}
          maxLength={4000}
          value={answer}
          onChange={setAnswer}
          error={tried && short ? t(`calibration.${kind}.answerShort`) : undefined}
        />
      </Form>
    </Dialog>
  )
}
