import { useState } from 'react'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type AbsenceKind, absenceKinds } from '../../domain/vocabulary.ts'
import { type Absence, api, chosen, type EmployeeRecord } from '../api.ts'
import { emptyFacts, FactFields, type FactsDraft, factsBody, PlaceFields, placeBody } from './employee-fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PersonPicker } from './pickers.tsx'
import { useAct } from './use-act.ts'

type AddProps = { readonly onClose: () => void; readonly onAdded: (id: string) => void }

export function AddEmployeeDialog({ onClose, onAdded }: AddProps) {
  const { t } = useText()
  const [facts, setFacts] = useState<FactsDraft>(emptyFacts)
  const [place, setPlace] = useState({ divisionId: null as string | null, postId: null as string | null, level: '' })
  const [supervisorId, setSupervisorId] = useState<string | null>(null)
  const add = useAct({
    send: () =>
      api('POST /api/organization/employees', { body: { ...factsBody(facts), ...placeBody(place), supervisorId } }),
    done: t('organization.employees.added'),
    onDone: (employee) => {
      onClose()
      onAdded(employee.id)
    },
  })
  return (
    <FormDialog
      title={t('organization.employees.add')}
      confirm={t('ui.add')}
      size="lg"
      onClose={onClose}
      onSubmit={() => add.mutate()}
      problem={add.error}
      pending={add.isPending}
    >
      <FactFields facts={facts} onChange={setFacts} />
      <PlaceFields place={place} onChange={setPlace} />
      <PersonPicker
        label={t('organization.supervisor')}
        name="supervisorId"
        required={false}
        placeholder={t('organization.employee.top')}
        value={supervisorId}
        onChange={setSupervisorId}
      />
    </FormDialog>
  )
}

type OfEmployee = { readonly employee: EmployeeRecord; readonly onClose: () => void }

