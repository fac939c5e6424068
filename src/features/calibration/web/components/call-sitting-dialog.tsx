import { useState } from 'react'
import { localDate } from '../../../../shared/time-zone.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useNavigation } from '../../../../ui/navigation.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, shownElsewhere } from '../api.ts'

type CallSittingDialogProps = { readonly year: number; readonly onClose: () => void }

/** Day and agenda; every member is told. */
export function CallSittingDialog({ year, onClose }: CallSittingDialogProps) {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const { go } = useNavigation()
  const [heldOn, setHeldOn] = useState<string | null>(null)
  const [agenda, setAgenda] = useState('')
  const [tried, setTried] = useState(false)
  const send = useApiMutation({
    send: (day: string) =>
      api('POST /api/calibration/:year/sittings', { params: { year }, body: { heldOn: day, agenda: agenda.trim() } }),
    refresh: shownElsewhere,
    onDone: (sitting) => {
      notifyDone(t('calibration.sittings.called'))
      onClose()
      go(`/committees/calibration/${year}/sittings/${sitting.id}`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calibration.sittings.callTitle')}
      actions={
        <>
          <Button look="primary" type="submit" form="call-sitting" pending={send.isPending}>
            {t('calibration.sittings.call')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="call-sitting"
        problem={send.error}
        onSubmit={() => {
          setTried(true)
          if (heldOn) send.mutate(heldOn)
        }}
      >
        <DateField
          className="max-w-60"
          name="heldOn"
          required
          label={t('calibration.sittings.heldOn')}
          value={heldOn}
          min={localDate(new Date(), timeZone)}
          onChange={setHeldOn}
          error={tried && !heldOn ? t('calibration.sittings.dayNeeded') : undefined}
        />
        <TextArea
          name="agenda"
          label={t('calibration.sittings.agenda')}
          hint={t('calibration.sittings.agendaHint')}
          required={false}
          rows={4}
          maxLength={4000}
          value={agenda}
          onChange={setAgenda}
        />
      </Form>
    </Dialog>
  )
}
