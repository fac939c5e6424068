import { SlidersHorizontal } from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { Drawer } from '../../../../ui/drawer.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { catalogue, type PolicyKey } from '../../domain/catalogue.ts'
import { api, keys } from '../api.ts'
import { PolicyValue } from './policy-value.tsx'
import { usePolicyWords } from './policy-words.ts'

/** Every setting of one value, newest first. */
export function PolicyHistory({ policyKey, onClose }: { readonly policyKey: PolicyKey; readonly onClose: () => void }) {
  const { t, pick } = useText()
  const words = usePolicyWords()
  const title = t('policies.historyTitle', { title: words.title(policyKey) })
  const query = useApiQuery({
    key: keys.history(policyKey),
    load: (signal) => api('GET /api/policies/:key/history', { params: { key: policyKey }, signal }),
  })
  return (
    <Drawer open onClose={onClose} title={title}>
      <Loaded query={query} waiting={<RowsSkeleton rows={3} />}>
        {({ settings }) =>
          settings.length === 0 ? (
            <p className="text-sm text-ink-2">{t('policies.noHistory')}</p>
          ) : (
            <Timeline
              label={title}
              items={settings.map((setting) => ({
                id: `${setting.year}/${setting.version}`,
                icon: SlidersHorizontal,
                title: <PolicyValue policyKey={policyKey} shape={catalogue[policyKey].shape} value={setting.value} />,
                body: <bdi>{setting.reason}</bdi>,
                meta: (
                  <>
                    {t('policies.forYear', { year: setting.year })}
                    {' · '}
                    {setting.status !== 'in_force' && `${t(`policies.statuses.${setting.status}`)} · `}
                    {setting.setBy ? `${pick(setting.setBy)} · ` : ''}
                    <DateTimeText at={setting.setAt} />
                    {setting.source && <bdi className="block">{setting.source}</bdi>}
                    {setting.confirmedBy && (
                      <span className="block">
                        {t(setting.status === 'declined' ? 'policies.declinedBy' : 'policies.confirmedBy', {
                          name: pick(setting.confirmedBy),
                        })}
                        {setting.note && (
                          <>
                            {': '}
                            <bdi>{setting.note}</bdi>
                          </>
                        )}
                      </span>
                    )}
                  </>
                ),
              }))}
            />
          )
        }
      </Loaded>
    </Drawer>
  )
}
