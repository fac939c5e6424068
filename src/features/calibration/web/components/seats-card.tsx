import type { Rank } from '../../../../shared/ranks.ts'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { GroupView, Workbench } from '../../schema.ts'
import { rankName } from './rank-name.ts'

type Row = {
  readonly rank: Rank
  /** Exact text; null over all groups, whose products are not one. */
  readonly product: string | null
  readonly seats: number
  readonly now: number
  readonly remark: string
}

type SeatsCardProps = { readonly workbench: Workbench; readonly group: GroupView | null }

/** Share times people, seats by the largest remainder, and who sits on them now (AMB-11). */
export function SeatsCard({ workbench, group }: SeatsCardProps) {
  const text = useText()
  const { t } = text
  const rows = rowsOf(workbench, group, text)
  const title = { title: t('calibration.seats.title'), note: t('calibration.seats.note') }
  if (rows.length === 0) {
    return (
      <Card {...title}>
        <p className="text-sm text-ink-2">
          {group && !group.hasQuotas
            ? t('calibration.group.noQuotas', { minimum: workbench.policy.minimumGroup })
            : t('calibration.seats.noSeats')}
        </p>
      </Card>
    )
  }
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const columns: readonly Column<Row>[] = [
    { id: 'rank', header: t('calibration.seats.rank'), cell: (row) => rankName(text, row.rank) },
    ...(group
      ? [
          {
            id: 'product',
            header: t('calibration.seats.product', { count: group.people }),
            align: 'center' as const,
            cell: (row: Row) => (
              <span className="text-ink-3">
                {row.product !== null && <Num decimals={2}>{Number(row.product)}</Num>}
              </span>
            ),
          },
        ]
      : []),
    { id: 'seats', header: t('calibration.seats.seats'), align: 'center', cell: (row) => <Num>{row.seats}</Num> },
    {
      id: 'now',
      header: t('calibration.seats.now'),
      align: 'center',
      cell: (row) => <Num className="font-semibold">{row.now}</Num>,
    },
    {
      id: 'remark',
      header: t('calibration.seats.remark'),
      cell: (row) => <span className="text-xs text-ink-3">{row.remark}</span>,
    },
  ]
  return (
    <Card flush {...title}>
      <Table
        bare
        density="compact"
        keepTable
        label={t('calibration.seats.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.rank}
        footer={{
          rank: t('calibration.seats.total'),
          ...(group && { product: <Num decimals={2}>{group.people}</Num> }),
          seats: <Num>{sum((row) => row.seats)}</Num>,
          now: <Num>{sum((row) => row.now)}</Num>,
          remark: '',
        }}
      />
    </Card>
  )
}

const inOrder = ['weak', 'average', 'good', 'very_good', 'excellent'] as const satisfies readonly Rank[]

function rowsOf({ total }: Workbench, group: GroupView | null, text: ReturnType<typeof useText>): Row[] {
  if (group) {
    return group.quotas.map(({ rank, product, seats }) => ({
      rank,
      product,
      seats,
      now: group.now[rank],
      remark: remarkOf(rank, { seats: seatsIn(group), now: group.now }, text),
    }))
  }
  if (!total || inOrder.every((rank) => total.seats[rank] === 0)) return []
  return inOrder.map((rank) => ({
    rank,
    product: null,
    seats: total.seats[rank],
    now: total.now[rank],
    remark: remarkOf(rank, total, text),
  }))
}

function seatsIn({ quotas }: GroupView): Record<Rank, number> {
  const seats = { weak: 0, average: 0, good: 0, very_good: 0, excellent: 0 }
  for (const quota of quotas) seats[quota.rank] = quota.seats
  return seats
}

type Standing = {
  readonly seats: Readonly<Record<Rank, number>>
  readonly now: Readonly<Record<Rank, number>>
}

/** Seats that nobody of «excellent» took stand open to «very good» (AMB-14). */
function remarkOf(rank: Rank, { seats, now }: Standing, { t }: ReturnType<typeof useText>): string {
  const gap = seats[rank] - now[rank]
  const unused = Math.max(0, seats.excellent - now.excellent)
  if (rank === 'excellent') return gap > 0 ? t('calibration.seats.unused', { count: gap }) : ''
  if (rank === 'very_good' && gap < 0 && unused > 0) {
    return t('calibration.seats.fromExcellent', { count: Math.min(unused, -gap) })
  }
  if (gap > 0) return t('calibration.seats.vacant', { count: gap })
  return gap < 0 ? t('calibration.seats.beyond', { count: -gap }) : ''
}
