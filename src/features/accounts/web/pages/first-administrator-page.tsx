import { useState } from 'react'
import { fieldSentence } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useNavigation } from '../../../../ui/navigation.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { passwordProblem } from '../../domain/password.ts'
import { api } from '../api.ts'
import { EntryCard } from '../components/entry-card.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { useEntryTitle, useSending } from '../components/use-sending.ts'

/** Where the one-time link of an empty installation leads. Its token stands after `#`, which no server sees. */
export function FirstAdministratorPage() {
  const { t } = useText()
  const { go } = useNavigation()
  const [token] = useState(() => location.hash.slice(1))
  const [civilNumber, setCivilNumber] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  useEntryTitle(t('accounts.firstAdministrator.title'))
  const { send, pending, problem } = useSending(
    (body: { token: string; civilNumber: string; password: string }) => api('POST /api/first-administrator', { body }),
    () => go('/', { replace: true }),
  )

  const submit = () => {
    const wrong = passwordProblem(password, { civilNumber: civilNumber.trim() || '—' })
    const found = {
      ...(!civilNumber.trim() && { civilNumber: t('accounts.signIn.required') }),
      ...(wrong && { password: fieldSentence({ path: 'password', code: wrong }) }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) send({ token, civilNumber, password })
  }

  return (
    <EntryCard title={t('accounts.firstAdministrator.title')} lead={t('accounts.firstAdministrator.lead')}>
      {token === '' ? (
        <Banner tone="amber">{t('accounts.firstAdministrator.noToken')}</Banner>
      ) : (
        <Form onSubmit={submit} problem={problem} errors={errors} label={t('accounts.firstAdministrator.title')}>
          <TextField
            label={t('accounts.signIn.civilNumber')}
            name="civilNumber"
            value={civilNumber}
            onChange={setCivilNumber}
            direction="code"
            inputMode="numeric"
            autoComplete="username"
            maxLength={40}
            autoFocus
          />
          <PasswordField
            label={t('accounts.newPassword.label')}
            name="password"
            value={password}
            onChange={setPassword}
            hint={t('accounts.newPassword.hint')}
            kind="new"
          />
          <Button look="primary" size="lg" type="submit" full pending={pending}>
            {t('accounts.firstAdministrator.submit')}
          </Button>
        </Form>
      )}
    </EntryCard>
  )
}
