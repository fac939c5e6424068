import { CircleCheck, History, Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useListState } from '../../../../ui/list-state.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { api, type Relation } from '../api.ts'
import { DeclareRelationDialog, EndRelationDialog } from '../components/relation-dialogs.tsx'
import { usePages } from '../components/use-pages.ts'

/** One's own relations that bar one from judging; an administrator sees and records everybody's. */
export function RelationsPage() {
  const { t } = useText()
  const me = useMe()
  const list = useListState()
  const [adding, setAdding] = useState(false)
  const administers = me.can['organization.administer'] === true
  const of = administers && list.filter('of') === 'all' ? ('all' as const) : ('me' as const)
  const state = list.filter('state') === 'all' ? ('all' as const) : ('open' as const)
  const asked = { of, state, ...(list.cursor && { cursor: list.cursor }), limit: 50 }
  const query = useApiQuery({
    key: ['organization', 'relations', asked],
    load: (signal) => api('GET /api/organization/relations', { query: asked, signal }),
    keepPrevious: true,
  })
  const can = query.data?.can
  const steps = usePages(list, query.data?.next)
  const mayAdd = of === 'all' ? can?.forOthers?.allowed : can?.declare?.allowed
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.relations.title')}
          state={t('organization.relations.intro')}
          mainAction={
            mayAdd && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {of === 'all' ? t('organization.relations.record') : t('organization.relations.declare')}
              </Button>
            )
          }
        />
      }
    >
      <div className="mb-4 flex flex-wrap gap-3">
        {administers && (
          <Segmented
            className="phone:w-full"
            label={t('organization.relations.show')}
            value={of}
            onChange={(value) => list.setFilters({ of: value === 'me' ? null : value })}
            options={[
              { value: 'me', label: t('organization.relations.mine') },
              { value: 'all', label: t('organization.relations.all') },
            ]}
          />
        )}
        <Segmented
          className="phone:w-full"
          label={t('organization.relations.state')}
          value={state}
          onChange={(value) => list.setFilters({ state: value === 'open' ? null : value })}
          options={[
            { value: 'open', label: t('organization.relations.open') },
            { value: 'all', label: t('organization.relations.past') },
          ]}
        />
      </div>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Link2}>{t('organization.relations.empty')}</EmptyState>
          ) : (
            <Relations items={items} everybody={of === 'all'} />
          )
        }
      </Loaded>
      {(steps.onNext || steps.onPrevious) && <Pagination {...steps} />}
      {adding && <DeclareRelationDialog forSomebody={of === 'all'} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Relations({ items, everybody }: { readonly items: readonly Relation[]; readonly everybody: boolean }) {
  const { t, pick } = useText()
  const [ending, setEnding] = useState<Relation | null>(null)
  const person = (id: 'employee' | 'other', header: string): Column<Relation> => ({
    id,
    header,
    cell: (one) => (
      <>
        {pick(one[id].name)}
        <span className="block text-xs font-regular text-ink-3">
          {[pick(one[id].title), pick(one[id].division)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  })
  const columns: Column<Relation>[] = [
    ...(everybody ? [person('employee', t('organization.relations.employee'))] : []),
    person('other', t('organization.relations.other')),
    {
      id: 'kind',
      header: t('organization.relations.kind'),
      cell: ({ kind, note }) => (
        <>
          {t(`organization.relations.kinds.${kind}`)}
          {note && <span className="block text-xs text-ink-3">{note}</span>}
        </>
      ),
    },
    {
      id: 'declared',
      header: t('organization.relations.declaredOn'),
      cell: ({ declaredAt, recorded }) => (
        <>
          <DateTimeText at={declaredAt} />
          {recorded && <span className="block text-xs text-ink-3">{t('organization.relations.recorded')}</span>}
        </>
      ),
    },
    {
      id: 'state',
      header: t('organization.relations.state'),
      cell: ({ endedAt }) => (
        <Status icon={endedAt ? History : CircleCheck} tone={endedAt ? 'neutral' : 'green'}>
          {endedAt ? t('organization.relations.over') : t('organization.relations.living')}
        </Status>
      ),
    },
    ...(items.some((one) => one.can.end?.allowed)
      ? [
          {
            id: 'end',
            header: t('organization.relations.end'),
            align: 'end' as const,
            phone: 'bare' as const,
            cell: (one: Relation) =>
              one.can.end?.allowed && (
                <Button size="sm" onPress={() => setEnding(one)}>
                  {t('organization.relations.end')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table label={t('organization.relations.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
      {ending && <EndRelationDialog relation={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
