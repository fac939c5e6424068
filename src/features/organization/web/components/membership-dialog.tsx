import { useState } from 'react'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type Body, bodies, type Capacity, capacities } from '../../domain/vocabulary.ts'
import { api, chosen, type Membership } from '../api.ts'
import { FormDialog } from './form-dialog.tsx'
import { PersonPicker } from './pickers.tsx'
import { useAct } from './use-act.ts'

type Props = { readonly membership?: Membership; readonly on: string; readonly onClose: () => void }

/** A new membership, or one to be changed or ended. */
export function MembershipDialog({ membership, on, onClose }: Props) {
  const { t } = useText()
  const [employeeId, setEmployeeId] = useState<string | null>(membership?.employee.id ?? null)
  const [body, setBody] = useState<Body>(membership?.body ?? 'review')
  const [capacity, setCapacity] = useState<Capacity>(membership?.capacity ?? 'member')
  const [from, setFrom] = useState<string | null>(membership?.from ?? on)
  const [to, setTo] = useState<string | null>(membership?.to ?? null)
  const [decision, setDecision] = useState(membership?.decision ?? '')
  const save = useAct({
    send: () => {
      const facts = { capacity, from: chosen(from), to, decision: decision.trim() || null }
      return membership
        ? api('PATCH /api/organization/memberships/:id', {
            params: { id: membership.id },
            body: facts,
            version: membership.version,
          })
        : api('POST /api/organization/memberships', { body: { employeeId: chosen(employeeId), body, ...facts } })
    },
    done: membership ? t('organization.memberships.saved') : t('organization.memberships.added'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={membership ? t('organization.memberships.edit') : t('organization.memberships.add')}
      confirm={membership ? t('ui.save') : t('ui.add')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <PersonPicker
        label={t('organization.person')}
        name="employeeId"
        value={employeeId}
        chosen={membership?.employee}
        onChange={setEmployeeId}
        disabled={membership !== undefined}
      />
      <Select
        label={t('organization.memberships.body')}
        name="body"
        value={body}
        onChange={setBody}
        disabled={membership !== undefined}
        options={bodies.map((one) => ({ value: one, label: t(`organization.memberships.bodies.${one}`) }))}
      />
      <Select
        label={t('organization.memberships.capacity')}
        name="capacity"
        value={capacity}
        onChange={setCapacity}
        options={capacities.map((one) => ({ value: one, label: t(`organization.memberships.capacities.${one}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('organization.fromDay')} name="from" value={from} onChange={setFrom} />
        <DateField label={t('organization.toDay')} name="to" required={false} value={to} onChange={setTo} />
      </div>
      <TextField
        label={t('organization.memberships.decision')}
        name="decision"
        required={false}
        value={decision}
        onChange={setDecision}
      />
    </FormDialog>
  )
}
