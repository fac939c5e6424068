import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { api } from '../api.ts'

/** Makes an entity; its maker works in it from then on. */
export function EntityDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [nameAr, setNameAr] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const create = useApiMutation({
    send: () => api('POST /api/entities', { body: { code, nameAr, nameEn } }),
    // The page is loaded anew, inside the new entity.
    onDone: () => location.assign('/'),
  })
  const submit = () => {
    const required = t('accounts.signIn.required')
    const missing = {
      ...(!code.trim() && { code: required }),
      ...(!nameAr.trim() && { nameAr: required }),
      ...(!nameEn.trim() && { nameEn: required }),
    }
    setErrors(missing)
    if (Object.keys(missing).length === 0) create.mutate()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('accounts.entities.create')}
      actions={
        <>
          <Button look="primary" type="submit" form="create-entity" pending={create.isPending || create.isSuccess}>
            {t('accounts.entities.create')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="create-entity"
        onSubmit={submit}
        problem={create.error}
        errors={errors}
        label={t('accounts.entities.create')}
      >
        <TextField
          label={t('accounts.entities.nameAr')}
          name="nameAr"
          value={nameAr}
          onChange={setNameAr}
          maxLength={200}
          autoFocus
        />
        <TextField
          label={t('accounts.entities.nameEn')}
          name="nameEn"
          value={nameEn}
          onChange={setNameEn}
          maxLength={200}
        />
        <TextField
          label={t('accounts.entities.code')}
          name="code"
          hint={t('accounts.entities.codeHint')}
          value={code}
          onChange={setCode}
          direction="code"
          maxLength={40}
        />
      </Form>
    </Dialog>
  )
}
