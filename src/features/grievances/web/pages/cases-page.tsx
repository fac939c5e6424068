import { Scale, TriangleAlert } from 'lucide-react'
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
import { api, type GrievanceCard } from '../api.ts'
import { CaseStatus, OutcomeStatus } from '../components/pieces.tsx'

/** The cases in which the reader has a part. */
export function CasesPage() {
  const { t } = useText()
  const list = useListState()
  const state = list.filter('state') === 'closed' ? ('closed' as const) : ('open' as const)
  const asked = { state, limit: 50, ...(list.cursor && { cursor: list.cursor }) }
  const query = useApiQuery({
    key: ['grievances', 'list', asked],
    load: (signal) => api('GET /api/grievances', { query: asked, signal }),
    keepPrevious: true,
  })
  const next = query.data?.next ?? null
  return (
    <Page header={<PageHeader title={t('grievances.list.title')} />}>
      <Segmented
        className="mb-4 phone:w-full"
        label={t('grievances.list.show')}
        value={state}
        onChange={(value) => list.setFilters({ state: value === 'open' ? null : value })}
        options={[
          { value: 'open', label: t('grievances.list.open') },
          { value: 'closed', label: t('grievances.list.closed') },
        ]}
      />
      <Loaded query={query}>
        {({ items, committee }) =>
          items.length === 0 ? (
            <EmptyState icon={Scale}>
              {!committee
                ? t('grievances.list.notMember')
                : state === 'open'
                  ? t('grievances.list.empty')
                  : t('grievances.list.emptyClosed')}
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

function Cases({ items }: { readonly items: readonly GrievanceCard[] }) {
  const { t, pick, language } = useText()
  const columns: Column<GrievanceCard>[] = [
    {
      id: 'number',
      header: t('grievances.list.number'),
      width: '7rem',
      rowHeader: true,
      cell: ({ id, number, year }) => (
        <Link to={`/committees/grievances/${id}`} look="text">
          <Num code>{`${number ?? ''} / ${year}`}</Num>
        </Link>
      ),
    },
    {
      id: 'employee',
      header: t('grievances.list.employee'),
      cell: ({ employee }) => (
        <>
          {pick(employee.name)}
          <span className="block text-xs text-ink-3">{pick(employee.division)}</span>
        </>
      ),
    },
    {
      id: 'grounds',
      header: t('grievances.list.grounds'),
      cell: ({ grounds }) => grounds.map((one) => t(`grievances.grounds.${one}`)).join(language === 'ar' ? '، ' : ', '),
    },
    {
      id: 'state',
      header: t('grievances.list.state'),
      cell: ({ status, outcome, raised }) => (
        <span className="flex flex-col gap-0.5">
          {outcome ? <OutcomeStatus outcome={outcome} /> : <CaseStatus status={status} />}
          {raised && !outcome && (
            <Status icon={TriangleAlert} tone="red">
              {t('grievances.list.raised')}
            </Status>
          )}
        </span>
      ),
    },
    {
      id: 'due',
      header: t('grievances.list.deadline'),
      width: '9rem',
      cell: ({ decideBy }) => decideBy && <DateText date={decideBy} style="medium" />,
    },
  ]
  return (
    <Table
      label={t('grievances.list.title')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      tone={({ raised, outcome }) => (raised && !outcome ? 'amber' : undefined)}
    />
  )
}
