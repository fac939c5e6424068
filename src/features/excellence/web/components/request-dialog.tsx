import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, shownElsewhere } from '../api.ts'

/** The employee's own request, in own words. */
export function RequestDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { t } = useText()
  const [request, setRequest] = useState('')
  const send = useApiMutation({
    send: () => api('POST /api/excellence/requests', { body: { year, request } }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('excellence.mine.sent'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('excellence.mine.askTitle', { year })}
      actions={
        <>
          <Button
            look="primary"
            type="submit"
            form="request"
            pending={send.isPending}
            disabled={request.trim().length < 10}
          >
            {t('excellence.mine.send')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="request" problem={send.error} onSubmit={() => send.mutate(undefined)}>
        <TextArea
          label={t('excellence.mine.askWords')}
          hint={t('excellence.mine.askHint')}
          name="request"
          rows={5}
          maxLength={4000}
          value={request}
          onChange={setRequest}
        />
      </Form>
    </Dialog>
  )
}
