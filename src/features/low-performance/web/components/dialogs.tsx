import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../../shared/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { AskDialog } from '../../../grievances/web/public.tsx'
import { PersonPicker } from '../../../organization/web/public.tsx'
import { type Cause, causes, type MeasureKind, measureKinds, outcomes, progresses } from '../../domain/case.ts'
import { monthsLater } from '../../domain/plan.ts'
import { api, chosen, type SupportCase } from '../api.ts'
import { useCaseAct } from './use-case.ts'

export type DialogProps = { readonly found: SupportCase; readonly onClose: () => void }

const named = ({ id, version }: SupportCase) => ({ params: { id }, version })

/** What the employee, or the supervisor, says of the causes. */
export function SayDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const own = found.parts.includes('employee') ? found.employeeWords : found.supervisorWords
  const [words, setWords] = useState(own?.words ?? '')
  const act = useCaseAct({
    id: found.id,
    send: () => api('PUT /api/low-performance/:id/words', { ...named(found), body: { words } }),
    done: t('lowPerformance.saved.say'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('lowPerformance.moves.say')}
      confirm={t('ui.save')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <TextArea
        label={t('lowPerformance.ask.say')}
        hint={t('lowPerformance.ask.sayHint')}
        name="words"
        rows={8}
        maxLength={6000}
        value={words}
        onChange={setWords}
      />
    </AskDialog>
  )
}

export function AnswerDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const [body, setBody] = useState('')
  const act = useCaseAct({
    id: found.id,
    send: () => api('POST /api/low-performance/:id/answers', { ...named(found), body: { body } }),
    done: t('lowPerformance.saved.answer'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('lowPerformance.moves.answer')}
      confirm={t('ui.send')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <TextArea
        label={t('lowPerformance.record.answer')}
        name="body"
        rows={6}
        maxLength={4000}
        value={body}
        onChange={setBody}
      />
    </AskDialog>
  )
}

export function StudyDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState<Readonly<Partial<Record<Cause, string>>>>(() =>
    Object.fromEntries(found.causes.map(({ cause, note }) => [cause, note])),
  )
  const [text, setText] = useState(found.study?.text ?? '')
  const act = useCaseAct({
    id: found.id,
    send: () =>
      api('PUT /api/low-performance/:id/study', {
        ...named(found),
        body: {
          text,
          causes: causes.flatMap((cause) => (cause in chosen ? [{ cause, note: chosen[cause] ?? '' }] : [])),
        },
      }),
    done: t('lowPerformance.saved.study'),
    onDone: onClose,
  })
  const choose = (cause: Cause, on: boolean) => {
    const { [cause]: _, ...others } = chosen
    setChosen(on ? { ...others, [cause]: '' } : others)
  }
  return (
    <AskDialog
      size="lg"
      title={t('lowPerformance.moves.study')}
      confirm={t('ui.save')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 text-sm font-medium text-ink-2">{t('lowPerformance.record.causes')}</legend>
        {causes.map((cause) => (
          <div key={cause} className="flex flex-col gap-1.5">
            <Checkbox
              label={t(`lowPerformance.causes.${cause}`)}
              checked={cause in chosen}
              onChange={(on) => choose(cause, on)}
            />
            {cause in chosen && (
              <TextField
                className="ps-7"
                label={`${t('lowPerformance.record.causeNote')}: ${t(`lowPerformance.causes.${cause}`)}`}
                hideLabel
                placeholder={t('lowPerformance.record.causeNote')}
                required={false}
                maxLength={2000}
                value={chosen[cause] ?? ''}
                onChange={(note) => setChosen({ ...chosen, [cause]: note })}
              />
            )}
          </div>
        ))}
      </fieldset>
      <TextArea
        label={t('lowPerformance.record.studyText')}
        hint={t('lowPerformance.record.studyHint')}
        name="text"
        rows={6}
        maxLength={8000}
        value={text}
        onChange={setText}
      />
    </AskDialog>
  )
}

type Draft = {
  readonly key: number
  readonly kind: MeasureKind
  readonly measure: string
  readonly owner: { readonly id: string; readonly name: { readonly ar: string; readonly en: string } } | null
  readonly ownerId: string | null
  readonly dueOn: string | null
}

/** A plan with its measures; what the server refuses stands beside the field of its measure. */
export function PlanDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const { today, planMonths, plan, measures: known } = found
  const [aim, setAim] = useState(plan?.aim ?? '')
  const [startsOn, setStartsOn] = useState<string | null>(addDays(today, 1))
  const [endsOn, setEndsOn] = useState<string | null>(
    plan && plan.endsOn > today ? plan.endsOn : monthsLater(addDays(today, 1), planMonths),
  )
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => {
    const open = known.filter(({ status }) => status === 'open')
    const kept = open.map(({ kind, measure, owner, dueOn }, key) => ({
      key,
      kind,
      measure,
      owner,
      ownerId: owner.id,
      dueOn,
    }))
    return kept.length > 0 ? kept : [blank(0)]
  })
  const act = useCaseAct({
    id: found.id,
    send: () =>
      api('PUT /api/low-performance/:id/plan', {
        ...named(found),
        body: {
          aim,
          startsOn: chosen(startsOn),
          endsOn: chosen(endsOn),
          measures: drafts.map(({ kind, measure, ownerId, dueOn }) => ({
            kind,
            measure,
            ownerId: chosen(ownerId),
            dueOn: chosen(dueOn),
          })),
        },
      }),
    done: t('lowPerformance.saved.plan'),
    onDone: onClose,
  })
  const change = (key: number, part: Partial<Draft>) =>
    setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <AskDialog
      size="lg"
      title={plan ? t('lowPerformance.moves.replan') : t('lowPerformance.moves.plan')}
      confirm={t('lowPerformance.moves.plan')}
      note={t('lowPerformance.record.longest', { count: planMonths })}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <TextArea
        label={t('lowPerformance.record.aim')}
        name="aim"
        rows={3}
        maxLength={4000}
        value={aim}
        onChange={setAim}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          label={t('lowPerformance.record.startsOn')}
          name="startsOn"
          min={today}
          value={startsOn}
          onChange={setStartsOn}
        />
        <DateField
          label={t('lowPerformance.record.endsOn')}
          name="endsOn"
          min={today}
          value={endsOn}
          onChange={setEndsOn}
        />
      </div>
      <ol className="flex flex-col gap-3">
        {drafts.map((one, index) => (
          <li key={one.key} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <div className="flex items-center justify-between">
              <span className="text-sm font-medium">
                {t('lowPerformance.record.measure')} <Num>{index + 1}</Num>
              </span>
              {drafts.length > 1 && (
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('lowPerformance.record.removeMeasure', { number: index + 1 })}
                  onPress={() => setDrafts(drafts.filter(({ key }) => key !== one.key))}
                />
              )}
            </div>
            <TextField
              label={t('lowPerformance.record.measure')}
              name={`measures/${index}/measure`}
              maxLength={2000}
              value={one.measure}
              onChange={(measure) => change(one.key, { measure })}
            />
            <div className="grid gap-3 sm:grid-cols-3">
              <Select
                label={t('lowPerformance.record.kind')}
                value={one.kind}
                onChange={(kind) => change(one.key, { kind })}
                options={measureKinds.map((value) => ({ value, label: t(`lowPerformance.measureKinds.${value}`) }))}
              />
              <PersonPicker
                label={t('lowPerformance.record.owner')}
                name={`measures/${index}/ownerId`}
                value={one.ownerId}
                chosen={one.owner}
                onChange={(ownerId) => change(one.key, { ownerId })}
              />
              <DateField
                label={t('lowPerformance.record.dueOn')}
                name={`measures/${index}/dueOn`}
                min={today}
                value={one.dueOn}
                onChange={(dueOn) => change(one.key, { dueOn })}
              />
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="sm"
          icon={Plus}
          onPress={() => setDrafts([...drafts, blank(Math.max(...drafts.map(({ key }) => key)) + 1)])}
        >
          {t('lowPerformance.record.addMeasure')}
        </Button>
      </div>
    </AskDialog>
  )
}

function blank(key: number): Draft {
  return { key, kind: 'training', measure: '', owner: null, ownerId: null, dueOn: null }
}

export function ReviewDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const [progress, setProgress] = useState<(typeof progresses)[number]>('on_track')
  const [record, setRecord] = useState('')
  const act = useCaseAct({
    id: found.id,
    send: () => api('POST /api/low-performance/:id/reviews', { ...named(found), body: { progress, record } }),
    done: t('lowPerformance.saved.review'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('lowPerformance.moves.review')}
      confirm={t('ui.save')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <RadioGroup
        label={t('lowPerformance.record.progress')}
        value={progress}
        onChange={setProgress}
        options={progresses.map((value) => ({ value, label: t(`lowPerformance.progresses.${value}`) }))}
      />
      <TextArea
        label={t('lowPerformance.record.reviewRecord')}
        name="record"
        rows={6}
        maxLength={6000}
        value={record}
        onChange={setRecord}
      />
    </AskDialog>
  )
}

export function CloseDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('improved')
  const [reason, setReason] = useState('')
  const act = useCaseAct({
    id: found.id,
    send: () => api('POST /api/low-performance/:id/close', { ...named(found), body: { outcome, reason } }),
    done: t('lowPerformance.saved.close'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('lowPerformance.moves.close')}
      confirm={t('lowPerformance.moves.close')}
      note={t('lowPerformance.ask.close')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      <RadioGroup
        label={t('lowPerformance.record.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((value) => ({ value, label: t(`lowPerformance.outcomes.${value}`) }))}
      />
      <TextArea
        label={t('lowPerformance.record.reason')}
        name="reason"
        rows={4}
        maxLength={6000}
        value={reason}
        onChange={setReason}
      />
    </AskDialog>
  )
}

export function BeginDialog({ found, onClose }: DialogProps) {
  const { t } = useText()
  const act = useCaseAct({
    id: found.id,
    send: () => api('POST /api/low-performance/:id/begin', named(found)),
    done: t('lowPerformance.saved.begin'),
    onDone: onClose,
  })
  return (
    <AskDialog
      title={t('lowPerformance.moves.begin')}
      confirm={t('lowPerformance.moves.begin')}
      note={t('lowPerformance.ask.begin')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    />
  )
}
