import { useState } from 'react'
import { toAsciiDigits } from '../../../../shared/digits.ts'
import { ranks } from '../../../../shared/ranks.ts'
import { localDate, startOfDay } from '../../../../shared/time-zone.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useNavigation } from '../../../../ui/navigation.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { PersonPicker } from '../../../organization/web/public.tsx'
import { hearingModes, outcomes } from '../../domain/grievance.ts'
import { api, chosen, type Grievance, keys } from '../api.ts'
import { AskDialog } from './ask-dialog.tsx'
import { useCaseAct } from './use-case.ts'

export type DialogProps = { readonly grievance: Grievance; readonly onClose: () => void }

type WordMove = 'file' | 'acknowledge' | 'admit' | 'dismiss' | 'withdraw' | 'receive'

/** A move that needs at most a word. */
export function MoveDialog({ grievance, move, onClose }: DialogProps & { readonly move: WordMove }) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/moves', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { move, ...(note.trim() && { note: note.trim() }) },
      }),
    done: t(`grievances.done.${move}`),
    onDone: onClose,
  })
  const notes = {
    file: t('grievances.ask.fileNote'),
    admit: t('grievances.ask.admitNote'),
    dismiss: t('grievances.ask.dismissNote'),
    withdraw: t('grievances.ask.withdrawNote'),
    acknowledge: undefined,
    receive: undefined,
  }
  const asks = move === 'admit' || move === 'dismiss' || move === 'withdraw'
  return (
    <AskDialog
      title={t(`grievances.moves.${move}`)}
      confirm={t(`grievances.moves.${move}`)}
      note={notes[move]}
      danger={move === 'dismiss' || move === 'withdraw'}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      {asks && (
        <TextArea
          label={move === 'withdraw' ? t('grievances.ask.withdrawReason') : t('grievances.ask.reason')}
          name="note"
          required={move !== 'withdraw'}
          {...(move !== 'withdraw' && { hint: t('grievances.ask.reasonHint') })}
          rows={4}
          maxLength={4000}
          value={note}
          onChange={setNote}
        />
      )}
    </AskDialog>
  )
}

export function DiscardDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const discard = useApiMutation({
    send: () => api('DELETE /api/grievances/:id', { params: { id: grievance.id }, version: grievance.version }),
    refresh: [keys.all],
    onDone: () => {
      notifyDone(t('grievances.done.discard'))
      go('/my/grievances', { replace: true })
    },
  })
  return (
    <AskDialog
      title={t('grievances.moves.discard')}
      confirm={t('grievances.moves.discard')}
      note={t('grievances.ask.discardNote')}
      danger
      problem={discard.error}
      pending={discard.isPending}
      onClose={onClose}
      onSubmit={() => discard.mutate(undefined)}
    />
  )
}

export function HearingDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const [now] = useState(() => new Date())
  const [day, setDay] = useState<string | null>(() => localDate(now, timeZone))
  const [time, setTime] = useState('09:00')
  const [mode, setMode] = useState<(typeof hearingModes)[number]>('in_person')
  const [attendance, setAttendance] = useState('')
  const [record, setRecord] = useState('')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/hearings', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { heldAt: instantOf(day, time, timeZone), mode, attendance, record },
      }),
    done: t('grievances.done.hear'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('grievances.moves.hear')}
      confirm={t('ui.save')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <div className="grid grid-cols-2 gap-4">
        <DateField
          label={t('grievances.record.heldAt')}
          name="heldAt"
          value={day}
          max={localDate(now, timeZone)}
          onChange={setDay}
        />
        <TextField
          label={t('grievances.record.heldTime')}
          direction="code"
          maxLength={5}
          value={time}
          onChange={(typed) => setTime(toAsciiDigits(typed))}
        />
      </div>
      <RadioGroup
        inline
        label={t('grievances.record.mode')}
        value={mode}
        onChange={setMode}
        options={hearingModes.map((value) => ({ value, label: t(`grievances.record.modes.${value}`) }))}
      />
      <TextArea
        label={t('grievances.record.attendance')}
        name="attendance"
        rows={2}
        maxLength={2000}
        value={attendance}
        onChange={setAttendance}
      />
      <TextArea
        label={t('grievances.record.minutes')}
        name="record"
        rows={6}
        maxLength={12000}
        value={record}
        onChange={setRecord}
      />
    </AskDialog>
  )
}

