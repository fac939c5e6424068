import { type ReactNode, useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { api } from '../api.ts'
import { PasswordField } from './password-field.tsx'
import { useSending } from './use-sending.ts'

type Credentials = { readonly civilNumber: string; readonly password: string }
type SignIn = {
  readonly typed: Credentials
  readonly type: (part: Partial<Credentials>) => void
  /** Sends what is typed, or what is given. */
  readonly send: (given?: Credentials) => void
  readonly missing: Readonly<Record<string, string>>
  readonly pending: boolean
  readonly problem: ApiProblem | null
}

export function useSignIn({ onDone }: { readonly onDone: () => void }): SignIn {
  const { t } = useText()
  const [typed, setTyped] = useState<Credentials>({ civilNumber: '', password: '' })
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const { send, pending, problem } = useSending((body: Credentials) => api('POST /api/sign-in', { body }), onDone)
  return {
    typed,
    type: (part) => setTyped((before) => ({ ...before, ...part })),
    send: (given = typed) => {
      setTyped(given)
      const required = t('accounts.signIn.required')
      const empty = {
        ...(!given.civilNumber.trim() && { civilNumber: required }),
        ...(!given.password && { password: required }),
      }
      setMissing(empty)
      if (Object.keys(empty).length === 0) send(given)
    },
    missing,
    pending,
    problem,
  }
}

export function SignInForm({ signIn, children }: { readonly signIn: SignIn; readonly children?: ReactNode }) {
  const { t } = useText()
  const { typed, type, send, missing, pending, problem } = signIn
  return (
    <Form onSubmit={() => send()} problem={problem} errors={missing} label={t('accounts.signIn.title')}>
      <TextField
        label={t('accounts.signIn.civilNumber')}
        name="civilNumber"
        value={typed.civilNumber}
        onChange={(civilNumber) => type({ civilNumber })}
        direction="code"
        inputMode="numeric"
        autoComplete="username"
        maxLength={40}
        autoFocus
      />
      <PasswordField
        label={t('accounts.signIn.password')}
        name="password"
        value={typed.password}
        onChange={(password) => type({ password })}
        kind="current"
      />
      <Button look="primary" size="lg" type="submit" full pending={pending}>
        {t('accounts.signIn.submit')}
      </Button>
      {children}
    </Form>
  )
}

/** Signing in once more over a page whose session has ended. */
export function SignInAgain({ onDone }: { readonly onDone: () => void }) {
  return <SignInForm signIn={useSignIn({ onDone })} />
}
