import { CalendarCheck } from 'lucide-react'
import { ranks } from '../../../../shared/ranks.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, keys, shownElsewhere, type YearOverview } from '../api.ts'
import { YearMove } from '../components/year-move.tsx'
import { YearSteps } from '../components/year-steps.tsx'

/** The year step by step, for the Ejada team, the head and the head's office. */
export function YearsPage() {
  const { t } = useText()
  const { get } = useSearch()
  const years = useApiQuery({ key: keys.years, load: (signal) => api('GET /api/appraisal/years', { signal }) })
  return (
    <Loaded query={years}>
      {({ years: all }) => {
        const asked = Number(get('year'))
        const chosen =
          all.find((one) => one.year === asked) ??
          all.find((one) => !['open', 'published'].includes(one.status)) ??
          all[0]
        return chosen ? (
          <OneYear year={chosen.year} years={all.map((one) => one.year)} />
        ) : (
          <Page header={<PageHeader title={t('appraisal.pages.years')} />}>
            <EmptyState icon={CalendarCheck}>{t('appraisal.years.empty')}</EmptyState>
          </Page>
        )
      }}
    </Loaded>
  )
}

function OneYear({ year, years }: { readonly year: number; readonly years: readonly number[] }) {
  const query = useApiQuery({
    key: [...keys.years, year],
    load: (signal) => api('GET /api/appraisal/years/:year', { params: { year }, signal }),
    keepPrevious: true,
  })
  return <Loaded query={query}>{(overview) => <Overview overview={overview} years={years} />}</Loaded>
}

const nextMove = { open: 'freeze', approved: 'confirm', confirmed: 'publish' } as const

function Overview({ overview, years }: { readonly overview: YearOverview; readonly years: readonly number[] }) {
  const { t } = useText()
  const { set } = useSearch()
  const next = overview.status in nextMove ? nextMove[overview.status as keyof typeof nextMove] : null
  const late = useApiMutation({
    send: () => api('POST /api/appraisal/years/:year/late', { params: { year: overview.year } }),
    refresh: shownElsewhere,
    onDone: ({ published }) => notifyDone(t('appraisal.years.latePublished', { count: published })),
  })
  return (
    <Page
      sideWidth="wide"
      sideLabel={t('appraisal.years.steps')}
      side={
        <Section title={t('appraisal.years.steps')}>
          <YearSteps year={overview} />
        </Section>
      }
      header={
        <PageHeader
          title={t('appraisal.years.title', { year: overview.year })}
          state={t(`appraisal.years.status.${overview.status}`)}
          actions={
            <>
              {years.length > 1 && (
                <Select
                  className="w-28"
                  hideLabel
                  label={t('appraisalFiles.record.year')}
                  value={String(overview.year)}
                  onChange={(year) => set({ year })}
                  options={years.map((one) => ({ value: String(one), label: String(one) }))}
                />
              )}
              <YearMove year={overview} move="refreeze" />
              <YearMove year={overview} move="sendBack" />
              {overview.can.late?.allowed && (
                <Button pending={late.isPending} onPress={() => late.mutate()}>
                  {t('appraisal.years.late', { count: overview.late })}
                </Button>
              )}
            </>
          }
          {...(next && { mainAction: <YearMove main year={overview} move={next} /> })}
        />
      }
    >
      <div className="flex flex-col gap-7">
        <Standings overview={overview} />
        <Approvals overview={overview} />
      </div>
    </Page>
  )
}

function Standings({ overview: { standings, bands } }: { readonly overview: YearOverview }) {
  const { t } = useText()
  const rows = [
    ...bands
      .toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
      .map((one) => ({ id: one.rank, name: t(`appraisalFiles.ranks.${one.rank}`), people: one.people })),
    ...(
      [
        ['short_service', standings.shortService],
        ['all_excused', standings.allExcused],
        ['left', standings.left],
        ['undecided', standings.undecided],
        ['out_of_scope', standings.outOfScope],
      ] as const
    )
      .filter(([, people]) => people > 0)
      .map(([id, people]) => ({ id, name: t(`appraisalFiles.standings.${id}`), people })),
  ]
  return (
    <Section
      title={t('appraisal.years.bands')}
      {...(rows.length > 0 && { note: t('appraisal.years.ranked', { count: standings.ranked }) })}
    >
      {rows.length === 0 ? (
        <p className="text-sm text-ink-2">{t('appraisal.years.notFrozen')}</p>
      ) : (
        <Table
          label={t('appraisal.years.bands')}
          density="compact"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'name', header: t('appraisal.team.band'), rowHeader: true, cell: (row) => row.name },
            {
              id: 'people',
              header: t('appraisal.years.people'),
              align: 'center',
              cell: (row) => <Num className="font-semibold">{row.people}</Num>,
            },
          ]}
        />
      )}
    </Section>
  )
}

type Approval = YearOverview['approvals'][number]

function Approvals({ overview: { approvals } }: { readonly overview: YearOverview }) {
  const { t, pick } = useText()
  if (approvals.length === 0) return null
  const columns: Column<Approval>[] = [
    {
      id: 'official',
      header: t('appraisalFiles.why.higherOfficial'),
      rowHeader: true,
      cell: (row) => pick(row.official.name),
    },
    { id: 'people', header: t('appraisal.years.people'), align: 'center', cell: (row) => <Num>{row.people}</Num> },
    {
      id: 'status',
      header: t('appraisal.years.state'),
      cell: (row) => (
        <>
          {t(`appraisal.years.approval.${row.status}`)}
          {row.note && <span className="block text-xs text-ink-3">{row.note}</span>}
        </>
      ),
    },
  ]
  return (
    <Section title={t('appraisal.years.approvals')}>
      <Table
        label={t('appraisal.years.approvals')}
        columns={columns}
        rows={approvals}
        rowKey={(row) => row.official.id}
        tone={(row) => (row.status === 'objected' ? 'amber' : undefined)}
      />
    </Section>
  )
}
