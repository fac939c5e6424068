import { CircleCheck, Clock, PenLine, Users } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { ShareBar } from '../../../../ui/progress.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { documentStatuses } from '../../domain/document.ts'
import { api, keys } from '../api.ts'
import { contentCounts } from '../components/content-counts.ts'
import { cycleName } from '../components/cycle-name.ts'
import { DocumentStatus } from '../components/document-status.tsx'
import { LateOrDue } from '../components/late-or-due.tsx'
import { usePages } from '../components/use-pages.ts'

const statuses = ['late', 'none', ...documentStatuses] as const
type Wanted = (typeof statuses)[number]

/** The documents of those whom I supervise, or of those whom they supervise. */
export function TeamDocumentsPage() {
  const text = useText()
  const { t, pick } = text
  const { language, digits } = usePreferences()
  const list = useListState()
  const line = list.filter('line') === 'second' ? 'second' : 'direct'
  const wanted = statuses.find((one) => one === list.filter('status'))
  const query = {
    line,
    ...(wanted && { status: wanted }),
    ...(list.q && { text: list.q }),
    ...(list.cursor && { cursor: list.cursor }),
  } as const
  const team = useApiQuery({
    key: [...keys.team, query],
    load: (signal) => api('GET /api/performance/team', { query, signal }),
    keepPrevious: true,
  })
  const pages = usePages(team.data?.next)
  type Row = NonNullable<typeof team.data>['items'][number]
  const columns: readonly Column<Row>[] = [
    {
      id: 'person',
      header: t('performance.team.columns.person'),
      cell: (row) => (
        <span className="flex flex-col">
          {row.documentId ? (
            <Link to={`/documents/${row.documentId}`}>{pick(row.employee.name)}</Link>
          ) : (
            pick(row.employee.name)
          )}
          {row.employee.title && <span className="text-xs font-regular text-ink-3">{pick(row.employee.title)}</span>}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('performance.team.columns.status'),
      cell: (row) =>
        row.status ? (
          <DocumentStatus of={row.status} />
        ) : (
          <span className="text-ink-3">{t('performance.state.none')}</span>
        ),
    },
    { id: 'due', header: t('performance.team.columns.due'), cell: (row) => <LateOrDue {...row} /> },
    {
      id: 'weight',
      header: t('performance.team.columns.weight'),
      align: 'center',
      cell: (row) => (row.documentId ? <bdi>{formatNumber(row.weightTotal, { language, digits })}</bdi> : '—'),
    },
    {
      id: 'content',
      header: t('performance.team.columns.content'),
      cell: (row) => (row.documentId ? contentCounts(text, row) : '—'),
    },
    {
      id: 'meeting',
      header: t('performance.team.columns.meeting'),
      cell: (row) =>
        row.status === null || row.status === 'draft' ? (
          <span className="text-ink-3">—</span>
        ) : row.hasMeeting ? (
          <Status icon={CircleCheck} tone="green">
            {t('performance.meeting.recorded')}
          </Status>
        ) : (
          <Status icon={Clock}>{t('performance.meeting.missing')}</Status>
        ),
    },
    {
      id: 'act',
      header: t('performance.team.columns.act'),
      phone: 'bare',
      align: 'end',
      cell: (row) => <RowAction row={row} />,
    },
  ]
  if (team.error && !team.data) return <ErrorState problem={team.error} onRetry={() => team.refetch()} />
  return (
    <Page
      header={
        <PageHeader
          title={t('performance.pages.team')}
          {...(team.data?.cycle && { context: cycleName(text, team.data.cycle) })}
          {...(team.data && { state: t('performance.everyPerson', { count: team.data.people }) })}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {team.data && team.data.people > 0 && <TeamShare counts={team.data.counts} />}
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-64 phone:w-full">
            <SearchField label={t('performance.team.search')} value={list.q} onChange={list.setQ} />
          </div>
          <Select<Wanted | 'all'>
            className="w-48 phone:w-full"
            label={t('performance.team.status')}
            value={wanted ?? 'all'}
            onChange={(value) => list.setFilters({ status: value === 'all' ? null : value })}
            options={[
              { value: 'all', label: t('ui.all') },
              ...statuses.map((value) => ({ value, label: statusName(value, t) })),
            ]}
          />
          {team.data?.hasSecondLine && (
            <Segmented
              className="phone:w-full"
              label={t('performance.team.line')}
              value={line}
              onChange={(value) => list.setFilters({ line: value === 'direct' ? null : value })}
              options={[
                { value: 'direct', label: t('performance.team.direct') },
                { value: 'second', label: t('performance.team.second') },
              ]}
            />
          )}
        </div>
        <div>
          <Table
            label={t('performance.pages.team')}
            columns={columns}
            rows={team.data?.items ?? []}
            rowKey={(row) => row.employee.id}
            loading={team.isPending}
            tone={(row) => (row.lateDays > 0 ? 'amber' : undefined)}
            empty={
              <EmptyState icon={Users}>
                {wanted || list.q ? t('ui.nothingFound') : t('performance.team.empty')}
              </EmptyState>
            }
          />
          {(pages.onNext || pages.onPrevious) && <Pagination onNext={pages.onNext} onPrevious={pages.onPrevious} />}
        </div>
      </div>
    </Page>
  )
}

function statusName(value: Wanted, t: ReturnType<typeof useText>['t']): string {
  if (value === 'late') return t('performance.team.late')
  return value === 'none' ? t('performance.team.none') : t(`performance.statuses.${value}`)
}

type Counts = Readonly<Record<'none' | (typeof documentStatuses)[number], number>>

function TeamShare({ counts }: { readonly counts: Counts }) {
  const { t } = useText()
  const agreed = counts.agreed + counts.assessing + counts.reviewing + counts.closed
  return (
    <ShareBar
      className="max-w-xl"
      label={t('performance.team.share')}
      parts={[
        { id: 'agreed', label: t('performance.team.agreed'), count: agreed, tone: 'accent' },
        { id: 'pending', label: t('performance.team.pending'), count: counts.submitted, tone: 'soft' },
        {
          id: 'writing',
          label: t('performance.team.writing'),
          count: counts.draft + counts.returned + counts.amending,
          tone: 'rest',
        },
        ...(counts.none > 0
          ? [{ id: 'none', label: t('performance.team.none'), count: counts.none, tone: 'rest' as const }]
          : []),
      ]}
    />
  )
}

type RowActionProps = {
  readonly row: {
    readonly documentId: string | null
    readonly status: string | null
    readonly employee: { readonly name: { readonly ar: string; readonly en: string } }
    readonly can: {
      readonly draftFor?: { readonly allowed: boolean } | undefined
      readonly agree?: { readonly allowed: boolean } | undefined
      readonly sendBack?: { readonly allowed: boolean } | undefined
    }
  }
}

/** What a row asks for: a decision, a draft for somebody late, or nothing. */
function RowAction({ row }: RowActionProps) {
  const { t, pick } = useText()
  if (!row.documentId) return null
  if (row.can.agree?.allowed || row.can.sendBack?.allowed) {
    return (
      <Button
        size="sm"
        to={`/documents/${row.documentId}`}
        label={`${t('performance.approvals.review')}: ${pick(row.employee.name)}`}
      >
        {t('performance.approvals.review')}
      </Button>
    )
  }
  if (row.can.draftFor?.allowed) {
    return (
      <Button
        size="sm"
        look="ghost"
        icon={PenLine}
        to={`/documents/${row.documentId}?ask=draftFor`}
        label={`${t('performance.team.draftFor')}: ${pick(row.employee.name)}`}
      >
        {t('performance.team.draftFor')}
      </Button>
    )
  }
  return null
}
