import { Award, Hourglass } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { api, keys, type MyYear } from '../api.ts'
import { cycleTitle } from '../components/cycle-title.ts'
import { shownPoints, shownUnits } from '../components/points.ts'

/** My years: the cycles as soon as they are closed, the grade once it is published. */
export function MyResultsPage() {
  const { t } = useText()
  const mine = useApiQuery({ key: keys.mine, load: (signal) => api('GET /api/appraisal/mine', { signal }) })
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('appraisal.pages.results')}
          state={t('appraisal.mine.intro')}
          actions={<Button to="/my/record">{t('appraisal.pages.record')}</Button>}
        />
      }
    >
      <Loaded query={mine}>
        {({ years }) =>
          years.length === 0 ? (
            <EmptyState icon={Award}>{t('appraisal.mine.empty')}</EmptyState>
          ) : (
            <div className="flex max-w-4xl flex-col gap-4">
              {years.map((year) => (
                <YearCard key={year.year} year={year} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function YearCard({ year: { year, status, published, cycles } }: { readonly year: MyYear }) {
  const text = useText()
  const { t } = text
  return (
    <Card
      title={<Num code>{String(year)}</Num>}
      aside={
        published ? (
          <span className="flex items-center gap-3">
            {!published.read && (
              <Status tone="amber" icon={Award}>
                {t('appraisal.mine.unread')}
              </Status>
            )}
            <Button look={published.read ? 'secondary' : 'primary'} size="sm" to={`/my/results/${year}`}>
              {t('appraisal.pages.why')}
            </Button>
          </span>
        ) : (
          <Status icon={Hourglass}>{t(`appraisal.mine.status.${status}`)}</Status>
        )
      }
    >
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        {published && (
          <p className="flex items-baseline gap-3">
            <strong className="text-2xl font-semibold text-accent-text">
              {published.rank
                ? t(`appraisalFiles.ranks.${published.rank}`)
                : t(`appraisalFiles.standings.${published.standing}`)}
            </strong>
            {published.result !== null && (
              <Num decimals={2} className="text-md text-ink-2">
                {shownPoints(published.result)}
              </Num>
            )}
          </p>
        )}
        <ul className="grid flex-1 grid-cols-4 gap-2 phone:grid-cols-2">
          {cycles.map((cycle) => (
            <li key={cycle.id} className="rounded-md bg-surface-2 px-3 py-2">
              <span className="block text-xs text-ink-3">{cycleTitle(text, year, cycle)}</span>
              {cycle.result === null ? (
                <span className="text-sm text-ink-2">
                  {cycle.counts
                    ? t(`appraisalFiles.counts.${cycle.counts}`)
                    : t(`appraisal.mine.cycle.${cycle.status}`)}
                </span>
              ) : (
                <Num decimals={2} className="font-semibold">
                  {shownUnits(cycle.result)}
                </Num>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
