import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { type AskedMove, moves } from '../../domain/workflow.ts'
import { api, shownElsewhere, type YearOverview } from '../api.ts'

type YearMoveProps = { readonly year: YearOverview; readonly move: AskedMove; readonly main?: boolean }

/** One step of the year as a button; what it will do is said before it is done. */
export function YearMove({ year, move, main }: YearMoveProps) {
  const { t, textFor } = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const able = year.can[move]
  const send = useApiMutation({
    send: () =>
      api('POST /api/appraisal/years/:year/moves', {
        params: { year: year.year },
        body: { move, ...(reason.trim() !== '' && { reason: reason.trim() }) },
        version: year.version,
      }),
    refresh: shownElsewhere,
    onDone: () => {
      setOpen(false)
      notifyDone(t(`appraisal.years.done.${move}`, { year: year.year }))
    },
  })
  if (!able || (!able.allowed && able.why === 'workflow.not_open')) return null
  const why = able.allowed ? undefined : textFor(`errors.${able.why}`)
  const asks = 'needs' in moves[move]
  const missing = asks && reason.trim().length < 3
  return (
    <>
      <Button look={main ? 'primary' : 'secondary'} onPress={() => setOpen(true)} {...(why && { reason: why })}>
        {t(`appraisal.years.move.${move}`)}
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          title={t(`appraisal.years.move.${move}`)}
          actions={
            <>
              <Button look="primary" type="submit" form="year-move" pending={send.isPending}>
                {t(`appraisal.years.move.${move}`)}
              </Button>
              <Button look="ghost" onPress={() => setOpen(false)}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Form
            id="year-move"
            problem={send.error}
            onSubmit={() => {
              setTried(true)
              if (!missing) send.mutate()
            }}
          >
            <p className="text-ink-2">{t(`appraisal.years.body.${move}`, { year: year.year })}</p>
            {asks && (
              <TextArea
                name="reason"
                label={t('appraisal.years.reason')}
                rows={4}
                maxLength={4000}
                value={reason}
                onChange={setReason}
                error={tried && missing ? t('validation.required') : undefined}
              />
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
