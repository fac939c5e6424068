import { Award } from 'lucide-react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation, useSearch } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys, shownElsewhere, type Team } from '../api.ts'
import { NominationState } from '../components/state.tsx'
import { YearChooser } from '../components/year-chooser.tsx'

type Row = Team['rows'][number]

/** Who of the team passed the gate, whose request waits, and where each dossier stands. */
export function TeamExcellencePage() {
  const { t } = useText()
  const year = useSearch().get('year')
  const query = useApiQuery({
    key: keys.team(year),
    load: (signal) => api('GET /api/excellence/team', { query: year ? { year } : {}, signal }),
  })
  const team = query.data
  return (
    <Page
      header={
        <PageHeader
          title={t('excellence.pages.team')}
          context={team?.year ? t('excellence.ofYear', { year: team.year }) : undefined}
          state={team && t('excellence.team.intro', team.requirement)}
          actions={team && <YearChooser year={team.year} years={team.years} />}
        />
      }
    >
      <Loaded query={query}>
        {(data) =>
          data.year === null ? (
            <EmptyState icon={Award}>{t('excellence.team.noYear')}</EmptyState>
          ) : (
            <Rows team={data} year={data.year} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Rows({ team, year }: { readonly team: Team; readonly year: number }) {
  const { t, pick } = useText()
  const columns: readonly Column<Row>[] = [
    {
      id: 'employee',
      header: t('excellence.team.employee'),
      cell: ({ employee }) => (
        <span>
          <span className="font-medium">{pick(employee.name)}</span>
          <span className="block text-xs text-ink-3">{pick(employee.title)}</span>
        </span>
      ),
    },
    {
      id: 'result',
      header: t('excellence.team.result'),
      align: 'center',
      cell: ({ result }) => (result === null ? '—' : <Num decimals={2}>{result / 1_000_000}</Num>),
    },
    {
      id: 'rank',
      header: t('excellence.team.rank'),
      cell: ({ rank }) => (rank === null ? '—' : t(`excellence.ranks.${rank}`)),
    },
    {
      id: 'state',
      header: t('excellence.team.state'),
      cell: ({ nomination }) =>
        nomination ? (
          <span>
            <NominationState of={nomination.status} />
            {nomination.requested && nomination.status !== 'requested' && (
              <span className="block text-xs text-ink-3">{t('excellence.team.asked')}</span>
            )}
          </span>
        ) : (
          <span className="text-ink-3">{t('excellence.team.none')}</span>
        ),
    },
    { id: 'act', header: t('excellence.team.act'), cell: (row) => <Act row={row} year={year} />, phone: 'bare' },
  ]
  return (
    <Table
      label={t('excellence.team.list')}
      columns={columns}
      rows={team.rows}
      rowKey={({ employee }) => employee.id}
      tone={({ nomination }) => (nomination?.status === 'requested' ? 'amber' : undefined)}
      empty={<EmptyState icon={Award}>{t('excellence.team.empty')}</EmptyState>}
    />
  )
}

function Act({ row, year }: { readonly row: Row; readonly year: number }) {
  const { t, pick } = useText()
  const { go } = useNavigation()
  const { employee, nomination, begin } = row
  const send = useApiMutation({
    send: () => api('POST /api/excellence', { body: { year, employeeId: employee.id } }),
    refresh: shownElsewhere,
    onDone: ({ id }) => {
      notifyDone(t('excellence.team.begun'))
      go(`/team/excellence/${id}`)
    },
    onProblem: notifyProblem,
  })
  if (nomination) {
    const answers = nomination.status === 'requested'
    return (
      <Button
        size="sm"
        look={answers ? 'primary' : 'secondary'}
        to={`/team/excellence/${nomination.id}`}
        label={`${t(answers ? 'excellence.team.answer' : 'excellence.team.open')}: ${pick(employee.name)}`}
      >
        {t(answers ? 'excellence.team.answer' : 'excellence.team.open')}
      </Button>
    )
  }
  return (
    <Button
      size="sm"
      icon={Award}
      pending={send.isPending}
      {...(!begin.allowed && { reason: sentenceFor(begin.why) })}
      label={`${t('excellence.team.begin')}: ${pick(employee.name)}`}
      onPress={() => send.mutate(undefined)}
    >
      {t('excellence.team.begin')}
    </Button>
  )
}
