import { Award, FileDown, MessageSquareText } from 'lucide-react'
import { formatDateTime } from '../../../../shared/locale.ts'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { DateText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys, type RecordFile } from '../api.ts'
import { reasonName } from '../components/change-text.ts'
import { cycleTitle } from '../components/cycle-title.ts'
import { shownPoints, shownUnits } from '../components/points.ts'

type RecordYear = RecordFile['years'][number]

/** The employee's own file over the years (O-57): results, changes with their reasons, feedback. */
export function RecordPage() {
  const { t, language } = useText()
  const record = useApiQuery({ key: keys.record, load: (signal) => api('GET /api/appraisal/record', { signal }) })
  const save = (operation: string, query: Readonly<Record<string, string>>) => () =>
    void download(operation, { query }).catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
  return (
    <Page
      header={
        <PageHeader
          title={t('appraisal.pages.record')}
          state={t('appraisal.record.intro')}
          crumbs={[{ label: t('appraisal.pages.results'), to: '/my/results' }]}
          actions={
            <>
              <Button icon={FileDown} onPress={save('GET /api/appraisal/record/json', {})}>
                JSON
              </Button>
              <Button icon={FileDown} onPress={save('GET /api/appraisal/record/pdf', { language })}>
                PDF
              </Button>
            </>
          }
        />
      }
    >
      <Loaded query={record}>{(file) => <Record file={file} />}</Loaded>
    </Page>
  )
}

function Record({ file: { person, years, feedback } }: { readonly file: RecordFile }) {
  const { t, pick } = useText()
  const reader = usePreferences()
  return (
    <div className="flex flex-col gap-8">
      <DescriptionList
        look="columns"
        facts={[
          { term: t('appraisalFiles.why.person'), value: pick(person.name) },
          { term: t('appraisalFiles.why.number'), value: person.number ? <Num code>{person.number}</Num> : '—' },
          { term: t('appraisalFiles.why.jobTitle'), value: person.title ? pick(person.title) : '—' },
          { term: t('appraisalFiles.why.division'), value: person.division ? pick(person.division) : '—' },
          { term: t('appraisalFiles.record.hiredOn'), value: <DateText date={person.hiredOn} style="medium" /> },
        ]}
      />
      <Section title={t('appraisal.record.years')}>
        {years.length === 0 ? (
          <EmptyState icon={Award}>{t('appraisal.mine.empty')}</EmptyState>
        ) : (
          <YearsTable years={years} />
        )}
      </Section>
      <Section title={t('appraisalFiles.record.feedback')}>
        {feedback.length === 0 ? (
          <p className="text-sm text-ink-3">{t('appraisalFiles.record.noFeedback')}</p>
        ) : (
          <Timeline
            label={t('appraisalFiles.record.feedback')}
            items={feedback.map((note, index) => ({
              id: String(index),
              icon: MessageSquareText,
              title: t(`appraisalFiles.record.kinds.${note.kind}`),
              body: note.body,
              meta: `${pick(note.author)} · ${formatDateTime(new Date(note.at), reader)}`,
            }))}
          />
        )}
      </Section>
    </div>
  )
}

function YearsTable({ years }: { readonly years: readonly RecordYear[] }) {
  const text = useText()
  const { t } = text
  const columns: Column<RecordYear>[] = [
    {
      id: 'year',
      header: t('appraisalFiles.record.year'),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/my/results/${row.year}`}>
          <Num code>{String(row.year)}</Num>
        </Link>
      ),
    },
    {
      id: 'cycles',
      header: t('appraisalFiles.record.cycles'),
      cell: (row) => (
        <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2">
          {row.cycles.map((cycle) => (
            <li key={cycle.ordinal}>
              {cycleTitle(text, row.year, cycle)}:{' '}
              {cycle.result === null ? (
                (text.textFor(`appraisalFiles.counts.${cycle.counts}`) ?? '—')
              ) : (
                <Num decimals={2}>{shownUnits(cycle.result)}</Num>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'result',
      header: t('appraisalFiles.record.result'),
      align: 'center',
      cell: (row) => (row.result === null ? '—' : <Num decimals={2}>{shownPoints(row.result)}</Num>),
    },
    {
      id: 'rank',
      header: t('appraisalFiles.record.rank'),
      cell: (row) => (
        <strong className="font-semibold">
          {row.rank ? t(`appraisalFiles.ranks.${row.rank}`) : t(`appraisalFiles.standings.${row.standing}`)}
        </strong>
      ),
    },
    {
      id: 'changes',
      header: t('appraisalFiles.record.changes'),
      cell: (row) =>
        row.changes.length === 0 ? (
          <span className="text-ink-3">—</span>
        ) : (
          <ul className="flex flex-col gap-1">
            {row.changes.map((change) => (
              <li key={`${change.stage}-${change.at}`}>
                {t('appraisal.record.fromTo', {
                  from: t(`appraisalFiles.ranks.${change.from}`),
                  to: t(`appraisalFiles.ranks.${change.to}`),
                })}{' '}
                <span className="text-ink-3">
                  {change.reasonText ?? reasonName(text, change.reasonCode) ?? <Num code>{change.reasonCode}</Num>}
                </span>
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return <Table label={t('appraisal.record.years')} columns={columns} rows={years} rowKey={(row) => String(row.year)} />
}
