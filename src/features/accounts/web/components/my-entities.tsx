import { Building2, CircleCheck } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { api } from '../api.ts'
import { useEnterEntity } from './use-enter-entity.ts'

/** The entities of a person who works in several; nothing for those who work in one. */
export function MyEntities() {
  const { t, pick } = useText()
  const { data } = useApiQuery({ key: ['accounts', 'me'], load: (signal) => api('GET /api/me', { signal }) })
  const { enter, entering } = useEnterEntity()
  if (!data || data.entities.length < 2) return null
  return (
    <section>
      <h2 className="text-sec font-semibold">{t('accounts.profile.entities')}</h2>
      <p className="text-xs text-ink-3">{t('accounts.profile.entitiesNote')}</p>
      <ul className="mt-2">
        {data.entities.map((entity) => (
          <li key={entity.id} className="flex items-center gap-3 border-b border-line py-2 text-sm last:border-b-0">
            <Icon icon={Building2} className="text-ink-3" />
            <span className="min-w-0 flex-1">{pick(entity.name)}</span>
            {entity.id === data.entity?.id ? (
              <Status icon={CircleCheck} tone="accent">
                {t('accounts.profile.current')}
              </Status>
            ) : (
              <Button
                size="sm"
                label={t('accounts.entities.enterName', { name: pick(entity.name) })}
                pending={entering === entity.id}
                onPress={() => enter(entity.id)}
              >
                {t('accounts.profile.enter')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
