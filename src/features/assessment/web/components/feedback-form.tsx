import { Send } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type FeedbackNote, keys } from '../api.ts'

type Kind = FeedbackNote['kind']

type FeedbackFormProps = {
  readonly employee: { readonly id: string; readonly name: { readonly ar: string; readonly en: string } }
  /** An interim note that is owed for a document. */
  readonly documentId?: string | undefined
}

/** A word to one of my people at any time: praise or advice, never a score (D-19). */
export function FeedbackForm({ employee, documentId }: FeedbackFormProps) {
  const { t, pick } = useText()
  const [kind, setKind] = useState<Kind>(documentId ? 'interim' : 'praise')
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const missing = body.trim().length < 3
  const name = pick(employee.name)
  const send = useApiMutation({
    send: () =>
      api('POST /api/assessment/feedback', {
        body: {
          employeeId: employee.id,
          kind,
          body: body.trim(),
          ...(kind === 'interim' && documentId && { documentId }),
        },
      }),
    refresh: [keys.feedback, ['me'], ['inbox']],
    onDone: () => {
      setBody('')
      setTried(false)
      notifyDone(t('assessment.feedback.sent', { name }))
    },
  })
  return (
    <Form
      problem={send.error}
      label={t('assessment.feedback.writeTo', { name })}
      onSubmit={() => {
        setTried(true)
        if (!missing) send.mutate()
      }}
    >
      <RadioGroup<Kind>
        inline
        label={t('assessment.feedback.kind')}
        value={kind}
        onChange={setKind}
        options={(documentId ? (['interim', 'praise', 'advice'] as const) : (['praise', 'advice'] as const)).map(
          (value) => ({
            value,
            label: t(`assessment.feedback.kinds.${value}`),
          }),
        )}
      />
      <TextArea
        name="body"
        label={t('assessment.feedback.body')}
        hint={t('assessment.feedback.hint')}
        required
        rows={3}
        maxLength={4000}
        value={body}
        onChange={setBody}
        error={tried && missing ? t('assessment.noteNeeded') : undefined}
      />
      <div>
        <Button look="primary" icon={Send} mirrorIcon type="submit" pending={send.isPending}>
          {t('assessment.feedback.send')}
        </Button>
      </div>
    </Form>
  )
}
