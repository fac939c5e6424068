import { BadgeCheck, Scale, Snowflake } from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { type Answer, api, keys } from '../api.ts'

type Row = Answer<'GET /api/calibration/years'>['years'][number]

/** The years that lie, or lay, before the committee. */
export function YearsPage() {
  const { t } = useText()
  const years = useApiQuery({
    key: keys.years,
    load: (signal) => api('GET /api/calibration/years', { signal }),
  })
  return (
    <Page
      header={
        <PageHeader
          title={t('calibration.pages.years')}
          context={t('calibration.committee')}
          state={t('calibration.years.intro')}
        />
      }
    >
      <Loaded query={years} waiting={<RowsSkeleton rows={4} />}>
        {(data) => <Years rows={data.years} />}
      </Loaded>
    </Page>
  )
}

function Years({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useText()
  const columns: readonly Column<Row>[] = [
    {
      id: 'year',
      header: t('calibration.years.year'),
      cell: (row) => (
        <Link to={`/committees/calibration/${row.year}`}>{t('calibration.workbenchOf', { year: row.year })}</Link>
      ),
    },
    { id: 'state', header: t('calibration.years.state'), cell: (row) => <YearState of={row.status} /> },
    {
      id: 'ranked',
      header: t('calibration.years.ranked'),
      align: 'center',
      cell: (row) => <Num>{row.ranked}</Num>,
    },
    {
      id: 'cases',
      header: t('calibration.years.cases'),
      align: 'center',
      cell: (row) =>
        row.openCases > 0 ? (
          <b className="text-amber-text">
            <Num>{row.openCases}</Num>
          </b>
        ) : (
          <Num>{0}</Num>
        ),
    },
    {
      id: 'sittings',
      header: t('calibration.years.sittings'),
      align: 'center',
      cell: (row) => <Num>{row.sittings}</Num>,
    },
    {
      id: 'signatures',
      header: t('calibration.years.signatures'),
      align: 'center',
      cell: (row) => <Num>{row.signatures}</Num>,
    },
    {
      id: 'frozenAt',
      header: t('calibration.years.frozenAt'),
      cell: (row) =>
        row.frozenAt ? (
          <span className="text-ink-2">
            <DateTimeText at={row.frozenAt} />
            {row.freezes > 1 && (
              <span className="block text-xs text-ink-3">{t('calibration.years.again', { count: row.freezes })}</span>
            )}
          </span>
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
  ]
  return (
    <Table
      label={t('calibration.years.list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.year)}
      empty={<EmptyState icon={Scale}>{t('calibration.years.empty')}</EmptyState>}
    />
  )
}

function YearState({ of }: { readonly of: Row['status'] }) {
  const { t } = useText()
  const waits = of === 'frozen'
  return (
    <Status icon={waits ? Snowflake : BadgeCheck} tone={waits ? 'blue' : of === 'open' ? 'neutral' : 'green'}>
      {t(`calibration.yearStatuses.${of}`)}
    </Status>
  )
}
