import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { keys, loadDocument } from '../api.ts'
import { DocumentRecord } from '../components/document-record.tsx'

/** One document: read, talked about, decided. */
export function DocumentPage() {
  const { id } = usePathParams<'id'>()
  const document = useApiQuery({ key: keys.document(id), load: (signal) => loadDocument(id, signal) })
  return <Loaded query={document}>{(view) => <DocumentRecord key={view.id} view={view} />}</Loaded>
}
