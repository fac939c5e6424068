import type { QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { toAsciiDigits } from '../../../../shared/digits.ts'
import { localDate, startOfDay } from '../../../../shared/time-zone.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'

type Mode = DocumentView['meetings'][number]['mode']
const modes = ['in_person', 'video', 'phone', 'chat'] as const satisfies readonly Mode[]

export type HeldMeeting = { readonly heldAt: string; readonly mode: Mode; readonly notes: string }

type MeetingDialogProps = {
  readonly title: string
  /** Keeps the record of the meeting. */
  readonly send: (meeting: HeldMeeting) => Promise<unknown>
  readonly refresh: readonly QueryKey[]
  /** What is said once it is kept. */
  readonly done: string
  readonly onClose: () => void
}

/** When and how both sides talked, and what came of it. */
export function MeetingDialog({ title, send, refresh, done, onClose }: MeetingDialogProps) {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const [now] = useState(() => new Date())
  const [date, setDate] = useState<string | null>(() => localDate(now, timeZone))
  const [time, setTime] = useState(() => clockOf(now, timeZone))
  const [mode, setMode] = useState<Mode>('in_person')
  const [notes, setNotes] = useState('')
  const [tried, setTried] = useState(false)
  const heldAt = date && instantOf(date, time, timeZone)
  const inFuture = Boolean(heldAt && heldAt > new Date())
  const save = useApiMutation({
    send: (at: Date) => send({ heldAt: at.toISOString(), mode, notes }),
    refresh,
    onDone: () => {
      notifyDone(done)
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
          <Button look="primary" type="submit" form="meeting" pending={save.isPending}>
            {t('performance.meeting.record')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="meeting"
        problem={save.error}
        onSubmit={() => {
          setTried(true)
          if (heldAt && !inFuture) save.mutate(heldAt)
        }}
      >
        <div className="grid grid-cols-2 gap-4">
          <DateField
            label={t('performance.meeting.date')}
            name="heldAt"
            required
            value={date}
            max={localDate(now, timeZone)}
            onChange={setDate}
            error={tried && !date ? t('performance.meeting.dateNeeded') : undefined}
          />
          <TextField
            label={t('performance.meeting.time')}
            hint={t('performance.meeting.timeHint')}
            direction="code"
            required
            maxLength={5}
            value={time}
            onChange={(typed) => setTime(toAsciiDigits(typed))}
            error={
              tried && date && !heldAt
                ? t('performance.meeting.timeWrong')
                : inFuture
                  ? t('performance.meeting.future')
                  : undefined
            }
          />
        </div>
        <RadioGroup
          inline
          label={t('performance.meeting.mode')}
          value={mode}
          onChange={setMode}
          options={modes.map((value) => ({ value, label: t(`performance.meeting.modes.${value}`) }))}
        />
        <TextArea
          label={t('performance.meeting.notes')}
          hint={t('performance.meeting.notesHint')}
          name="notes"
          required={false}
          maxLength={4000}
          value={notes}
          onChange={setNotes}
        />
      </Form>
    </Dialog>
  )
}

function clockOf(now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - startOfDay(localDate(now, timeZone), timeZone).getTime()) / 60_000)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function instantOf(date: string, time: string, timeZone: string): Date | null {
  const match = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*$/.exec(time)
  if (!match) return null
  return new Date(startOfDay(date, timeZone).getTime() + (Number(match[1]) * 60 + Number(match[2])) * 60_000)
}
