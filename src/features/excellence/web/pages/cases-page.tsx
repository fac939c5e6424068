import { Award } from 'lucide-react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api, keys } from '../api.ts'
import { GroupCard } from '../components/group-card.tsx'
import { ProjectsCard } from '../components/projects-card.tsx'
import { YearChooser } from '../components/year-chooser.tsx'

/** Dossiers of a year by group, with the seats and the order; and the head's designated projects. */
export function CasesPage() {
  const { t } = useText()
  const year = useSearch().get('year')
  const query = useApiQuery({
    key: keys.cases(year),
    load: (signal) => api('GET /api/excellence/cases', { query: year ? { year } : {}, signal }),
  })
  const cases = query.data
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('excellence.pages.cases')}
          context={cases?.year ? t('excellence.ofYear', { year: cases.year }) : undefined}
          actions={cases && <YearChooser year={cases.year} years={cases.years} />}
        />
      }
    >
      <Loaded query={query}>
        {(data) => (
          <div className="flex flex-col gap-4">
            {data.groups.length === 0 ? (
              <EmptyState icon={Award}>{t('excellence.seats.noGroups')}</EmptyState>
            ) : (
              data.groups.map((group) => <GroupCard key={group.id ?? ''} group={group} />)
            )}
            {data.year !== null && <ProjectsCard year={data.year} cases={data} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
