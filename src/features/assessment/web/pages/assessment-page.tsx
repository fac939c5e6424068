import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation, usePathParams, useSearch } from '../../../../ui/navigation.ts'
import { useAssessment } from '../api.ts'
import { AssessmentEditor } from '../components/assessment-editor.tsx'
import { AssessmentRecord } from '../components/assessment-record.tsx'

/** One assessment: read, reviewed, decided; recorded by the supervisor in place of a late employee. */
export function AssessmentPage() {
  const { t, pick } = useText()
  const { go } = useNavigation()
  const { get } = useSearch()
  const { documentId } = usePathParams<'documentId'>()
  const assessment = useAssessment(documentId)
  return (
    <Loaded query={assessment}>
      {(view) =>
        view.can.record?.allowed && (get('write') || view.parts.includes('employee')) ? (
          <AssessmentEditor
            key={`${view.documentId} ${view.status}`}
            view={view}
            title={t('assessment.record.title', { name: pick(view.employee.name) })}
            onMoved={(moved) => go(`/assessments/${moved.documentId}`, { replace: true })}
          />
        ) : (
          <AssessmentRecord key={view.documentId} view={view} />
        )
      }
    </Loaded>
  )
}
