import { FileDown, Snowflake } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys, type ResultView } from '../api.ts'
import { CycleLines } from '../components/cycle-lines.tsx'
import { GrievanceCard } from '../components/grievance-card.tsx'
import { HumanChanges } from '../components/human-changes.tsx'
import { useRecompute } from '../components/recompute.tsx'
import { Seats } from '../components/seats.tsx'
import { ThreeRanks } from '../components/three-ranks.tsx'
import { YearSum } from '../components/year-sum.tsx'

/** My own grade of a year, and where every number of it comes from. */
export function MyResultPage() {
  const { year } = usePathParams<'year'>()
  const mine = useApiQuery({
    key: [...keys.mine, 'id'],
    load: (signal) => api('GET /api/appraisal/record', { signal }),
  })
  return <Loaded query={mine}>{({ person }) => <Result employeeId={person.id} year={Number(year)} />}</Loaded>
}

/** The same for those who may read it: supervisor, higher official, committee, head. */
export function ResultPage() {
  const { employeeId, year } = usePathParams<'employeeId' | 'year'>()
  return <Result employeeId={employeeId} year={Number(year)} />
}

function Result({ employeeId, year }: { readonly employeeId: string; readonly year: number }) {
  const result = useApiQuery({
    key: keys.result(employeeId, year),
    load: (signal) => api('GET /api/appraisal/results/:employeeId/:year', { params: { employeeId, year }, signal }),
  })
  return <Loaded query={result}>{(view) => <Why view={view} />}</Loaded>
}

function Why({ view }: { readonly view: ResultView }) {
  const { t, pick, language } = useText()
  const { explanation, year, employeeId } = view
  const last = explanation.cycles.findLastIndex((cycle) => cycle.segments.length > 0)
  const [chosen, setChosen] = useState(Math.max(0, last))
  const recompute = useRecompute(explanation)
  const own = view.parts.includes('employee')
  useRead(view)
  const save = (operation: string, query: Readonly<Record<string, string>>) => () =>
    void download(operation, { params: { employeeId, year }, query }).catch((thrown: unknown) =>
      notifyProblem(toProblem(thrown)),
    )
  const cycle = explanation.cycles[chosen]
  return (
    <Page
      sideWidth="wide"
      sideLabel={t('appraisal.why.side')}
      header={
        <PageHeader
          title={t('appraisal.pages.why')}
          context={
            <>
              {t('appraisal.why.ofYear', { year })}
              {!own && ` · ${pick(explanation.person.name)}`}
            </>
          }
          crumbs={own ? [{ label: t('appraisal.pages.results'), to: '/my/results' }] : []}
          state={t('appraisal.why.intro')}
          actions={
            <>
              {recompute.verdict}
              <Menu
                label={t('appraisal.why.file')}
                trigger={t('appraisal.why.file')}
                look="secondary"
                groups={[
                  {
                    id: 'files',
                    actions: [
                      {
                        id: 'json',
                        label: t('appraisal.why.json'),
                        icon: FileDown,
                        onPress: save('GET /api/appraisal/results/:employeeId/:year/json', {}),
                      },
                      {
                        id: 'pdf',
                        label: t('appraisal.why.pdf'),
                        icon: FileDown,
                        onPress: save('GET /api/appraisal/results/:employeeId/:year/pdf', { language }),
                      },
                    ],
                  },
                ]}
              />
            </>
          }
          mainAction={recompute.button}
        >
          <ThreeRanks explanation={explanation} />
        </PageHeader>
      }
      side={
        <>
          <GrievanceCard view={view} />
          <HumanChanges explanation={explanation} fingerprint={view.fingerprint} />
        </>
      }
    >
      <div className="flex flex-col gap-7">
        {view.yearStatus !== 'published' && (
          <Banner tone="blue" icon={Snowflake}>
            {t('appraisal.why.notFinal')}
          </Banner>
        )}
        <YearSum explanation={explanation} chosen={chosen} onChoose={setChosen} />
        {cycle && <CycleLines explanation={explanation} cycle={cycle} />}
        <Seats explanation={explanation} />
      </div>
    </Page>
  )
}

/** Says once that the person has opened the own published result. */
function useRead({ can, employeeId, year }: ResultView): void {
  const { mutate } = useApiMutation({
    send: () => api('POST /api/appraisal/results/:employeeId/:year/read', { params: { employeeId, year } }),
    refresh: [keys.mine, ['me'], ['home']],
  })
  const unread = can.read?.allowed === true
  useEffect(() => {
    if (unread) mutate()
  }, [unread, mutate])
}
