import { Award } from 'lucide-react'
import { Card } from '../../../../ui/card.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Group } from '../api.ts'
import { NominationState } from './state.tsx'

type Row = Group['nominations'][number]

/** The seats of one group with their arithmetic, and its dossiers in the order of results. */
export function GroupCard({ group }: { readonly group: Group }) {
  const { t, pick } = useText()
  const { seats, people, product, passedGate, nominations, ratified, unused, tolerance } = group
  const name = group.division ? pick(group.division) : t('excellence.seats.wholeEntity')
  return (
    <Card
      className="bg-surface"
      title={`${t('excellence.seats.title')}: ${name}`}
      note={product !== null && t('excellence.seats.product', { people, product })}
    >
      <div className="flex flex-col gap-4">
        <DescriptionList
          look="columns"
          facts={[
            {
              term: t('excellence.seats.seats'),
              value: seats === null ? t('excellence.seats.unlimited') : <Num>{seats}</Num>,
            },
            { term: t('excellence.seats.passed'), value: <Num>{passedGate}</Num> },
            { term: t('excellence.seats.nominated'), value: <Num>{nominations.length}</Num> },
            { term: t('excellence.seats.ratified'), value: <Num>{ratified}</Num> },
            ...(unused === null ? [] : [{ term: t('excellence.seats.unused'), value: <Num>{unused}</Num> }]),
          ]}
        />
        <Nominations group={group} />
        <p className="text-xs text-ink-3">
          {seats !== null && `${t('excellence.seats.tolerance', { count: tolerance })} `}
          {t('excellence.seats.unusedNote')}
        </p>
      </div>
    </Card>
  )
}

function Nominations({ group: { nominations } }: { readonly group: Group }) {
  const { t, pick } = useText()
  const columns: readonly Column<Row>[] = [
    {
      id: 'place',
      header: t('excellence.seats.place'),
      align: 'center',
      width: '4.5rem',
      cell: ({ place }) => <Num>{place}</Num>,
    },
    {
      id: 'employee',
      header: t('excellence.team.employee'),
      rowHeader: true,
      cell: ({ id, employee }) => (
        <span>
          <Link to={`/committees/excellence/${id}`}>{pick(employee.name)}</Link>
          <span className="block text-xs text-ink-3">{pick(employee.division)}</span>
        </span>
      ),
    },
    {
      id: 'result',
      header: t('excellence.team.result'),
      align: 'center',
      cell: ({ ranking }) => <Num decimals={2}>{ranking / 1_000_000}</Num>,
    },
    {
      id: 'met',
      header: t('excellence.seats.met'),
      align: 'center',
      cell: ({ met, needed, status }) => (status === 'submitted' ? '—' : t('excellence.seats.metOf', { met, needed })),
    },
    { id: 'state', header: t('excellence.team.state'), cell: ({ status }) => <NominationState of={status} /> },
    {
      id: 'seat',
      header: t('excellence.seats.seats'),
      cell: ({ seat }) => (seat ? t(`excellence.seats.standing.${seat}`) : '—'),
    },
  ]
  return (
    <Table
      label={t('excellence.seats.list')}
      columns={columns}
      rows={nominations}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Award}>{t('excellence.seats.empty')}</EmptyState>}
    />
  )
}
