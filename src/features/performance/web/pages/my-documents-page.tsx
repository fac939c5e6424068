import { FileText } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { Ago } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { api, keys } from '../api.ts'
import { contentCounts } from '../components/content-counts.ts'
import { cycleName } from '../components/cycle-name.ts'
import { DocumentStatus } from '../components/document-status.tsx'

/** Every document of mine, the newest first. */
export function MyDocumentsPage() {
  const text = useText()
  const { t } = text
  const { language, digits } = usePreferences()
  const mine = useApiQuery({
    key: keys.mine,
    load: (signal) => api('GET /api/performance/documents', { signal }),
  })
  type Row = NonNullable<typeof mine.data>['documents'][number]
  const columns: readonly Column<Row>[] = [
    {
      id: 'cycle',
      header: t('performance.mine.columns.cycle'),
      cell: (row) => (
        <Link to={row.id === mine.data?.currentId ? '/my/document' : `/documents/${row.id}`}>
          {cycleName(text, row.cycle)}
        </Link>
      ),
    },
    { id: 'status', header: t('performance.mine.columns.status'), cell: (row) => <DocumentStatus of={row.status} /> },
    { id: 'since', header: t('performance.mine.columns.since'), cell: (row) => <Ago at={row.statusSince} /> },
    {
      id: 'weight',
      header: t('performance.mine.columns.weight'),
      align: 'center',
      cell: (row) => <bdi>{formatNumber(row.weightTotal, { language, digits })}</bdi>,
    },
    { id: 'content', header: t('performance.mine.columns.content'), cell: (row) => contentCounts(text, row) },
  ]
  return (
    <Page header={<PageHeader title={t('performance.pages.documents')} state={t('performance.mine.intro')} />}>
      <Loaded query={mine} waiting={<RowsSkeleton rows={4} />}>
        {({ documents }) => (
          <Table
            label={t('performance.pages.documents')}
            columns={columns}
            rows={documents}
            rowKey={(row) => row.id}
            empty={<EmptyState icon={FileText}>{t('performance.mine.empty')}</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  )
}
