import { MessageSquarePlus, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Num } from '../../../../ui/num.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import type { PersonRow, Workbench } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { ExportMenu } from './export-menu.tsx'
import { allows } from './may.ts'
import { Movement } from './movement.tsx'
import { OpenCaseDialog } from './open-case-dialog.tsx'
import { points, rankName } from './rank-name.ts'
import { RowReason } from './row-reason.tsx'

const filters = ['around_line', 'needs_reason', 'view_differs', 'moved', 'all'] as const

type RankedListProps = {
  readonly workbench: Workbench
  readonly groupId: string | null
  readonly onCase: (caseId: string) => void
}

/** People from the highest, the line drawn at the last seat, and the reason that each of them will read. */
export function RankedList({ workbench, groupId, onCase }: RankedListProps) {
  const { t } = useText()
  const { year, can, parts } = workbench
  const state = useListState()
  const [before, setBefore] = useState<readonly string[]>([])
  const [searching, setSearching] = useState(state.q !== '')
  const [opening, setOpening] = useState<PersonRow | null>(null)
  const filter = filters.find((one) => one === state.filter('list')) ?? 'around_line'
  const cursor = before.at(-1)
  const query = {
    filter,
    ...(groupId && { groupId }),
    ...(state.q && { text: state.q }),
    ...(cursor && { cursor }),
  }
  const people = useApiQuery({
    key: [...keys.people(year), query],
    load: (signal) => api('GET /api/calibration/:year/people', { params: { year }, query, signal }),
    keepPrevious: true,
  })
  const rows = people.data?.people ?? []
  const columns = useColumns({
    workbench,
    onCase,
    onOpen: allows(can, 'openCase') ? setOpening : null,
    mayDecide: parts.includes('chair'),
    mayVote: parts.includes('chair') || parts.includes('member'),
  })
  const underLine = new Set(rows.flatMap((row, at) => (rows[at - 1]?.lastAboveLine ? [row.employee.id] : [])))
  const next = people.data?.next
  const choose = (list: string) => {
    setBefore([])
    state.setFilters({ list: list === 'around_line' ? null : list })
  }
  return (
    <section className="overflow-clip rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="text-sec font-semibold">{t('calibration.list.title')}</h2>
        <Tabs
          label={t('calibration.list.title')}
          className="min-w-0"
          value={filter}
          onChange={choose}
          tabs={filters.map((value) => ({
            value,
            label: t(`calibration.list.filters.${value}`),
            ...(value !== 'around_line' &&
              value !== 'all' &&
              people.data?.counts[value] !== undefined && { count: people.data.counts[value] }),
          }))}
        />
        <div className="ms-auto flex items-center gap-1">
          <IconButton
            icon={Search}
            size="sm"
            label={t('calibration.list.search')}
            expanded={searching}
            onPress={() => setSearching(!searching)}
          />
          {allows(can, 'export') && <ExportMenu year={year} />}
        </div>
        {searching && (
          <SearchField
            size="sm"
            className="basis-full"
            label={t('calibration.list.search')}
            placeholder={t('calibration.list.search')}
            value={state.q}
            onChange={(q) => {
              setBefore([])
              state.setFilters({ q, list: q && filter === 'around_line' ? 'all' : filter })
            }}
          />
        )}
      </header>
      {people.error && !people.data ? (
        <ErrorState problem={people.error} onRetry={() => people.refetch()} />
      ) : (
        <Table
          bare
          density="compact"
          label={t('calibration.list.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.employee.id}
          loading={people.isPending}
          tone={(row) => (row.needsReason ? 'amber' : undefined)}
          ruleAbove={(row) => underLine.has(row.employee.id)}
          empty={<EmptyState>{t('calibration.list.empty')}</EmptyState>}
        />
      )}
      {(next || cursor) && (
        <div className="border-t border-line px-4 pb-3">
          <Pagination
            onNext={next ? () => setBefore([...before, next]) : undefined}
            onPrevious={cursor ? () => setBefore(before.slice(0, -1)) : undefined}
          />
        </div>
      )}
      {opening && <OpenCaseDialog year={year} employee={opening.employee} onClose={() => setOpening(null)} />}
    </section>
  )
}

type ColumnsRequest = {
  readonly workbench: Workbench
  readonly onCase: (caseId: string) => void
  readonly onOpen: ((row: PersonRow) => void) | null
  readonly mayDecide: boolean
  readonly mayVote: boolean
}

function useColumns(request: ColumnsRequest): readonly Column<PersonRow>[] {
  const { workbench, onCase, onOpen, mayDecide, mayVote } = request
  const text = useText()
  const { t, pick, language } = text
  return [
    {
      id: 'position',
      header: t('calibration.list.position'),
      align: 'center',
      width: '3.5rem',
      phone: 'hidden',
      cell: (row) => (
        <span className="text-ink-3">
          <Num>{row.position}</Num>
        </span>
      ),
    },
    {
      id: 'person',
      header: t('calibration.list.person'),
      rowHeader: true,
      ...(language === 'en' && { width: '28%' }),
      cell: (row) => (
        <>
          <span className="me-2 hidden text-ink-3 phone:inline">
            <Num>{row.position}</Num>
          </span>
          <Link to={`/results/${row.employee.id}/${workbench.year}`} look="plain" className="hover:text-accent-text">
            {pick(row.employee.name)}
          </Link>
          {language === 'en' && row.division && (
            <span className="block text-xs font-regular text-ink-3">{pick(row.division)}</span>
          )}
        </>
      ),
    },
    // Names and divisions run longer in English: there the division stands under the name.
    ...(language === 'ar'
      ? [
          {
            id: 'division',
            header: t('calibration.list.division'),
            cell: (row: PersonRow) => <span className="text-ink-2">{row.division && pick(row.division)}</span>,
          },
        ]
      : []),
    {
      id: 'result',
      header: t('calibration.list.result'),
      align: 'center',
      cell: (row) => <Num decimals={2}>{points(row.result)}</Num>,
    },
    {
      id: 'band',
      header: t('calibration.list.band'),
      cell: (row) => <span className="whitespace-nowrap text-ink-3">{rankName(text, row.band)}</span>,
    },
    {
      id: 'now',
      header: t('calibration.list.now'),
      cell: (row) => <b className="whitespace-nowrap">{rankName(text, row.now)}</b>,
    },
    {
      id: 'move',
      header: t('calibration.list.move'),
      cell: (row) => <Movement row={row} />,
    },
    {
      id: 'reason',
      header: t('calibration.list.reason'),

      cell: (row) => <RowReason row={row} />,
    },
    {
      id: 'act',
      header: t('calibration.list.act'),
      phone: 'bare',
      align: 'end',
      cell: (row) => {
        const name = pick(row.employee.name)
        const { case: opened } = row
        if (opened) {
          const words = t(
            row.needsReason && mayDecide
              ? 'calibration.list.writeReason'
              : row.needsReason && mayVote
                ? 'calibration.list.giveView'
                : 'calibration.list.seeCase',
          )
          return (
            <Button
              size="sm"
              look={row.needsReason ? 'secondary' : 'ghost'}
              className="whitespace-nowrap"
              label={`${words}: ${name}`}
              onPress={() => onCase(opened.id)}
            >
              {words}
            </Button>
          )
        }
        if (!onOpen) return null
        return (
          <IconButton
            icon={MessageSquarePlus}
            size="sm"
            label={t('calibration.list.openCaseFor', { name })}
            onPress={() => onOpen(row)}
          />
        )
      },
    },
  ]
}
