import { Users } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../../../../ui/dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { documentStatuses } from '../../domain/document.ts'
import { api, keys } from '../api.ts'
import { DocumentStatus } from './document-status.tsx'
import { LateOrDue } from './late-or-due.tsx'

const statuses = ['none', 'late', ...documentStatuses] as const
type Wanted = (typeof statuses)[number]

export type PeopleOf = { readonly divisionId: string; readonly name: string; readonly status: Wanted | null }

type CompletionPeopleProps = {
  readonly of: PeopleOf
  readonly cycleId: string | undefined
  readonly onChange: (of: PeopleOf) => void
  readonly onClose: () => void
}

/** The people behind one number: the state of their documents, never the content (AMB-40). */
export function CompletionPeople({ of, cycleId, onChange, onClose }: CompletionPeopleProps) {
  const { t, pick } = useText()
  const [text, setText] = useState('')
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const query = {
    divisionId: of.divisionId,
    ...(cycleId && { cycleId }),
    ...(of.status && { status: of.status }),
    ...(text && { text }),
    ...(cursor && { cursor }),
  }
  const people = useApiQuery({
    key: [...keys.all, 'completion', 'people', query],
    load: (signal) => api('GET /api/performance/completion/people', { query, signal }),
    keepPrevious: true,
  })
  type Row = NonNullable<typeof people.data>['items'][number]
  const columns: readonly Column<Row>[] = [
    {
      id: 'person',
      header: t('performance.team.columns.person'),
      cell: (row) => (
        <span className="flex flex-col">
          {row.documentId ? (
            <Link to={`/documents/${row.documentId}`}>{pick(row.employee.name)}</Link>
          ) : (
            pick(row.employee.name)
          )}
          {row.employee.division && (
            <span className="text-xs font-regular text-ink-3">{pick(row.employee.division)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'supervisor',
      header: t('performance.completion.supervisor'),
      cell: (row) => (row.supervisor ? pick(row.supervisor.name) : t('performance.nobody')),
    },
    {
      id: 'status',
      header: t('performance.team.columns.status'),
      cell: (row) => (row.status ? <DocumentStatus of={row.status} /> : t('performance.team.none')),
    },
    { id: 'due', header: t('performance.team.columns.due'), cell: (row) => <LateOrDue {...row} /> },
  ]
  const next = people.data?.next
  return (
    <Dialog open size="lg" onClose={onClose} title={t('performance.completion.people', { name: of.name })}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-3">{t('performance.completion.peopleNote')}</p>
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-64 phone:w-full">
            <SearchField
              label={t('performance.team.search')}
              value={text}
              onChange={(typed) => {
                setText(typed)
                setCursors([])
              }}
            />
          </div>
          <Select<Wanted | 'all'>
            className="w-48 phone:w-full"
            label={t('performance.team.status')}
            value={of.status ?? 'all'}
            onChange={(status) => {
              onChange({ ...of, status: status === 'all' ? null : status })
              setCursors([])
            }}
            options={[
              { value: 'all', label: t('performance.completion.all') },
              ...statuses.map((value) => ({
                value,
                label:
                  value === 'late'
                    ? t('performance.team.late')
                    : value === 'none'
                      ? t('performance.team.none')
                      : t(`performance.statuses.${value}`),
              })),
            ]}
          />
        </div>
        <div className="min-h-64 phone:px-4">
          <Table
            label={t('performance.completion.people', { name: of.name })}
            columns={columns}
            rows={people.data?.items ?? []}
            rowKey={(row) => row.employee.id}
            loading={people.isPending}
            empty={<EmptyState icon={Users}>{t('performance.completion.noPeople')}</EmptyState>}
          />
          {(next || cursor) && (
            <Pagination
              onNext={next ? () => setCursors([...cursors, next]) : undefined}
              onPrevious={cursor ? () => setCursors(cursors.slice(0, -1)) : undefined}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
