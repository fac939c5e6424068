import { useEffect, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { api } from '../api.ts'
import { EntryCard } from '../components/entry-card.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { SamplePeople, type SamplePerson } from '../components/sample-people.tsx'
import { nextPage, useEntryTitle, useSending } from '../components/use-sending.ts'

/** Signing in by civil number (SC-01). */
export function SignInPage() {
  const { t } = useText()
  const { go, search } = useNavigation()
  const [civilNumber, setCivilNumber] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const people = useSamplePeople()
  useEntryTitle(t('accounts.signIn.title'))

  const { send, pending, problem } = useSending(
    (body: { civilNumber: string; password: string }) => api('POST /api/sign-in', { body }),
    () => go(nextPage(search), { replace: true }),
  )

  const submit = () => {
    const required = t('accounts.signIn.required')
    const empty = { ...(!civilNumber.trim() && { civilNumber: required }), ...(!password && { password: required }) }
    setMissing(empty)
    if (Object.keys(empty).length === 0) send({ civilNumber, password })
  }

  const choose = (person: SamplePerson) => {
    setCivilNumber(person.civilNumber)
    setPassword(person.password)
    setMissing({})
    send({ civilNumber: person.civilNumber, password: person.password })
  }

  return (
    <div className="flex w-full flex-col items-center justify-center gap-6 lg:flex-row lg:items-start">
      <EntryCard title={t('accounts.signIn.title')}>
        <Form onSubmit={submit} problem={problem} errors={missing} label={t('accounts.signIn.title')}>
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
            label={t('accounts.signIn.password')}
            name="password"
            value={password}
            onChange={setPassword}
            kind="current"
          />
          <Button look="primary" size="lg" type="submit" full pending={pending}>
            {t('accounts.signIn.submit')}
          </Button>
          <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
            <Link to="/password-reset">{t('accounts.signIn.forgotten')}</Link>
            <Link to="/first-sign-in">{t('accounts.signIn.first')}</Link>
          </p>
        </Form>
      </EntryCard>
      {people.length > 0 && <SamplePeople people={people} onChoose={choose} pending={pending} />}
    </div>
  )
}

function useSamplePeople(): readonly SamplePerson[] {
  const [people, setPeople] = useState<readonly SamplePerson[]>([])
  useEffect(() => {
    const abort = new AbortController()
    // Without an answer the form itself still works, and says what is wrong when it is sent.
    api('GET /api/sign-in', { signal: abort.signal }).then(
      ({ sample }) => setPeople(sample),
      () => {},
    )
    return () => abort.abort()
  }, [])
  return people
}
