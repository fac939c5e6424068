import { CircleCheck } from 'lucide-react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useListState } from '../../../../ui/list-state.ts'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { DocumentStatus, LateOrDue, usePages } from '../../../performance/web/public.tsx'
import { api, keys } from '../api.ts'
import { ResultStatus } from './result-status.tsx'

const choices = ['open', 'undecided', 'all'] as const
type Which = (typeof choices)[number]

/** The people behind the figures: who is late, who waits for whom, whose cycle is undecided. Never their values. */
export function ClosingPeople({ cycleId, closed }: { readonly cycleId: string; readonly closed: boolean }) {
  const { t, pick } = useText()
  const list = useListState()
  const which: Which = choices.find((one) => one === list.filter('which')) ?? (closed ? 'undecided' : 'open')
  const query = { which, ...(list.q && { text: list.q }), ...(list.cursor && { cursor: list.cursor }) }
  const people = useApiQuery({
    key: [...keys.closing(cycleId), 'people', query],
    load: (signal) => api('GET /api/assessment/cycles/:id/closing/people', { params: { id: cycleId }, query, signal }),
    keepPrevious: true,
  })
  const pages = usePages(people.data?.next)
  type Row = NonNullable<typeof people.data>['items'][number]
  const columns: readonly Column<Row>[] = [
    {
      id: 'person',
      header: t('assessment.team.columns.person'),
      cell: (row) => (
        <span className="flex flex-col">
          {pick(row.employee.name)}
          {row.employee.title && <span className="text-xs font-regular text-ink-3">{pick(row.employee.title)}</span>}
        </span>
      ),
    },
    {
      id: 'division',
      header: t('assessment.record.division'),
      cell: (row) => (row.employee.division ? pick(row.employee.division) : '—'),
    },
    {
      id: 'supervisor',
      header: t('assessment.record.supervisor'),
      cell: (row) => (row.supervisor ? pick(row.supervisor.name) : '—'),
    },
    {
      id: 'status',
      header: t('assessment.team.columns.status'),
      cell: (row) =>
        row.status ? (
          <DocumentStatus of={row.status} />
        ) : (
          <span className="text-ink-3">{t('assessment.team.none')}</span>
        ),
    },
    ...(closed
      ? [
          {
            id: 'result',
            header: t('assessment.mine.columns.counted'),
            cell: (row: Row) =>
              row.result ? (
                <span className="flex flex-col">
                  <ResultStatus of={row.result.status} />
                  {row.result.cause && (
                    <span className="text-xs text-ink-3">{t(`assessment.causes.${row.result.cause}`)}</span>
                  )}
                </span>
              ) : (
                '—'
              ),
          },
          {
            id: 'decides',
            header: t('assessment.closing.decides'),
            cell: (row: Row) =>
              row.result?.decidedBy
                ? pick(row.result.decidedBy.name)
                : row.higherOfficial
                  ? pick(row.higherOfficial.name)
                  : '—',
          },
        ]
      : [
          {
            id: 'due',
            header: t('assessment.team.columns.due'),
            cell: (row: Row) => <LateOrDue {...row} />,
          },
        ]),
  ]
  return (
    <Section title={t('assessment.closing.people')}>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Segmented<Which>
          className="phone:w-full"
          label={t('assessment.closing.which')}
          value={which}
          onChange={(value) => list.setFilters({ which: value })}
          options={(closed ? (['undecided', 'all'] as const) : (['open', 'all'] as const)).map((value) => ({
            value,
            label: t(`assessment.closing.choices.${value}`),
          }))}
        />
        <div className="w-64 phone:w-full">
          <SearchField label={t('assessment.team.search')} value={list.q} onChange={list.setQ} />
        </div>
      </div>
      {people.error && !people.data ? (
        <ErrorState problem={people.error} onRetry={() => people.refetch()} />
      ) : (
        <Table
          label={t('assessment.closing.people')}
          columns={columns}
          rows={people.data?.items ?? []}
          rowKey={(row) => row.documentId ?? row.employee.id}
          loading={people.isPending}
          tone={(row) => (row.lateDays > 0 || row.result?.status === 'undecided' ? 'amber' : undefined)}
          empty={
            <EmptyState icon={CircleCheck}>
              {list.q
                ? t('ui.nothingFound')
                : t(closed ? 'assessment.closing.nobodyWaits' : 'assessment.closing.nobody')}
            </EmptyState>
          }
        />
      )}
      {(pages.onNext || pages.onPrevious) && <Pagination onNext={pages.onNext} onPrevious={pages.onPrevious} />}
    </Section>
  )
}
