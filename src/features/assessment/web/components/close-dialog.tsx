import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { cycleName } from '../../../performance/web/public.tsx'
import { api, type Closing, keys, shownElsewhere } from '../api.ts'

/** Everyone gets what the cycle counts; with what is open only when that is said. */
export function CloseDialog({ view, onClose }: { readonly view: Closing; readonly onClose: () => void }) {
  const text = useText()
  const { t } = text
  const [withOpen, setWithOpen] = useState(false)
  const [tried, setTried] = useState(false)
  const open = openDocuments(view)
  const notSaid = open > 0 && !withOpen
  const close = useApiMutation({
    send: () =>
      api('POST /api/assessment/cycles/:id/close', {
        params: { id: view.cycle.id },
        body: { withOpen },
        version: view.cycle.version,
      }),
    refresh: [...shownElsewhere, keys.all],
    onDone: () => {
      notifyDone(t('assessment.closing.done'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assessment.closing.ask', { cycle: cycleName(text, view.cycle) })}
      actions={
        <>
          <Button look="primary" type="submit" form="close" pending={close.isPending}>
            {t('assessment.closing.close')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="close"
        problem={close.error}
        onSubmit={() => {
          setTried(true)
          if (!notSaid) close.mutate()
        }}
      >
        <p className="text-ink-2">{t('assessment.closing.body')}</p>
        {open > 0 && (
          <Checkbox
            label={t('assessment.closing.withOpen', { count: open })}
            hint={t('assessment.closing.withOpenHint')}
            checked={withOpen}
            onChange={setWithOpen}
            {...(tried && notSaid && { error: t('assessment.closing.sayOpen') })}
          />
        )}
      </Form>
    </Dialog>
  )
}

/** Documents of the cycle that are not closed. */
export function openDocuments({ counts }: Pick<Closing, 'counts'>): number {
  const { none: _, closed: __, ...open } = counts
  return Object.values(open).reduce((sum, count) => sum + count, 0)
}
