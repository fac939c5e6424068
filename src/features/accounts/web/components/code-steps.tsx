import { type ReactNode, useState } from 'react'
import { fieldSentence } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { passwordProblem } from '../../domain/password.ts'
import { EntryCard } from './entry-card.tsx'
import { PasswordField } from './password-field.tsx'
import { useEntryTitle, useSending } from './use-sending.ts'

type CodeStepsProps = {
  readonly title: string
  readonly lead: string
  /** What identifies the person in the first step. */
  readonly identity: ReactNode
  readonly civilNumber: string
  /** Sentences for fields of the first step that are empty. */
  readonly missing: () => Readonly<Record<string, string>>
  readonly start: () => Promise<unknown>
  readonly finish: (given: { code: string; password: string }) => Promise<unknown>
  /** Offers the second step at once, for a code that was handed out. */
  readonly handedOut?: string
}

/** Two steps: who it is, then the code and the new password. */
export function CodeSteps(props: CodeStepsProps) {
  const { title, lead, identity, civilNumber, missing, start, finish, handedOut } = props
  const { t } = useText()
  const { go } = useNavigation()
  const [step, setStep] = useState<'identity' | 'code'>('identity')
  const [wasSent, setWasSent] = useState(false)
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  useEntryTitle(title)

  const asking = useSending<undefined>(start, () => {
    setWasSent(true)
    setStep('code')
  })
  const finishing = useSending(finish, () => go('/', { replace: true }))

  const whenComplete = (then: () => void) => {
    const empty = missing()
    setErrors(empty)
    if (Object.keys(empty).length === 0) then()
  }
  const send = () => whenComplete(() => asking.send(undefined))
  const submit = () => {
    const wrong = passwordProblem(password, { civilNumber: civilNumber.trim() || '—' })
    const found = {
      ...(!code.trim() && { code: t('accounts.signIn.required') }),
      ...(wrong && { password: fieldSentence({ path: 'password', code: wrong }) }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) finishing.send({ code, password })
  }

  return (
    <EntryCard title={title} lead={step === 'identity' ? lead : undefined}>
      {step === 'identity' ? (
        <Form onSubmit={send} problem={asking.problem} errors={errors} label={title}>
          {identity}
          <Button look="primary" size="lg" type="submit" full pending={asking.pending}>
            {t('accounts.code.send')}
          </Button>
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
            <Link to="/sign-in">{t('accounts.signIn.back')}</Link>
            {handedOut && (
              <Button look="link" size="sm" onPress={() => whenComplete(() => setStep('code'))}>
                {handedOut}
              </Button>
            )}
          </p>
        </Form>
      ) : (
        <Form onSubmit={submit} problem={finishing.problem ?? asking.problem} errors={errors} label={title}>
          {wasSent && (
            <Banner tone="blue" live>
              <p>{t('accounts.code.sent')}</p>
              {handedOut && <p className="mt-1 text-ink-2">{t('accounts.code.noPhone')}</p>}
            </Banner>
          )}
          <TextField
            label={t('accounts.code.label')}
            name="code"
            value={code}
            onChange={setCode}
            direction="code"
            autoComplete="one-time-code"
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
          <Button look="primary" size="lg" type="submit" full pending={finishing.pending}>
            {t('accounts.code.finish')}
          </Button>
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
            <Link to="/sign-in">{t('accounts.signIn.back')}</Link>
            <Button look="link" size="sm" onPress={() => asking.send(undefined)} pending={asking.pending}>
              {t('accounts.code.again')}
            </Button>
          </p>
        </Form>
      )}
    </EntryCard>
  )
}
