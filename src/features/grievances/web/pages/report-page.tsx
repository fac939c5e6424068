import { ChartColumn, Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Report } from '../api.ts'

/** Counts of grievances without names; what fewer than five stand behind is withheld. */
export function ReportPage() {
  const { t, language } = useText()
  const { get, set } = useSearch()
  const year = Number(get('year')) || undefined
  const asked = year ? { year } : {}
  const query = useApiQuery({
    key: ['grievances', 'report', asked],
    load: (signal) => api('GET /api/grievances/report', { query: asked, signal }),
    keepPrevious: true,
  })
  const report = query.data
  const save = () =>
    download('GET /api/grievances/report/export', { query: { ...asked, language } }).catch((thrown: unknown) =>
      notifyProblem(toProblem(thrown)),
    )
  return (
    <Page
      header={
        <PageHeader
          title={t('grievances.report.title')}
          state={t('grievances.report.intro')}
          actions={
            report?.year != null && (
              <Button icon={Download} onPress={save}>
                {t('grievances.report.export')}
              </Button>
            )
          }
        />
      }
    >
      <Loaded query={query}>
        {(found) =>
          found.year === null ? (
            <EmptyState icon={ChartColumn}>{t('grievances.report.empty')}</EmptyState>
          ) : (
            <div className="flex max-w-3xl flex-col gap-7">
              {found.years.length > 1 && (
                <Select
                  className="w-40"
                  label={t('grievances.report.year')}
                  value={String(found.year)}
                  onChange={(value) => set({ year: value })}
                  options={found.years.map((one) => ({ value: String(one), label: String(one) }))}
                />
              )}
              <Figures report={found} />
              <Counts
                title={t('grievances.report.byOutcome')}
                head={t('grievances.report.outcome')}
                cells={found.outcomes}
                name={(key) => t(`grievances.report.outcomes.${key as 'upheld'}`)}
              />
              <Counts
                title={t('grievances.report.byGround')}
                note={t('grievances.report.groundNote')}
                head={t('grievances.report.ground')}
                cells={found.grounds}
                name={(key) => t(`grievances.report.grounds.${key as 'evidence'}`)}
              />
              <Counts
                title={t('grievances.report.duration')}
                head={t('grievances.report.time')}
                cells={found.duration.inTime}
                name={(key) => t(`grievances.report.times.${key as 'late'}`)}
              />
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function Figures({ report }: { readonly report: Report }) {
  const { t } = useText()
  const figures = [
    [t('grievances.report.filed'), report.filed],
    [t('grievances.report.inHand'), report.inHand],
    [t('grievances.report.median'), report.duration.medianDays ?? '—'],
    [t('grievances.report.addedSeats'), report.addedSeats],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
      {figures.map(([label, count]) => (
        <div key={label} className="flex flex-col justify-between gap-1 bg-surface p-4">
          <dt className="text-sm text-ink-3">{label}</dt>
          <dd className="text-2xl font-semibold">{count === '—' ? count : <Count>{count}</Count>}</dd>
        </div>
      ))}
    </dl>
  )
}

type CountsProps = {
  readonly title: string
  readonly note?: string
  readonly head: string
  readonly cells: Report['outcomes']
  readonly name: (key: string) => string
}

function Counts({ title, note, head, cells, name }: CountsProps) {
  const { t } = useText()
  const columns: Column<Report['outcomes'][number]>[] = [
    { id: 'name', header: head, cell: ({ key }) => name(key) },
    {
      id: 'count',
      header: t('grievances.report.count'),
      align: 'center',
      width: '9rem',
      cell: ({ count }) => <Count>{count}</Count>,
    },
  ]
  return (
    <Section title={title} {...(note && { note })}>
      <Table label={title} columns={columns} rows={cells} rowKey={({ key }) => key} />
    </Section>
  )
}

/** A count, or that it is withheld. */
function Count({ children }: { readonly children: number | null }): ReactNode {
  const { t } = useText()
  if (children !== null) return <Num>{children}</Num>
  return (
    <span className="text-sm font-regular text-ink-3" title={t('grievances.report.withheldNote')}>
      {t('grievances.report.withheld')}
    </span>
  )
}
