import { useEffect, useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { api } from '../api.ts'
import { EntryCard } from '../components/entry-card.tsx'
import { SamplePeople, type SamplePerson } from '../components/sample-people.tsx'
import { SignInForm, useSignIn } from '../components/sign-in-form.tsx'
import { nextPage, useEntryTitle } from '../components/use-sending.ts'

/** Signing in by civil number (SC-01). */
export function SignInPage() {
  const { t } = useText()
  const { go, search } = useNavigation()
  const people = useSamplePeople()
  const signIn = useSignIn({ onDone: () => go(nextPage(search), { replace: true }) })
  useEntryTitle(t('accounts.signIn.title'))

  return (
    <div className="flex w-full flex-col items-center justify-center gap-6 lg:flex-row lg:items-start">
      <EntryCard title={t('accounts.signIn.title')}>
        <SignInForm signIn={signIn}>
          <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
            <Link to="/password-reset">{t('accounts.signIn.forgotten')}</Link>
            <Link to="/first-sign-in">{t('accounts.signIn.first')}</Link>
          </p>
        </SignInForm>
      </EntryCard>
      {people.length > 0 && (
        <SamplePeople
          people={people}
          onChoose={({ civilNumber, password }) => signIn.send({ civilNumber, password })}
          pending={signIn.pending}
        />
      )}
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
