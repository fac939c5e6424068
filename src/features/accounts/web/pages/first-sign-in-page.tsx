import { useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { api } from '../api.ts'
import { CodeSteps } from '../components/code-steps.tsx'

/** The first sign-in (H13): civil number, employee number and a code; then a password of one's own. */
export function FirstSignInPage() {
  const { t } = useText()
  const [civilNumber, setCivilNumber] = useState('')
  const [employeeNumber, setEmployeeNumber] = useState('')
  const required = t('accounts.signIn.required')
  return (
    <CodeSteps
      title={t('accounts.firstSignIn.title')}
      lead={t('accounts.firstSignIn.lead')}
      handedOut={t('accounts.firstSignIn.haveCode')}
      civilNumber={civilNumber}
      missing={() => ({
        ...(!civilNumber.trim() && { civilNumber: required }),
        ...(!employeeNumber.trim() && { employeeNumber: required }),
      })}
      start={() => api('POST /api/first-sign-in/start', { body: { civilNumber, employeeNumber } })}
      finish={(given) => api('POST /api/first-sign-in/finish', { body: { civilNumber, employeeNumber, ...given } })}
      identity={
        <>
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
          <TextField
            label={t('accounts.firstSignIn.employeeNumber')}
            name="employeeNumber"
            hint={t('accounts.firstSignIn.employeeNumberHint')}
            value={employeeNumber}
            onChange={setEmployeeNumber}
            direction="code"
            maxLength={20}
          />
        </>
      }
    />
  )
}
