import { Users } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Pagination } from '../../../../ui/pagination.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { ShareBar } from '../../../../ui/progress.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { cycleName, DocumentStatus, LateOrDue, usePages } from '../../../performance/web/public.tsx'
import { closingStatuses } from '../../domain/facts.ts'
import { api, keys } from '../api.ts'
import { pointsText } from './measured-text.ts'
import { ResultStatus } from './result-status.tsx'

const statuses = ['late', 'none', ...closingStatuses] as const
type Wanted = (typeof statuses)[number]

/** How far the closing is for each of my people, or of theirs. */
export function TeamTable() {
  const text = useText()
  const { t, pick } = text
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const list = useListState()
  const line = list.filter('line') === 'second' ? 'second' : 'direct'
  const wanted = statuses.find((one) => one === list.filter('status'))
  const cycleId = list.filter('cycle')
  const query = {
    line,
    ...(wanted && { status: wanted }),
    ...(cycleId && { cycleId }),
    ...(list.q && { text: list.q }),
    ...(list.cursor && { cursor: list.cursor }),
  } as const
  const team = useApiQuery({
    key: [...keys.team, query],
    load: (signal) => api('GET /api/assessment/team', { query, signal }),
    keepPrevious: true,
  })
  const pages = usePages(team.data?.next)
  type Row = NonNullable<typeof team.data>['items'][number]
  const columns: readonly Column<Row>[] = [
    {
      id: 'person',
      header: t('assessment.team.columns.person'),
      cell: (row) => (
        <span className="flex flex-col">
          {row.documentId ? (
            <Link to={`/assessments/${row.documentId}`}>{pick(row.employee.name)}</Link>
          ) : (
            pick(row.employee.name)
          )}
          {row.employee.title && <span className="text-xs font-regular text-ink-3">{pick(row.employee.title)}</span>}
        </span>
      ),
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
    { id: 'due', header: t('assessment.team.columns.due'), cell: (row) => <LateOrDue {...row} /> },
    {
      id: 'recorded',
      header: t('assessment.team.columns.recorded'),
      align: 'center',
      cell: (row) => (
        <bdi>
          {t('assessment.mine.of', {
            recorded: formatNumber(row.recorded, reader),
            lines: formatNumber(row.lines, reader),
          })}
        </bdi>
      ),
    },
    {
      id: 'corrections',
      header: t('assessment.team.columns.corrections'),
      align: 'center',
      cell: (row) => <bdi>{formatNumber(row.openCorrections, reader)}</bdi>,
    },
    {
      id: 'result',
      header: t('assessment.result.title'),
      align: 'center',
      cell: (row) =>
        row.weighted === null ? '—' : <bdi className="font-semibold">{pointsText(row.weighted, reader)}</bdi>,
    },
    {
      id: 'counted',
      header: t('assessment.mine.columns.counted'),
      cell: (row) => (row.result ? <ResultStatus of={row.result.status} /> : '—'),
    },
  ]
  if (team.error && !team.data) return <ErrorState problem={team.error} onRetry={() => team.refetch()} />
  const counts = team.data?.counts
  return (
    <div className="flex flex-col gap-4">
      {counts && team.data && team.data.people > 0 && (
        <ShareBar
          className="max-w-xl"
          label={t('assessment.team.share')}
          parts={[
            { id: 'closed', label: t('assessment.team.closed'), count: counts.closed, tone: 'accent' },
            { id: 'reviewing', label: t('assessment.team.reviewing'), count: counts.reviewing, tone: 'soft' },
            {
              id: 'rest',
              label: t('assessment.team.notSent'),
              count: Math.max(0, team.data.people - counts.closed - counts.reviewing),
              tone: 'rest',
            },
          ]}
        />
      )}
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-64 phone:w-full">
          <SearchField label={t('assessment.team.search')} value={list.q} onChange={list.setQ} />
        </div>
        {team.data && team.data.cycles.length > 1 && (
          <Select
            className="w-44 phone:w-full"
            label={t('assessment.mine.columns.cycle')}
            value={cycleId ?? team.data.cycle?.id ?? null}
            onChange={(value) => list.setFilters({ cycle: value })}
            options={team.data.cycles.map((cycle) => ({ value: cycle.id, label: cycleName(text, cycle) }))}
          />
        )}
        <Select<Wanted | 'all'>
          className="w-48 phone:w-full"
          label={t('assessment.team.columns.status')}
          value={wanted ?? 'all'}
          onChange={(value) => list.setFilters({ status: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: t('ui.all') },
            ...statuses.map((value) => ({
              value,
              label:
                value === 'late' || value === 'none'
                  ? t(`assessment.team.${value}`)
                  : t(`performance.statuses.${value}`),
            })),
          ]}
        />
        {team.data?.hasSecondLine && (
          <Segmented
            className="phone:w-full"
            label={t('assessment.team.line')}
            value={line}
            onChange={(value) => list.setFilters({ line: value === 'direct' ? null : value })}
            options={[
              { value: 'direct', label: t('assessment.team.direct') },
              { value: 'second', label: t('assessment.team.second') },
            ]}
          />
        )}
      </div>
      <div>
        <Table
          label={t('assessment.pages.team')}
          columns={columns}
          rows={team.data?.items ?? []}
          rowKey={(row) => row.documentId ?? row.employee.id}
          loading={team.isPending}
          tone={(row) => (row.lateDays > 0 ? 'amber' : undefined)}
          empty={
            <EmptyState icon={Users}>{wanted || list.q ? t('ui.nothingFound') : t('assessment.team.empty')}</EmptyState>
          }
        />
        {(pages.onNext || pages.onPrevious) && <Pagination onNext={pages.onNext} onPrevious={pages.onPrevious} />}
      </div>
    </div>
  )
}