/** The instant of a clock time on the entity's wall; what is no time of day goes to the server as it is refused there. */
function instantOf(day: string | null, time: string, timeZone: string): string {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (!day || hours === '') return ''
  return new Date(startOfDay(day, timeZone).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString()
}

export function OpinionDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const own = grievance.panel.find((one) => one.own)
  const [opinion, setOpinion] = useState<(typeof outcomes)[number]>(own?.opinion ?? 'rejected')
  const [note, setNote] = useState(own?.note ?? '')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('PUT /api/grievances/:id/opinion', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { opinion, note },
      }),
    done: t('grievances.done.opine'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={own?.opinion ? t('grievances.moves.changeOpinion') : t('grievances.moves.opine')}
      confirm={t('ui.save')}
      note={t('grievances.ask.opinionNote')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <RadioGroup
        label={t('grievances.record.opinion')}
        value={opinion}
        onChange={setOpinion}
        options={outcomes.map((value) => ({ value, label: t(`grievances.outcomes.${value}`) }))}
      />
      <TextArea
        label={t('grievances.record.opinionNote')}
        name="note"
        required={false}
        rows={6}
        maxLength={6000}
        value={note}
        onChange={setNote}
      />
    </AskDialog>
  )
}

export function StepDownDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const [note, setNote] = useState('')
  const leave = useApiMutation({
    send: () =>
      api('POST /api/grievances/:id/panel/step-down', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { note },
      }),
    refresh: [keys.all],
    onDone: () => {
      notifyDone(t('grievances.done.stepDown'))
      go('/committees/grievances', { replace: true })
    },
  })
  return (
    <AskDialog
      title={t('grievances.moves.stepDown')}
      confirm={t('grievances.moves.stepDown')}
      note={t('grievances.ask.stepDownNote')}
      danger
      problem={leave.error}
      pending={leave.isPending}
      onClose={onClose}
      onSubmit={() => leave.mutate(undefined)}
    >
      <TextArea
        label={t('grievances.ask.stepDownReason')}
        name="note"
        rows={3}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
    </AskDialog>
  )
}

export function ExtendDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/extension', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { until: chosen(until), reason },
      }),
    done: t('grievances.done.extend'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('grievances.moves.extend')}
      confirm={t('grievances.moves.extend')}
      note={t('grievances.ask.extendNote')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <DateField label={t('grievances.ask.until')} name="until" value={until} onChange={setUntil} />
      <TextArea
        label={t('grievances.ask.reason')}
        name="reason"
        rows={3}
        maxLength={4000}
        value={reason}
        onChange={setReason}
      />
    </AskDialog>
  )
}

export function AskEvaluationDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const [evaluatorId, setEvaluatorId] = useState<string | null>(null)
  const [question, setQuestion] = useState('')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/evaluation', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { evaluatorId: chosen(evaluatorId), question },
      }),
    done: t('grievances.done.askEvaluation'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('grievances.moves.askEvaluation')}
      confirm={t('ui.send')}
      note={t('grievances.ask.evaluationNote')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <PersonPicker
        label={t('grievances.record.evaluator')}
        name="evaluatorId"
        value={evaluatorId}
        onChange={setEvaluatorId}
      />
      <TextArea
        label={t('grievances.record.question')}
        name="question"
        rows={4}
        maxLength={4000}
        value={question}
        onChange={setQuestion}
      />
    </AskDialog>
  )
}

export function EvaluateDialog({ grievance, onClose }: DialogProps) {
  const { t } = useText()
  const [rank, setRank] = useState<(typeof ranks)[number]>(grievance.standing.rank ?? 'good')
  const [finding, setFinding] = useState('')
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/evaluation/finding', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { rank, finding },
      }),
    done: t('grievances.done.evaluate'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('grievances.moves.evaluate')}
      confirm={t('grievances.moves.evaluate')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <Select
        label={t('grievances.record.evaluationRank')}
        value={rank}
        onChange={setRank}
        options={ranks.map((value) => ({ value, label: t(`grievances.ranks.${value}`) }))}
      />
      <TextArea
        label={t('grievances.record.evaluationFinding')}
        name="finding"
        rows={8}
        maxLength={8000}
        value={finding}
        onChange={setFinding}
      />
    </AskDialog>
  )
}
