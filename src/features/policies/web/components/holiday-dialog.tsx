import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type HolidayItem, keys } from '../api.ts'

type HolidayDialogProps = {
  /** None: a new holiday. */
  readonly holiday: HolidayItem | null
  readonly year: number
  readonly onClose: () => void
}

export function HolidayDialog({ holiday, year, onClose }: HolidayDialogProps) {
  const { t } = useText()
  const [nameAr, setNameAr] = useState(holiday?.name.ar ?? '')
  const [nameEn, setNameEn] = useState(holiday?.name.en ?? '')
  const [startsOn, setStartsOn] = useState<string | null>(holiday?.startsOn ?? null)
  const [endsOn, setEndsOn] = useState<string | null>(holiday?.endsOn ?? null)
  const title = holiday ? t('policies.holidays.editTitle') : t('policies.holidays.addTitle')

  const save = useApiMutation({
    send: () => {
      const body = { nameAr, nameEn, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
      return holiday
        ? api('PUT /api/holidays/:id', { params: { id: holiday.id }, body, version: holiday.version })
        : api('POST /api/holidays', { body })
    },
    refresh: [keys.all],
    onDone: () => {
      notifyDone(t('policies.holidays.saved'))
      onClose()
    },
  })

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="primary" type="submit" form="holiday" pending={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="holiday" label={title} onSubmit={() => save.mutate()} problem={save.error}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('policies.holidays.nameAr')}
            name="nameAr"
            value={nameAr}
            onChange={setNameAr}
            maxLength={120}
            required
          />
          <TextField
            label={t('policies.holidays.nameEn')}
            name="nameEn"
            value={nameEn}
            onChange={setNameEn}
            maxLength={120}
            required
          />
          <DateField
            label={t('policies.holidays.startsOn')}
            name="startsOn"
            value={startsOn}
            onChange={(day) => {
              setStartsOn(day)
              if (day && !endsOn) setEndsOn(day)
            }}
            min={`${year - 1}-01-01`}
            max={`${year + 1}-12-31`}
            required
          />
          <DateField
            label={t('policies.holidays.endsOn')}
            name="endsOn"
            value={endsOn}
            onChange={setEndsOn}
            {...(startsOn && { min: startsOn })}
            required
          />
        </div>
      </Form>
    </Dialog>
  )
}
