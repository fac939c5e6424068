import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { useQueue } from '../api.ts'
import { QueueList } from '../components/queue-list.tsx'
import { TeamTable } from '../components/team-table.tsx'

const tabs = ['queue', 'team'] as const
type Tab = (typeof tabs)[number]

/** The closing of my people: what waits for me, and how far each of them is. */
export function TeamAssessmentsPage() {
  const { t } = useText()
  const { get, set } = useSearch()
  const queue = useQueue()
  const chosen: Tab = get('tab') === 'team' ? 'team' : 'queue'
  const count = queue.data?.items.length
  const late = queue.data?.items.filter(({ lateDays }) => lateDays > 0).length ?? 0
  return (
    <Page
      header={
        <PageHeader
          title={t('assessment.pages.team')}
          {...(count !== undefined && {
            context: [
              t('assessment.queue.waiting', { count }),
              ...(late > 0 ? [t('assessment.queue.late', { count: late })] : []),
            ].join(t('assessment.comma')),
          })}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <Tabs<Tab>
          label={t('assessment.pages.team')}
          value={chosen}
          onChange={(tab) => set({ tab: tab === 'queue' ? null : tab })}
          tabs={[
            { value: 'queue', label: t('assessment.queue.title'), ...(count !== undefined && { count }) },
            { value: 'team', label: t('assessment.team.title') },
          ]}
        />
        {chosen === 'team' ? (
          <TeamTable />
        ) : (
          <Loaded query={queue} waiting={<RowsSkeleton rows={5} />}>
            {({ items, bulk }) => <QueueList items={items} bulk={bulk} />}
          </Loaded>
        )}
      </div>
    </Page>
  )
}
