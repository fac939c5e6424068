import { FileText } from 'lucide-react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api, keys, loadDocument } from '../api.ts'
import { DocumentEditor } from '../components/document-editor.tsx'
import { DocumentRecord } from '../components/document-record.tsx'
import { isEditable } from '../components/editable.ts'

/** The document of the running cycle: written while it may be written, read afterwards. */
export function MyDocumentPage() {
  const { t } = useText()
  const mine = useApiQuery({
    key: keys.mine,
    load: (signal) => api('GET /api/performance/documents', { signal }),
  })
  return (
    <Loaded query={mine}>
      {({ currentId }) =>
        currentId ? (
          <MyDocument id={currentId} />
        ) : (
          <Page header={<PageHeader title={t('performance.myDocument')} />}>
            <EmptyState icon={FileText}>{t('performance.record.noCycle')}</EmptyState>
          </Page>
        )
      }
    </Loaded>
  )
}

function MyDocument({ id }: { readonly id: string }) {
  const { t } = useText()
  const { go } = useNavigation()
  const document = useApiQuery({ key: keys.document(id), load: (signal) => loadDocument(id, signal) })
  return (
    <Loaded query={document}>
      {(view) =>
        isEditable(view) ? (
          <DocumentEditor
            key={`${view.id} ${view.status} ${view.edition}`}
            view={view}
            title={t('performance.myDocument')}
            onMoved={() => void document.refetch()}
            onPreview={() => go(`/documents/${view.id}`)}
          />
        ) : (
          <DocumentRecord view={view} title={t('performance.myDocument')} />
        )
      }
    </Loaded>
  )
}
