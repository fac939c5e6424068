import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { Person } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'

type OpenCaseDialogProps = { readonly year: number; readonly employee: Person; readonly onClose: () => void }

/** Lays a person's rank before the committee, with the question. */
export function OpenCaseDialog({ year, employee, onClose }: OpenCaseDialogProps) {
  const { t, pick } = useText()
  const [question, setQuestion] = useState('')
  const [tried, setTried] = useState(false)
  const short = question.trim().length < 10
  const send = useApiMutation({
    send: () =>
      api('POST /api/calibration/:year/cases', {
        params: { year },
        body: { employeeId: employee.id, question: question.trim() },
      }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('calibration.case.opened'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calibration.case.openTitle', { name: pick(employee.name) })}
      actions={
        <>
          <Button look="primary" type="submit" form="open-case" pending={send.isPending}>
            {t('calibration.case.open')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="open-case"
        problem={send.error}
        onSubmit={() => {
          setTried(true)
          if (!short) send.mutate()
        }}
      >
        <TextArea
          name="question"
          label={t('calibration.case.openQuestion')}
          hint={t('calibration.case.openHint')}
          required
          autoFocus
          maxLength={4000}
          value={question}
          onChange={setQuestion}
          error={tried && short ? t('calibration.case.questionShort') : undefined}
        />
      </Form>
    </Dialog>
  )
}
