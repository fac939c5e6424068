import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { InboxList } from '../../../../ui/inbox-row.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { type Approval, useApprovals } from '../api.ts'
import { ApprovalRow } from '../components/approval-row.tsx'
import { BulkDecision } from '../components/bulk-decision.tsx'
import { isToday } from '../components/late-or-due.tsx'

const tabs = ['all', 'late', 'today', 'behalf'] as const
type Tab = (typeof tabs)[number]

/** Documents and requests for amendments that wait for my decision. */
export function ApprovalsPage() {
  const { t } = useText()
  const approvals = useApprovals()
  const late = approvals.data?.items.filter((item) => item.lateDays > 0).length ?? 0
  const count = approvals.data?.items.length ?? 0
  return (
    <Page
      header={
        <PageHeader
          title={t('performance.pages.approvals')}
          {...(approvals.data && {
            context: [
              t('performance.approvals.waiting', { count }),
              ...(late > 0 ? [t('performance.approvals.late', { count: late })] : []),
            ].join(t('performance.approvals.comma')),
          })}
        />
      }
    >
      <Loaded query={approvals} waiting={<RowsSkeleton rows={5} />}>
        {({ items, bulk }) =>
          items.length === 0 ? (
            <EmptyState icon={CircleCheck}>{t('performance.approvals.empty')}</EmptyState>
          ) : (
            <ApprovalList items={items} bulk={bulk} />
          )
        }
      </Loaded>
    </Page>
  )
}

type ApprovalListProps = {
  readonly items: readonly Approval[]
  readonly bulk: { readonly agree: boolean; readonly sendBack: boolean }
}

function ApprovalList({ items, bulk }: ApprovalListProps) {
  const { t } = useText()
  const reader = usePreferences()
  const { get, set } = useSearch()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = tabs.find((tab) => tab === get('tab')) ?? 'all'
  const fits: Record<Tab, (item: Approval) => boolean> = {
    all: () => true,
    late: (item) => item.lateDays > 0,
    today: (item) => item.lateDays === 0 && isToday(item.dueOn, reader),
    behalf: (item) => item.onBehalfOf !== null,
  }
  const shown = items.filter(fits[chosen])
  const several = bulk.agree || bulk.sendBack
  const select = (id: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(id)
    else next.delete(id)
    setSelected(next)
  }
  return (
    <div className="flex flex-col gap-3">
      <Tabs
        label={t('performance.pages.approvals')}
        value={chosen}
        onChange={(tab) => set({ tab: tab === 'all' ? null : tab })}
        tabs={tabs
          .map((value) => ({
            value,
            label: t(`performance.approvals.tabs.${value}`),
            count: items.filter(fits[value]).length,
          }))
          .filter((tab) => tab.value === 'all' || tab.value === chosen || tab.count > 0)}
      />
      {several && (
        <BulkDecision
          chosen={items.filter((item) => selected.has(item.documentId))}
          bulk={bulk}
          onClear={() => setSelected(new Set())}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState icon={CircleCheck}>{t('performance.approvals.filtered')}</EmptyState>
      ) : (
        <InboxList label={t('performance.approvals.list')}>
          {shown.map((item, at) => (
            <ApprovalRow
              key={`${item.kind}${item.documentId}`}
              item={item}
              first={at === 0}
              selectable={several}
              selected={selected.has(item.documentId)}
              onSelect={(on) => select(item.documentId, on)}
            />
          ))}
        </InboxList>
      )}
    </div>
  )
}
