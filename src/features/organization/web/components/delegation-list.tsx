import { CalendarClock, CircleCheck, CircleSlash, History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Delegation } from '../api.ts'
import { RevokeDelegationDialog } from './delegation-dialogs.tsx'
import { PeriodText } from './period-text.tsx'

const states = {
  future: { icon: CalendarClock, tone: 'blue' },
  living: { icon: CircleCheck, tone: 'green' },
  over: { icon: History, tone: 'neutral' },
  revoked: { icon: CircleSlash, tone: 'neutral' },
} as const

type ListProps = { readonly items: readonly Delegation[]; readonly loading?: boolean; readonly empty: ReactNode }

export function DelegationList({ items, loading, empty }: ListProps) {
  const { t, pick, language } = useText()
  const [revoking, setRevoking] = useState<Delegation | null>(null)
  const columns: Column<Delegation>[] = [
    {
      id: 'delegate',
      header: t('organization.delegations.delegate'),
      cell: ({ delegate }) => (
        <>
          {pick(delegate.name)}
          <span className="block text-xs font-regular text-ink-3">{pick(delegate.title)}</span>
        </>
      ),
    },
    {
      id: 'delegator',
      header: t('organization.delegations.delegator'),
      cell: ({ delegator }) => (
        <>
          {pick(delegator.name)}
          <span className="block text-xs text-ink-3">{pick(delegator.title)}</span>
        </>
      ),
    },
    {
      id: 'scopes',
      header: t('organization.delegations.scopes'),
      cell: ({ scopes }) =>
        scopes.map((scope) => t(`organization.delegations.scope.${scope}`)).join(language === 'ar' ? '، ' : ', '),
    },
    {
      id: 'period',
      header: t('organization.delegations.period'),
      cell: ({ startsOn, endsOn }) => <PeriodText from={startsOn} to={endsOn} />,
    },
    {
      id: 'state',
      header: t('organization.delegations.state'),
      cell: ({ state }) => (
        <Status icon={states[state].icon} tone={states[state].tone}>
          {t(`organization.delegations.states.${state}`)}
        </Status>
      ),
    },
    ...(items.some((one) => one.can.revoke?.allowed)
      ? [
          {
            id: 'revoke',
            header: t('organization.delegations.revoke'),
            align: 'end' as const,
            phone: 'bare' as const,
            cell: (one: Delegation) =>
              one.can.revoke?.allowed && (
                <Button size="sm" onPress={() => setRevoking(one)}>
                  {t('organization.delegations.revoke')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table
        label={t('organization.delegations.title')}
        columns={columns}
        rows={items}
        rowKey={(one) => one.id}
        loading={loading ?? false}
        empty={empty}
      />
      {revoking && <RevokeDelegationDialog delegation={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
