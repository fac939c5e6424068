import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation, usePathParams } from '../../../../ui/navigation.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { keys, loadDocument } from '../api.ts'
import { DocumentEditor } from '../components/document-editor.tsx'
import { DocumentRecord } from '../components/document-record.tsx'
import { isEditable } from '../components/editable.ts'

/** Writing a document that is not the own one of the running cycle: a draft for a late employee (H8). */
export function DocumentEditPage() {
  const { t, pick } = useText()
  const { go } = useNavigation()
  const { id } = usePathParams<'id'>()
  const document = useApiQuery({ key: keys.document(id), load: (signal) => loadDocument(id, signal) })
  return (
    <Loaded query={document}>
      {(view) =>
        isEditable(view) ? (
          <DocumentEditor
            key={`${view.id} ${view.status} ${view.edition}`}
            view={view}
            title={
              view.parts.includes('employee')
                ? t('performance.myDocument')
                : t('performance.record.title', { name: pick(view.employee.name) })
            }
            {...(!view.parts.includes('employee') && {
              crumbs: [{ label: t('performance.pages.team'), to: '/team/documents' }],
            })}
            onMoved={(moved) => go(`/documents/${moved.id}`, { replace: true })}
            onPreview={() => go(`/documents/${view.id}`)}
          />
        ) : (
          <DocumentRecord key={view.id} view={view} />
        )
      }
    </Loaded>
  )
}
