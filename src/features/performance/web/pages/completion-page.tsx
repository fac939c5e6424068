import { ChartNoAxesColumn, Download } from 'lucide-react'
import { useState } from 'react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Select } from '../../../../ui/select.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys } from '../api.ts'
import { CompletionPeople, type PeopleOf } from '../components/completion-people.tsx'
import { CompletionTable } from '../components/completion-table.tsx'
import { cycleName } from '../components/cycle-name.ts'

/** How far the documents of a cycle are, division by division, and who stands behind each number (RP-20). */
export function CompletionPage() {
  const text = useText()
  const { t, language } = text
  const { get, set } = useSearch()
  const cycleId = get('cycle')
  const [people, setPeople] = useState<PeopleOf | null>(null)
  const [exporting, setExporting] = useState(false)
  const query = cycleId ? { cycleId } : {}
  const report = useApiQuery({
    key: [...keys.all, 'completion', cycleId],
    load: (signal) => api('GET /api/performance/completion', { query, signal }),
    keepPrevious: true,
  })
  const cycles = useApiQuery({
    key: keys.cycles,
    load: (signal) => api('GET /api/performance/cycles', { signal }),
  })
  const opened = (cycles.data?.years ?? []).flatMap((year) => year.cycles).filter((cycle) => cycle.status !== 'planned')
  const save = async () => {
    setExporting(true)
    await download('GET /api/performance/completion/export', { query: { ...query, language } }).catch(
      (thrown: unknown) => notifyProblem(toProblem(thrown)),
    )
    setExporting(false)
  }
  return (
    <Page
      header={
        <PageHeader
          title={t('performance.pages.completion')}
          {...(report.data?.cycle && { context: cycleName(text, report.data.cycle) })}
          state={t('performance.completion.intro')}
          actions={
            <>
              {opened.length > 1 && (
                <Select
                  className="w-44"
                  hideLabel
                  label={t('performance.completion.cycle')}
                  value={cycleId ?? report.data?.cycle?.id ?? null}
                  onChange={(id) => set({ cycle: id })}
                  options={opened.map((cycle) => ({ value: cycle.id, label: cycleName(text, cycle) }))}
                />
              )}
              {report.data?.cycle && (
                <Button icon={Download} pending={exporting} onPress={() => void save()}>
                  {t('performance.completion.export')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <Loaded query={report} waiting={<RowsSkeleton rows={8} />}>
        {({ cycle, rows, total }) =>
          cycle ? (
            <CompletionTable rows={rows} total={total} onPeople={setPeople} />
          ) : (
            <EmptyState icon={ChartNoAxesColumn}>{t('performance.completion.empty')}</EmptyState>
          )
        }
      </Loaded>
      {people && (
        <CompletionPeople of={people} cycleId={cycleId} onChange={setPeople} onClose={() => setPeople(null)} />
      )}
    </Page>
  )
}
