import { useState } from 'react'
import { entityRoles } from '../../../../shared/roles.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { PersonPicker } from '../../../organization/web/public.tsx'
import { api } from '../api.ts'

type Role = (typeof entityRoles)[number]

/** Gives somebody a role, with the reason that stays in the record. */
export function GrantDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const [person, setPerson] = useState<string | null>(null)
  const [role, setRole] = useState<Role | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const grant = useApiMutation({
    send: (body: { employeeId: string; role: Role; reason: string }) => api('POST /api/role-grants', { body }),
    refresh: [['accounts', 'grants'], ['me']],
    onDone: () => {
      notifyDone(t('accounts.roles.granted'))
      onClose()
    },
  })
  const submit = () => {
    const required = t('accounts.signIn.required')
    setErrors({
      ...(!person && { employeeId: required }),
      ...(!role && { role: required }),
      ...(reason.trim().length < 3 && { reason: required }),
    })
    if (person && role && reason.trim().length >= 3) grant.mutate({ employeeId: person, role, reason })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('accounts.roles.grant')}
      actions={
        <>
          <Button look="primary" type="submit" form="grant-role" pending={grant.isPending}>
            {t('accounts.roles.grant')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="grant-role" onSubmit={submit} problem={grant.error} errors={errors} label={t('accounts.roles.grant')}>
        <PersonPicker label={t('accounts.roles.person')} name="employeeId" value={person} onChange={setPerson} />
        <Select<Role>
          label={t('accounts.roles.role')}
          name="role"
          value={role}
          onChange={setRole}
          options={entityRoles.map((value) => ({
            value,
            label: t(`accounts.roles.names.${value}`),
            hint: t(`accounts.roles.does.${value}`),
          }))}
        />
        <TextArea
          label={t('accounts.roles.reason')}
          name="reason"
          hint={t('accounts.roles.reasonHint')}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={1000}
        />
      </Form>
    </Dialog>
  )
}
