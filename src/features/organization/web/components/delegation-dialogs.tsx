import { useState } from 'react'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type DelegationScope, delegationScopes } from '../../domain/vocabulary.ts'
import { api, chosen, type Delegation, type PersonCard } from '../api.ts'
import { FormDialog } from './form-dialog.tsx'
import { PersonPicker } from './pickers.tsx'
import { useAct } from './use-act.ts'

type AddProps = {
  /** For whom; an administrator may choose somebody else. */
  readonly delegator: PersonCard | null
  readonly forOthers: boolean
  readonly today: string
  readonly onClose: () => void
}

export function AddDelegationDialog({ delegator, forOthers, today, onClose }: AddProps) {
  const { t } = useText()
  const [delegatorId, setDelegatorId] = useState<string | null>(delegator?.id ?? null)
  const [delegateId, setDelegateId] = useState<string | null>(null)
  const [scopes, setScopes] = useState<readonly DelegationScope[]>(['approve_documents'])
  const [startsOn, setStartsOn] = useState<string | null>(today)
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const add = useAct({
    send: () =>
      api('POST /api/organization/delegations', {
        body: {
          delegatorId: chosen(delegatorId),
          delegateId: chosen(delegateId),
          scopes: [...scopes],
          startsOn: chosen(startsOn),
          endsOn: chosen(endsOn),
          reason,
        },
      }),
    done: t('organization.delegations.added'),
    onDone: onClose,
  })
  const level = delegatorId === delegator?.id ? (delegator?.level ?? undefined) : undefined
  return (
    <FormDialog
      title={t('organization.delegations.add')}
      confirm={t('ui.save')}
      onClose={onClose}
      onSubmit={() => add.mutate()}
      problem={add.error}
      pending={add.isPending}
    >
      {forOthers && (
        <PersonPicker
          label={t('organization.delegations.delegator')}
          name="delegatorId"
          value={delegatorId}
          chosen={delegator}
          onChange={setDelegatorId}
        />
      )}
      <PersonPicker
        label={t('organization.delegations.delegate')}
        name="delegateId"
        hint={t('organization.delegations.levelHint')}
        highestLevel={level}
        value={delegateId}
        onChange={setDelegateId}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium text-ink-2">{t('organization.delegations.scopes')}</legend>
        {delegationScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`organization.delegations.scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          label={t('organization.fromDay')}
          name="startsOn"
          min={today}
          value={startsOn}
          onChange={setStartsOn}
        />
        <DateField label={t('organization.toDay')} name="endsOn" min={today} value={endsOn} onChange={setEndsOn} />
      </div>
      <TextArea label={t('organization.reason')} name="reason" value={reason} onChange={setReason} rows={2} />
    </FormDialog>
  )
}

type RevokeProps = { readonly delegation: Delegation; readonly onClose: () => void }

export function RevokeDelegationDialog({ delegation: { id, version }, onClose }: RevokeProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const revoke = useAct({
    send: () => api('POST /api/organization/delegations/:id/revoke', { params: { id }, body: { reason }, version }),
    done: t('organization.delegations.revoked'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('organization.delegations.revoke')}
      confirm={t('organization.delegations.revoke')}
      note={t('organization.delegations.revokeHint')}
      danger
      onClose={onClose}
      onSubmit={() => revoke.mutate()}
      problem={revoke.error}
      pending={revoke.isPending}
    >
      <TextArea label={t('organization.reason')} name="reason" value={reason} onChange={setReason} rows={2} />
    </FormDialog>
  )
}