export function CorrectEmployeeDialog({ employee, onClose }: OfEmployee) {
  const { t } = useText()
  const { id, version } = employee
  const [facts, setFacts] = useState<FactsDraft>({
    name: employee.name,
    civilNumber: employee.civilNumber ?? '',
    employeeNumber: employee.employeeNumber ?? '',
    gender: employee.gender,
    hiredOn: employee.hiredOn,
    phone: employee.phone ?? '',
    email: employee.email ?? '',
    inScope: employee.inScope,
  })
  const save = useAct({
    send: () => api('PATCH /api/organization/employees/:id', { params: { id }, body: factsBody(facts), version }),
    done: t('organization.employee.corrected'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('organization.employee.correct')}
      confirm={t('ui.save')}
      size="lg"
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <FactFields facts={facts} onChange={setFacts} />
    </FormDialog>
  )
}

type OfPeriod = OfEmployee & { readonly periodId?: string | undefined }

/** Another division, post or level from a day on; with a period, the correction of what was recorded. */
export function TransferDialog({ employee, periodId, onClose }: OfPeriod) {
  const { t } = useText()
  const { id, version, on } = employee
  const period = periodId ? employee.assignments.find((one) => one.id === periodId) : employee.assignments[0]
  const [place, setPlace] = useState({
    divisionId: period?.divisionId ?? null,
    postId: period?.postId ?? null,
    level: period ? String(period.level) : '',
  })
  const [from, setFrom] = useState<string | null>(periodId ? (period?.from ?? null) : on)
  const [to, setTo] = useState<string | null>(periodId ? (period?.to ?? null) : null)
  const save = useAct({
    send: () => {
      const body = { ...placeBody(place), from: chosen(from) }
      return periodId
        ? api('PATCH /api/organization/employees/:id/assignments/:periodId', {
            params: { id, periodId },
            body: { ...body, to },
            version,
          })
        : api('POST /api/organization/employees/:id/assignments', { params: { id }, body, version })
    },
    done: t('organization.employee.transferred'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={periodId ? t('organization.employee.correctPeriod') : t('organization.employee.transfer')}
      confirm={t('ui.save')}
      size="md"
      note={!periodId && t('organization.effectiveHint')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <PlaceFields
        place={place}
        onChange={setPlace}
        on={from}
        chosenPost={period ? { id: period.postId, name: period.title } : null}
      />
      <PeriodFields from={from} to={to} onFrom={setFrom} onTo={periodId ? setTo : undefined} />
    </FormDialog>
  )
}

/** Another direct supervisor from a day on; with a period, the correction of what was recorded. */
export function SupervisorDialog({ employee, periodId, onClose }: OfPeriod) {
  const { t } = useText()
  const { id, version, on } = employee
  const period = periodId ? employee.supervisions.find((one) => one.id === periodId) : employee.supervisions[0]
  const [supervisorId, setSupervisorId] = useState<string | null>(period?.supervisorId ?? null)
  const [from, setFrom] = useState<string | null>(periodId ? (period?.from ?? null) : on)
  const [to, setTo] = useState<string | null>(periodId ? (period?.to ?? null) : null)
  const save = useAct({
    send: () =>
      periodId
        ? api('PATCH /api/organization/employees/:id/supervisions/:periodId', {
            params: { id, periodId },
            body: { supervisorId: chosen(supervisorId), from: chosen(from), to },
            version,
          })
        : api('POST /api/organization/employees/:id/supervisions', {
            params: { id },
            body: { supervisorId, from: chosen(from) },
            version,
          }),
    done: t('organization.employee.supervisorChanged'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={periodId ? t('organization.employee.correctPeriod') : t('organization.employee.changeSupervisor')}
      confirm={t('ui.save')}
      note={!periodId && t('organization.employee.supervisorHint')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <PersonPicker
        label={t('organization.supervisor')}
        name="supervisorId"
        {...(!periodId && { required: false, placeholder: t('organization.employee.top') })}
        value={supervisorId}
        chosen={period && { id: period.supervisorId, name: period.name }}
        onChange={setSupervisorId}
      />
      <PeriodFields from={from} to={to} onFrom={setFrom} onTo={periodId ? setTo : undefined} />
    </FormDialog>
  )
}

export function ExitDialog({ employee, onClose }: OfEmployee) {
  const { t } = useText()
  const { id, version, on, reports } = employee
  const [lastDay, setLastDay] = useState<string | null>(on)
  const [successorId, setSuccessorId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const exit = useAct({
    send: () =>
      api('POST /api/organization/employees/:id/exit', {
        params: { id },
        body: { lastDay: chosen(lastDay), successorId, reason },
        version,
      }),
    done: t('organization.employee.exitSaved'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('organization.employee.exit')}
      confirm={t('organization.employee.exit')}
      note={t('organization.employee.exitHint')}
      danger
      onClose={onClose}
      onSubmit={() => exit.mutate()}
      problem={exit.error}
      pending={exit.isPending}
    >
      <DateField label={t('organization.employee.lastDay')} name="lastDay" value={lastDay} onChange={setLastDay} />
      {reports.length > 0 && (
        <PersonPicker
          label={t('organization.employee.successor')}
          name="successorId"
          value={successorId}
          onChange={setSuccessorId}
        />
      )}
      <TextArea label={t('organization.reason')} name="reason" value={reason} onChange={setReason} rows={2} />
    </FormDialog>
  )
}

type AbsenceProps = OfEmployee & { readonly absence?: Absence | undefined }

export function AbsenceDialog({ employee, absence, onClose }: AbsenceProps) {
  const { t } = useText()
  const [kind, setKind] = useState<AbsenceKind>(absence?.kind ?? 'annual_leave')
  const [startsOn, setStartsOn] = useState<string | null>(absence?.startsOn ?? employee.on)
  const [endsOn, setEndsOn] = useState<string | null>(absence?.endsOn ?? null)
  const [note, setNote] = useState(absence?.note ?? '')
  const save = useAct({
    send: () => {
      const body = { kind, startsOn: chosen(startsOn), endsOn: chosen(endsOn), note: note.trim() || null }
      return absence
        ? api('PATCH /api/organization/absences/:id', { params: { id: absence.id }, body, version: absence.version })
        : api('POST /api/organization/employees/:id/absences', { params: { id: employee.id }, body })
    },
    done: t('organization.employee.absenceSaved'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={absence ? t('organization.employee.correctAbsence') : t('organization.employee.recordAbsence')}
      confirm={t('ui.save')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <Select
        label={t('organization.employee.absenceKind')}
        name="kind"
        value={kind}
        onChange={setKind}
        options={absenceKinds.map((one) => ({ value: one, label: t(`organization.absenceKinds.${one}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('organization.fromDay')} name="startsOn" value={startsOn} onChange={setStartsOn} />
        <DateField label={t('organization.toDay')} name="endsOn" value={endsOn} onChange={setEndsOn} />
      </div>
      <TextArea
        label={t('organization.employee.note')}
        name="note"
        required={false}
        value={note}
        onChange={setNote}
        rows={2}
      />
    </FormDialog>
  )
}

type PeriodProps = {
  readonly from: string | null
  readonly to: string | null
  readonly onFrom: (day: string | null) => void
  readonly onTo: ((day: string | null) => void) | undefined
}

function PeriodFields({ from, to, onFrom, onTo }: PeriodProps) {
  const { t } = useText()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DateField label={t('organization.fromDay')} name="from" value={from} onChange={onFrom} />
      {onTo && <DateField label={t('organization.toDay')} name="to" required={false} value={to} onChange={onTo} />}
    </div>
  )
}
