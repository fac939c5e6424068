import { useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { TextField, type TextFieldProps } from '../../../../ui/text-field.tsx'

type PasswordFieldProps = Pick<
  TextFieldProps,
  'label' | 'name' | 'value' | 'onChange' | 'hint' | 'error' | 'autoFocus'
> & {
  /** A new one is offered by the browser's keeper, the present one is filled in by it. */
  readonly kind: 'current' | 'new'
}

/** A password that can be shown while typing. */
export function PasswordField({ kind, ...field }: PasswordFieldProps) {
  const { t } = useText()
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextField
        {...field}
        type={shown ? 'text' : 'password'}
        direction="code"
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        maxLength={200}
      />
      <button
        type="button"
        aria-label={shown ? t('accounts.signIn.hidePassword') : t('accounts.signIn.showPassword')}
        onClick={() => setShown(!shown)}
        className="absolute end-0 top-0 rounded-sm px-1 text-sm font-medium text-accent-text hover:underline"
      >
        {shown ? t('accounts.signIn.hide') : t('accounts.signIn.show')}
      </button>
    </div>
  )
}
