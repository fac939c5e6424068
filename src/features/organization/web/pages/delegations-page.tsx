import { ArrowLeftRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useListState } from '../../../../ui/list-state.ts'
import { useMe } from '../../../../ui/me-context.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { api } from '../api.ts'
import { AddDelegationDialog } from '../components/delegation-dialogs.tsx'
import { DelegationList } from '../components/delegation-list.tsx'
import { usePages } from '../components/use-pages.ts'

export function DelegationsPage() {
  const { t } = useText()
  const me = useMe()
  const list = useListState()
  const [adding, setAdding] = useState(false)
  const readsAll = me.can['organization.readPeople'] === true
  const of = readsAll && list.filter('of') === 'all' ? ('all' as const) : ('me' as const)
  const state = list.filter('state') === 'all' ? ('all' as const) : ('open' as const)
  const asked = { of, state, ...(list.cursor && { cursor: list.cursor }), limit: 50 }
  const query = useApiQuery({
    key: ['organization', 'delegations', asked],
    load: (signal) => api('GET /api/organization/delegations', { query: asked, signal }),
    keepPrevious: true,
  })
  const { data } = query
  const steps = usePages(list, data?.next)
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.delegations.title')}
          state={data && t('organization.delegations.intro', { count: data.maxMonths })}
          mainAction={
            data?.can.delegate?.allowed && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {t('organization.delegations.add')}
              </Button>
            )
          }
        />
      }
    >
      <div className="mb-4 flex flex-wrap gap-3">
        {readsAll && (
          <Segmented
            className="phone:w-full"
            label={t('organization.delegations.show')}
            value={of}
            onChange={(value) => list.setFilters({ of: value === 'me' ? null : value })}
            options={[
              { value: 'me', label: t('organization.delegations.mine') },
              { value: 'all', label: t('organization.delegations.all') },
            ]}
          />
        )}
        <Segmented
          className="phone:w-full"
          label={t('organization.delegations.state')}
          value={state}
          onChange={(value) => list.setFilters({ state: value === 'open' ? null : value })}
          options={[
            { value: 'open', label: t('organization.delegations.open') },
            { value: 'all', label: t('organization.delegations.past') },
          ]}
        />
      </div>
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <DelegationList
          items={data?.items ?? []}
          loading={query.isPending}
          empty={<EmptyState icon={ArrowLeftRight}>{t('organization.delegations.empty')}</EmptyState>}
        />
      )}
      {(steps.onNext || steps.onPrevious) && <Pagination {...steps} />}
      {adding && data && (
        <AddDelegationDialog
          delegator={data.me}
          forOthers={data.can.forOthers?.allowed ?? false}
          today={data.today}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
