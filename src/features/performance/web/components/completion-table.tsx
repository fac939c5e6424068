import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ClientResponseOf } from '../../../../shared/contract.ts'
import { formatPercent } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Progress } from '../../../../ui/progress.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { contract } from '../../schema.ts'
import type { PeopleOf } from './completion-people.tsx'

type Report = ClientResponseOf<(typeof contract)['GET /api/performance/completion']>
type Row = Report['rows'][number]

type CompletionTableProps = Pick<Report, 'rows' | 'total'> & { readonly onPeople: (of: PeopleOf) => void }

const states = ['none', 'draft', 'submitted', 'returned', 'agreed', 'amending', 'late'] as const

/** The tree of divisions with its counts; each count opens the people behind it. */
export function CompletionTable({ rows, total, onPeople }: CompletionTableProps) {
  const { t, pick } = useText()
  const top = useMemo(() => Math.min(...rows.map((row) => row.division.depth)), [rows])
  const parents = useMemo(() => new Set(rows.map((row) => row.division.parentId)), [rows])
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter((row) => row.division.depth <= top).map((row) => row.division.id)),
  )
  const shown = useMemo(() => inSight(rows, open), [rows, open])
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const columns: readonly Column<Row>[] = [
    {
      id: 'division',
      header: t('performance.completion.columns.division'),
      cell: ({ division }) => {
        const name = pick(division.name)
        const isOpen = open.has(division.id)
        return (
          <span className="flex items-center gap-1" style={{ paddingInlineStart: `${(division.depth - top) * 20}px` }}>
            {parents.has(division.id) ? (
              <IconButton
                icon={isOpen ? ChevronDown : ChevronRight}
                mirrored={!isOpen}
                size="sm"
                expanded={isOpen}
                label={t(isOpen ? 'performance.completion.close' : 'performance.completion.open', { name })}
                onPress={() => toggle(division.id)}
              />
            ) : (
              <span className="w-7 shrink-0 phone:w-10" />
            )}
            {name}
          </span>
        )
      },
    },
    {
      id: 'share',
      header: t('performance.completion.columns.share'),
      width: '11rem',
      cell: (row) => <Share share={row.agreedShare} name={pick(row.division.name)} />,
    },
    {
      id: 'employees',
      header: t('performance.completion.columns.employees'),
      align: 'center',
      cell: (row) => <Count row={row} state={null} onPeople={onPeople} />,
    },
    ...states.map(
      (state): Column<Row> => ({
        id: state,
        header: t(`performance.completion.columns.${state}`),
        align: 'center',
        cell: (row) => <Count row={row} state={state} onPeople={onPeople} />,
      }),
    ),
  ]
  return (
    <Table
      label={t('performance.pages.completion')}
      columns={columns}
      rows={shown}
      rowKey={(row) => row.division.id}
      density="compact"
      {...(rows.filter((row) => row.division.depth === top).length > 1 && {
        footer: {
          division: t('performance.completion.total'),
          share: <Share share={total.agreedShare} name={t('performance.completion.total')} />,
          employees: <Num>{total.employees}</Num>,
          ...Object.fromEntries(states.map((state) => [state, <Num key={state}>{countOf(total, state)}</Num>])),
        },
      })}
    />
  )
}

function Share({ share, name }: { readonly share: string; readonly name: string }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  return (
    <span className="flex items-center gap-2 phone:w-40">
      <Progress thin value={Number(share)} label={t('performance.completion.shareOf', { name })} />
      <span className="w-12 shrink-0 text-end text-xs tabular-nums">{formatPercent(share, { language, digits })}</span>
    </span>
  )
}

type State = (typeof states)[number]
type CountProps = { readonly row: Row; readonly state: State | null; readonly onPeople: (of: PeopleOf) => void }

function Count({ row, state, onPeople }: CountProps) {
  const { t, pick } = useText()
  const count = state === null ? row.employees : countOf(row, state)
  if (count === 0) return <span className="text-ink-3">0</span>
  const name = pick(row.division.name)
  const what = t(
    state === null ? 'performance.completion.columns.employees' : `performance.completion.columns.${state}`,
  )
  return (
    <button
      type="button"
      aria-label={t('performance.completion.peopleBehind', { what, name, count })}
      onClick={() => onPeople({ divisionId: row.division.id, name, status: state })}
      className={`min-h-6 min-w-6 rounded-sm px-1 font-medium underline-offset-4 hover:underline ${
        state === 'late' ? 'text-red-text' : 'text-accent-text'
      }`}
    >
      <Num>{count}</Num>
    </button>
  )
}

type Counted = Pick<Row, 'employees' | 'draft' | 'submitted' | 'returned' | 'agreed' | 'amending' | 'late'>

function countOf(row: Counted, state: State): number {
  if (state !== 'none') return row[state]
  return Math.max(0, row.employees - row.draft - row.submitted - row.returned - row.agreed - row.amending)
}

/** Rows whose every division above is open; the rows come in tree order. */
function inSight(rows: readonly Row[], open: ReadonlySet<string>): readonly Row[] {
  const known = new Set(rows.map((row) => row.division.id))
  const shown = new Set<string>()
  return rows.filter(({ division: { id, parentId } }) => {
    const isShown = parentId === null || !known.has(parentId) || (shown.has(parentId) && open.has(parentId))
    if (isShown) shown.add(id)
    return isShown
  })
}
