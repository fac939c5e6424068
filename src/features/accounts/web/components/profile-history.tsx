import { Mail, Phone, UserPen } from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { Profile } from '../api.ts'

const icons = { display_title: UserPen, phone: Phone, email: Mail } as const

/** What was changed in the profile, newest first. */
export function ProfileHistory({ history }: { readonly history: Profile['history'] }) {
  const { t, pick } = useText()
  if (history.length === 0) return <p className="text-sm text-ink-3">{t('accounts.profile.noHistory')}</p>
  return (
    <Timeline
      label={t('accounts.profile.history')}
      items={history.map(({ id, field, from, to, by, at }) => {
        const name = t(`accounts.profile.field.${field}`)
        const title = !to
          ? t('accounts.profile.removed', { field: name, from: from ?? '' })
          : from
            ? t('accounts.profile.changed', { field: name, from, to })
            : t('accounts.profile.added', { field: name, to })
        return {
          id,
          icon: icons[field],
          title,
          meta: (
            <>
              {by && `${pick(by)} · `}
              <DateTimeText at={at} />
            </>
          ),
        }
      })}
    />
  )
}
