import { useState } from 'react'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type DivisionKind, divisionKinds } from '../../domain/vocabulary.ts'
import { api, chosen, type DivisionRecord } from '../api.ts'
import { BilingualFields } from './bilingual-fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { DivisionPicker, PersonPicker } from './pickers.tsx'
import { useAct } from './use-act.ts'

type Facts = {
  readonly kind: DivisionKind
  readonly name: { readonly ar: string; readonly en: string }
  readonly parentId: string | null
  readonly from: string | null
  readonly to: string | null
}

function FactFields({ facts, onChange, isRoot }: { facts: Facts; onChange: (facts: Facts) => void; isRoot: boolean }) {
  const { t } = useText()
  const kinds = divisionKinds.filter((kind) => (kind === 'entity') === isRoot)
  return (
    <>
      <BilingualFields
        name="name"
        labels={{ ar: t('organization.nameAr'), en: t('organization.nameEn') }}
        value={facts.name}
        onChange={(name) => onChange({ ...facts, name })}
      />
      <Select
        label={t('organization.kind')}
        name="kind"
        value={facts.kind}
        onChange={(kind) => onChange({ ...facts, kind })}
        options={kinds.map((kind) => ({ value: kind, label: t(`organization.kinds.${kind}`) }))}
      />
      {!isRoot && (
        <DivisionPicker
          label={t('organization.divisions.parent')}
          name="parentId"
          on={facts.from ?? undefined}
          value={facts.parentId}
          onChange={(parentId) => onChange({ ...facts, parentId })}
        />
      )}
    </>
  )
}

type AddProps = {
  readonly parentId: string | null
  readonly on: string
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

export function AddDivisionDialog({ parentId, on, onClose, onAdded }: AddProps) {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [facts, setFacts] = useState<Facts>({
    kind: 'department',
    name: { ar: '', en: '' },
    parentId,
    from: on,
    to: null,
  })
  const add = useAct({
    send: () => {
      const { kind, name } = facts
      const body = { code, kind, name, parentId: chosen(facts.parentId), from: chosen(facts.from) }
      return api('POST /api/organization/divisions', { body })
    },
    done: t('organization.divisions.added'),
    onDone: (division) => {
      onClose()
      onAdded(division.id)
    },
  })
  return (
    <FormDialog
      title={t('organization.divisions.add')}
      confirm={t('ui.add')}
      size="md"
      onClose={onClose}
      onSubmit={() => add.mutate()}
      problem={add.error}
      pending={add.isPending}
    >
      <TextField label={t('organization.code')} name="code" value={code} onChange={setCode} direction="code" />
      <FactFields facts={facts} onChange={setFacts} isRoot={false} />
      <DateField
        label={t('organization.fromDay')}
        name="from"
        value={facts.from}
        onChange={(from) => setFacts({ ...facts, from })}
      />
    </FormDialog>
  )
}

type OfDivision = { readonly division: DivisionRecord; readonly onClose: () => void }

/** From a day on another name, kind or place; or, with a period, the correction of what was recorded. */
export function ChangeDivisionDialog({
  division,
  onClose,
  periodId,
}: OfDivision & { readonly periodId?: string | undefined }) {
  const { t } = useText()
  const { id, version } = division
  const period = division.periods.find((one) => one.id === periodId) ?? division.periods[0]
  const [facts, setFacts] = useState<Facts>({
    kind: period?.kind ?? division.kind,
    name: period?.name ?? division.name,
    parentId: period?.parentId ?? null,
    from: periodId ? (period?.from ?? null) : division.on,
    to: periodId ? (period?.to ?? null) : null,
  })
  const save = useAct({
    send: () => {
      const body = { kind: facts.kind, name: facts.name, parentId: facts.parentId, from: chosen(facts.from) }
      return periodId
        ? api('PATCH /api/organization/divisions/:id/periods/:periodId', {
            params: { id, periodId },
            body: { ...body, to: facts.to },
            version,
          })
        : api('POST /api/organization/divisions/:id/changes', { params: { id }, body, version })
    },
    done: periodId ? t('organization.divisions.corrected') : t('organization.divisions.changed'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={periodId ? t('organization.divisions.correctPeriod') : t('organization.divisions.change')}
      confirm={t('ui.save')}
      size="md"
      {...(!periodId && { note: t('organization.effectiveHint') })}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <FactFields facts={facts} onChange={setFacts} isRoot={period?.parentId === null} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          label={t('organization.fromDay')}
          name="from"
          value={facts.from}
          onChange={(from) => setFacts({ ...facts, from })}
        />
        {periodId && (
          <DateField
            label={t('organization.toDay')}
            name="to"
            required={false}
            value={facts.to}
            onChange={(to) => setFacts({ ...facts, to })}
          />
        )}
      </div>
    </FormDialog>
  )
}

export function CloseDivisionDialog({ division: { id, version, on }, onClose }: OfDivision) {
  const { t } = useText()
  const [lastDay, setLastDay] = useState<string | null>(on)
  const close = useAct({
    send: () =>
      api('POST /api/organization/divisions/:id/close', {
        params: { id },
        body: { lastDay: chosen(lastDay) },
        version,
      }),
    done: t('organization.divisions.closed'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('organization.divisions.close')}
      confirm={t('organization.divisions.close')}
      note={t('organization.divisions.closeHint')}
      danger
      onClose={onClose}
      onSubmit={() => close.mutate()}
      problem={close.error}
      pending={close.isPending}
    >
      <DateField label={t('organization.divisions.lastDay')} name="lastDay" value={lastDay} onChange={setLastDay} />
    </FormDialog>
  )
}

export function NameHeadDialog({ division, onClose }: OfDivision) {
  const { t } = useText()
  const { id, version, on } = division
  const current = division.headships[0]
  const [employeeId, setEmployeeId] = useState<string | null>(current?.employeeId ?? null)
  const [from, setFrom] = useState<string | null>(on)
  const save = useAct({
    send: () =>
      api('POST /api/organization/divisions/:id/headships', {
        params: { id },
        body: { employeeId, from: chosen(from) },
        version,
      }),
    done: t('organization.divisions.headNamed'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('organization.divisions.nameHead')}
      confirm={t('ui.save')}
      note={t('organization.effectiveHint')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <PersonPicker
        label={t('organization.head')}
        name="employeeId"
        required={false}
        placeholder={t('organization.divisions.vacant')}
        value={employeeId}
        chosen={current && { id: current.employeeId, name: current.name }}
        onChange={setEmployeeId}
      />
      <DateField label={t('organization.fromDay')} name="from" value={from} onChange={setFrom} />
    </FormDialog>
  )
}
