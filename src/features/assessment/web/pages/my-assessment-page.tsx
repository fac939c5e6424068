import { ClipboardCheck, History } from 'lucide-react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api, keys, useAssessment } from '../api.ts'
import { AssessmentEditor } from '../components/assessment-editor.tsx'
import { AssessmentRecord } from '../components/assessment-record.tsx'
import { EarlierCycles } from '../components/earlier-cycles.tsx'

/** The closing of my running cycle: recorded while it may be recorded, read afterwards. */
export function MyAssessmentPage() {
  const { t } = useText()
  const mine = useApiQuery({
    key: keys.mine,
    load: (signal) => api('GET /api/assessments', { signal }),
  })
  return (
    <Loaded query={mine}>
      {({ currentId, assessments }) =>
        currentId ? (
          <Mine documentId={currentId} />
        ) : (
          <Page header={<PageHeader title={t('assessment.pages.mine')} />}>
            <EmptyState icon={ClipboardCheck}>{t('assessment.mine.empty')}</EmptyState>
            <EarlierCycles assessments={assessments} icon={History} />
          </Page>
        )
      }
    </Loaded>
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
