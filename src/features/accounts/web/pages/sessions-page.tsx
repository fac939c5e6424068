import { Laptop, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { fieldSentence } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Ago, DateTimeText } from '../../../../ui/date-text.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { passwordProblem } from '../../domain/password.ts'
import { api, loadSessions, type Session } from '../api.ts'
import { deviceOf } from '../components/device-name.ts'
import { PasswordField } from '../components/password-field.tsx'

const key = ['accounts', 'sessions'] as const

/** Where one is signed in, and the password. */
export function SessionsPage() {
  const { t } = useText()
  const query = useApiQuery({ key, load: loadSessions })
  const others = query.data?.items.some((session) => !session.current) ?? false
  const endOthers = useApiMutation({
    send: () => api('DELETE /api/me/sessions'),
    refresh: [key],
    onDone: () => notifyDone(t('accounts.security.othersEnded')),
    onProblem: notifyProblem,
  })
  return (
    <Page
      header={
        <PageHeader
          title={t('accounts.security.title')}
          crumbs={[{ label: t('accounts.profile.title'), to: '/profile' }]}
          actions={
            others && (
              <Button onPress={() => endOthers.mutate()} pending={endOthers.isPending}>
                {t('accounts.security.endOthers')}
              </Button>
            )
          }
        />
      }
    >
      <div className="flex max-w-[44rem] flex-col gap-8">
        <Section title={t('accounts.security.sessions')}>
          <Loaded query={query}>
            {({ items }) => (
              <ul className="overflow-clip rounded-lg border border-line">
                {items.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </ul>
            )}
          </Loaded>
        </Section>
        <Section title={t('accounts.security.password')} note={t('accounts.security.passwordNote')}>
          <PasswordForm />
        </Section>
      </div>
    </Page>
  )
}

function SessionRow({ session }: { readonly session: Session }) {
  const { t, pick } = useText()
  const device = deviceOf(session.userAgent)
  const name = device ? t('accounts.security.device', device) : t('accounts.security.unknownDevice')
  const end = useApiMutation({
    send: () => api('DELETE /api/me/sessions/:id', { params: { id: session.id } }),
    refresh: [key],
    onDone: () => notifyDone(t('accounts.security.ended')),
    onProblem: notifyProblem,
  })
  const phone = device?.system === 'Android' || device?.system === 'iOS'
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <Icon icon={phone ? Smartphone : Laptop} size={20} className="text-ink-3" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <bdi>{name}</bdi>
          {session.current && <Tag>{t('accounts.security.thisOne')}</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-3">
          <span>
            {t('accounts.security.lastSeen')} <Ago at={session.lastSeenAt} />
          </span>
          <span>
            · <DateTimeText at={session.createdAt} />
          </span>
          {session.ip && (
            <span>
              · <Num code>{session.ip}</Num>
            </span>
          )}
          {session.entity && <span>· {pick(session.entity)}</span>}
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          label={t('accounts.security.endName', { device: name })}
          pending={end.isPending}
          onPress={() => end.mutate()}
        >
          {t('accounts.security.end')}
        </Button>
      )}
    </li>
  )
}

function PasswordForm() {
  const { t } = useText()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const change = useApiMutation({
    send: () => api('POST /api/me/password', { body: { current, password } }),
    refresh: [key],
    onDone: () => {
      setCurrent('')
      setPassword('')
      notifyDone(t('accounts.security.changed'))
    },
  })
  const submit = () => {
    const wrong = passwordProblem(password, { civilNumber: '—' })
    const found = {
      ...(!current && { current: t('accounts.signIn.required') }),
      ...(wrong && { password: fieldSentence({ path: 'password', code: wrong }) }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) change.mutate()
  }
  return (
    <Form
      onSubmit={submit}
      problem={change.error}
      errors={errors}
      label={t('accounts.security.password')}
      className="max-w-sm"
    >
      <PasswordField
        label={t('accounts.security.current')}
        name="current"
        value={current}
        onChange={setCurrent}
        kind="current"
      />
      <PasswordField
        label={t('accounts.newPassword.label')}
        name="password"
        hint={t('accounts.newPassword.hint')}
        value={password}
        onChange={setPassword}
        kind="new"
      />
      <p>
        <Button type="submit" pending={change.isPending}>
          {t('accounts.security.change')}
        </Button>
      </p>
    </Form>
  )
}
