import { HandHelping, TriangleAlert } from 'lucide-react'
import { DateText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { api, type CaseCard } from '../api.ts'
import { CaseStatus } from '../components/pieces.tsx'

/** The cases in which the reader has a part: the committee's, and those of the own team. */
export function CasesPage() {
  const { t } = useText()
  const list = useListState()
  const state = list.filter('state') === 'closed' ? ('closed' as const) : ('open' as const)
  const asked = { state, limit: 50, ...(list.cursor && { cursor: list.cursor }) }
  const query = useApiQuery({
    key: ['low-performance', 'list', asked],
    load: (signal) => api('GET /api/low-performance', { query: asked, signal }),
    keepPrevious: true,
  })
  const next = query.data?.next ?? null
  return (
    <Page header={<PageHeader title={t('lowPerformance.title')} state={t('lowPerformance.record.noPay')} />}>
      <Segmented
        className="mb-4 phone:w-full"
        label={t('lowPerformance.list.show')}
        value={state}
        onChange={(value) => list.setFilters({ state: value === 'open' ? null : value })}
        options={[
          { value: 'open', label: t('lowPerformance.list.open') },
          { value: 'closed', label: t('lowPerformance.list.closed') },
        ]}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={HandHelping}>
              {state === 'open' ? t('lowPerformance.list.empty') : t('lowPerformance.list.emptyClosed')}
            </EmptyState>
          ) : (
            <Cases items={items} />
          )
        }
      </Loaded>
      {(next || list.cursor) && (
        <Pagination
          onNext={next ? () => list.setCursor(next) : undefined}
          onPrevious={list.cursor ? () => list.setCursor(undefined) : undefined}
        />
      )}
    </Page>
  )
}

function Cases({ items }: { readonly items: readonly CaseCard[] }) {
  const { t, pick, language } = useText()
  const columns: Column<CaseCard>[] = [
    {
      id: 'number',
      header: t('lowPerformance.list.number'),
      width: '7rem',
      rowHeader: true,
      cell: ({ id, number, year }) => (
        <Link to={`/committees/low-performance/${id}`} look="text">
          <Num code>{`${number} / ${year}`}</Num>
        </Link>
      ),
    },
    {
      id: 'employee',
      header: t('lowPerformance.list.employee'),
      cell: ({ employee }) => (
        <>
          {pick(employee.name)}
          <span className="block text-xs text-ink-3">{pick(employee.division)}</span>
        </>
      ),
    },
    {
      id: 'causes',
      header: t('lowPerformance.list.causes'),
      cell: ({ causes }) =>
        causes.map((cause) => t(`lowPerformance.causes.${cause}`)).join(language === 'ar' ? '، ' : ', ') || '—',
    },
    {
      id: 'state',
      header: t('lowPerformance.list.state'),
      cell: ({ status, outcome, raised }) => (
        <span className="flex flex-col gap-0.5">
          <CaseStatus status={status} />
          {outcome && <span className="text-xs text-ink-3">{t(`lowPerformance.outcomes.${outcome}`)}</span>}
          {raised && !outcome && (
            <Status icon={TriangleAlert} tone="red">
              {t('lowPerformance.list.raised')}
            </Status>
          )}
        </span>
      ),
    },
    {
      id: 'next',
      header: t('lowPerformance.list.next'),
      width: '9rem',
      cell: ({ nextReviewOn, dueOn }) => {
        const day = nextReviewOn ?? dueOn
        return day && <DateText date={day} style="medium" />
      },
    },
  ]
  return (
    <Table
      label={t('lowPerformance.title')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      tone={({ raised, outcome }) => (raised && !outcome ? 'amber' : undefined)}
    />
  )
}
