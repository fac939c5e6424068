import { useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type Profile } from '../api.ts'
import { PasswordField } from './password-field.tsx'

/** The three things that a person may change in the own record (BR-50). */
export function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t } = useText()
  const [displayTitle, setDisplayTitle] = useState(profile.displayTitle ?? '')
  const [phone, setPhone] = useState(profile.phone ?? '')
  const [email, setEmail] = useState(profile.email ?? '')
  const [password, setPassword] = useState('')
  const newPhone = phone !== (profile.phone ?? '')
  const dirty = newPhone || displayTitle !== (profile.displayTitle ?? '') || email !== (profile.email ?? '')
  useLeaveGuard(dirty)

  const save = useApiMutation({
    send: () =>
      api('PATCH /api/me/profile', {
        version: profile.version,
        body: {
          displayTitle: displayTitle.trim() || null,
          email: email.trim() || null,
          ...(newPhone && { phone, password }),
        },
      }),
    refresh: [['accounts', 'profile']],
    onDone: () => {
      setPassword('')
      notifyDone(t('accounts.profile.saved'))
    },
  })

  return (
    <Form onSubmit={() => save.mutate()} problem={save.error} label={t('accounts.profile.contact')}>
      <TextField
        label={t('accounts.profile.displayTitle')}
        name="displayTitle"
        hint={t('accounts.profile.displayTitleHint')}
        value={displayTitle}
        onChange={setDisplayTitle}
        maxLength={200}
      />
      {profile.titleDiffers && displayTitle === profile.displayTitle && (
        <Banner tone="amber">{t('accounts.profile.differs')}</Banner>
      )}
      <TextField
        label={t('accounts.profile.phone')}
        name="phone"
        hint={t('accounts.profile.phoneHint')}
        value={phone}
        onChange={setPhone}
        type="tel"
        direction="code"
        autoComplete="tel"
        maxLength={60}
      />
      {newPhone && (
        <PasswordField
          label={t('accounts.profile.passwordForPhone')}
          name="password"
          hint={t('accounts.profile.passwordForPhoneHint')}
          value={password}
          onChange={setPassword}
          kind="current"
        />
      )}
      <TextField
        label={t('accounts.profile.email')}
        name="email"
        value={email}
        onChange={setEmail}
        type="email"
        direction="code"
        autoComplete="email"
        maxLength={254}
      />
      <p>
        <Button look="primary" type="submit" pending={save.isPending} disabled={!dirty}>
          {t('ui.save')}
        </Button>
      </p>
    </Form>
  )
}
