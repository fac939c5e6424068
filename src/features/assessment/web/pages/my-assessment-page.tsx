import { ClipboardCheck, History } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { closingStatuses } from '../../domain/facts.ts'
import { api, keys, type MyAssessments, useAssessment } from '../api.ts'
import { AssessmentEditor } from '../components/assessment-editor.tsx'
import { AssessmentRecord } from '../components/assessment-record.tsx'
import { EarlierCycles } from '../components/earlier-cycles.tsx'

/** The closing of my running cycle: recorded while it may be recorded, read afterwards. `?all` lists every cycle. */
export function MyAssessmentPage() {
  const { get } = useSearch()
  const mine = useApiQuery({
    key: keys.mine,
    load: (signal) => api('GET /api/assessments', { signal }),
  })
  return (
    <Loaded query={mine}>
      {({ currentId, assessments }) => {
        const current = assessments.find(({ documentId }) => documentId === currentId)
        const open = current && closingStatuses.some((status) => status === current.status)
        return open && !get('all') ? (
          <Mine documentId={current.documentId} />
        ) : (
          <AllMine assessments={assessments} waitsForPlan={current !== undefined && !open} />
        )
      }}
    </Loaded>
  )
}

type AllMineProps = Pick<MyAssessments, 'assessments'> & {
  /** The document of the running cycle is not agreed: there is nothing to record on. */
  readonly waitsForPlan: boolean
}

function AllMine({ assessments, waitsForPlan }: AllMineProps) {
  const { t } = useText()
  const closed = assessments.filter((one) => closingStatuses.some((status) => status === one.status))
  return (
    <Page header={<PageHeader title={t('assessment.pages.mine')} />}>
      {(waitsForPlan || closed.length === 0) && (
        <EmptyState
          icon={ClipboardCheck}
          {...(waitsForPlan && { action: <Button to="/my/document">{t('performance.myDocument')}</Button> })}
        >
          {t(waitsForPlan ? 'assessment.mine.notAgreed' : 'assessment.mine.empty')}
        </EmptyState>
      )}
      <EarlierCycles assessments={closed} icon={History} />
    </Page>
  )
}

function Mine({ documentId }: { readonly documentId: string }) {
  const { t } = useText()
  const assessment = useAssessment(documentId)
  return (
    <Loaded query={assessment}>
      {(view) =>
        view.can.record?.allowed ? (
          <AssessmentEditor
            key={`${view.documentId} ${view.status === 'agreed' ? 'assessing' : view.status}`}
            view={view}
            title={t('assessment.pages.mine')}
            onMoved={() => void assessment.refetch()}
          />
        ) : (
          <AssessmentRecord view={view} title={t('assessment.pages.mine')} />
        )
      }
    </Loaded>
  )
}
