import { useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { api } from '../api.ts'
import { CodeSteps } from '../components/code-steps.tsx'

/** A forgotten password (N-05): a code to the registered phone, then a new one. */
export function PasswordResetPage() {
  const { t } = useText()
  const [civilNumber, setCivilNumber] = useState('')
  return (
    <CodeSteps
      title={t('accounts.reset.title')}
      lead={t('accounts.reset.lead')}
      civilNumber={civilNumber}
      missing={() => ({ ...(!civilNumber.trim() && { civilNumber: t('accounts.signIn.required') }) })}
      start={() => api('POST /api/password-reset/start', { body: { civilNumber } })}
      finish={(given) => api('POST /api/password-reset/finish', { body: { civilNumber, ...given } })}
      identity={
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
      }
    />
  )
}
