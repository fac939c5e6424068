import { HeartHandshake } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api } from '../api.ts'
import { CaseStatus } from '../components/pieces.tsx'

/** My own cases of support: mostly none. */
export function MySupportPage() {
  const { t } = useText()
  const query = useApiQuery({
    key: ['low-performance', 'mine'],
    load: (signal) => api('GET /api/low-performance/mine', { signal }),
  })
  return (
    <Page
      ground="bg"
      header={<PageHeader title={t('lowPerformance.mine.title')} state={t('lowPerformance.mine.intro')} />}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={HeartHandshake}>{t('lowPerformance.mine.empty')}</EmptyState>
          ) : (
            <ul className="flex max-w-3xl flex-col gap-4">
              {items.map(({ id, number, year, status }) => (
                <li key={id}>
                  <Card
                    className="bg-surface"
                    title={t('lowPerformance.record.title', { number, year })}
                    aside={<CaseStatus status={status} look="pill" />}
                  >
                    <p className="text-sm text-ink-2">{t(`lowPerformance.states.${status}`)}</p>
                    <Button className="mt-4" to={`/my/support/${id}`}>
                      {t('ui.open')}
                    </Button>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
