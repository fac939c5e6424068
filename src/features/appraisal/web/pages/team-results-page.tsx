import { UsersRound } from 'lucide-react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Select } from '../../../../ui/select.tsx'
import { api, keys } from '../api.ts'
import { LineResults } from '../components/line-results.tsx'
import { TeamTable } from '../components/team-table.tsx'

/** The year's results of the people below: the supervisor's views, the higher official's approval. */
export function TeamResultsPage() {
  const { t } = useText()
  const { get, set } = useSearch()
  const year = get('year')
  const query = year ? { year } : {}
  const team = useApiQuery({
    key: [...keys.team, year],
    load: (signal) => api('GET /api/appraisal/team', { query, signal }),
    keepPrevious: true,
  })
  const line = useApiQuery({
    key: [...keys.line, year],
    load: (signal) => api('GET /api/appraisal/line', { query, signal }),
    keepPrevious: true,
  })
  const hasLine = (line.data?.rows.length ?? 0) > 0
  const hasTeam = (team.data?.rows.length ?? 0) > 0
  const side = hasLine && (get('of') === 'line' || !hasTeam) ? 'line' : 'team'
  const years = [...new Set([...(team.data?.years ?? []), ...(line.data?.years ?? [])])].toSorted((a, b) => b - a)
  const shown = team.data?.year ?? line.data?.year
  return (
    <Page
      header={
        <PageHeader
          title={t('appraisal.pages.team')}
          {...(shown && { state: t(`appraisal.years.status.${shown.status}`) })}
          actions={
            <>
              {hasLine && hasTeam && (
                <Segmented
                  label={t('appraisal.line.whose')}
                  value={side}
                  onChange={(of) => set({ of })}
                  options={[
                    { value: 'team', label: t('appraisal.line.mine') },
                    { value: 'line', label: t('appraisal.line.below') },
                  ]}
                />
              )}
              {years.length > 1 && shown && (
                <Select
                  className="w-28"
                  hideLabel
                  label={t('appraisalFiles.record.year')}
                  value={String(shown.year)}
                  onChange={(chosen) => set({ year: chosen })}
                  options={years.map((one) => ({ value: String(one), label: String(one) }))}
                />
              )}
            </>
          }
        />
      }
    >
      <Loaded query={team}>
        {(mine) => (
          <Loaded query={line}>
            {(below) =>
              !hasLine && !hasTeam ? (
                <EmptyState icon={UsersRound}>{t('appraisal.team.empty')}</EmptyState>
              ) : side === 'line' ? (
                <LineResults results={below} />
              ) : (
                <TeamTable results={mine} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
