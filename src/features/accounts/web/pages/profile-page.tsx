import { Avatar } from '../../../../ui/avatar.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { api, type Profile } from '../api.ts'
import { MyEntities } from '../components/my-entities.tsx'
import { ProfileForm } from '../components/profile-form.tsx'
import { ProfileHistory } from '../components/profile-history.tsx'
import { ReadingPreferences } from '../components/reading-preferences.tsx'

/** One's own record (SC-06), and how one likes to read. */
export function ProfilePage() {
  const { t, pick } = useText()
  const me = useMe()
  const isEmployee = me.can['accounts.profile'] === true
  const query = useApiQuery({
    key: ['accounts', 'profile'],
    load: (signal) => api('GET /api/me/profile', { signal }),
    enabled: isEmployee,
  })
  const name = pick(me.person.name)
  return (
    <Page
      header={
        <PageHeader
          title={name}
          lead={<Avatar name={name} size={44} tone="accent" />}
          state={query.data && pick(query.data.title)}
          actions={<Link to="/profile/sessions">{t('accounts.profile.security')}</Link>}
        />
      }
      side={
        <>
          <Section title={t('accounts.profile.reading')} ruled>
            <ReadingPreferences />
          </Section>
          <MyEntities />
        </>
      }
      sideWidth="wide"
      sideLabel={t('accounts.profile.reading')}
    >
      {isEmployee && <Loaded query={query}>{(profile) => <Content profile={profile} />}</Loaded>}
    </Page>
  )
}

function Content({ profile }: { readonly profile: Profile }) {
  const { t, pick } = useText()
  const facts = [
    { term: t('accounts.profile.officialTitle'), value: pick(profile.title) },
    { term: t('accounts.profile.division'), value: pick(profile.division) },
    ...(profile.employeeNumber
      ? [{ term: t('accounts.profile.employeeNumber'), value: <Num code>{profile.employeeNumber}</Num> }]
      : []),
    ...(profile.level !== null ? [{ term: t('accounts.profile.level'), value: <Num>{profile.level}</Num> }] : []),
    ...(profile.supervisor ? [{ term: t('accounts.profile.supervisor'), value: pick(profile.supervisor.name) }] : []),
    { term: t('accounts.profile.hiredOn'), value: <DateText date={profile.hiredOn} /> },
  ]
  return (
    <div className="flex max-w-[44rem] flex-col gap-8">
      <Section title={t('accounts.profile.facts')} note={t('accounts.profile.factsNote')}>
        <DescriptionList facts={facts} look="columns" />
      </Section>
      <Section title={t('accounts.profile.contact')}>
        <ProfileForm key={profile.version} profile={profile} />
      </Section>
      <Section title={t('accounts.profile.history')}>
        <ProfileHistory history={profile.history} />
      </Section>
    </div>
  )
}
