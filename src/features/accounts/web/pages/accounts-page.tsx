import { CircleCheck, CircleMinus, Clock, KeyRound, LogOut, Phone, PhoneOff, TicketCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { Ago } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useListState } from '../../../../ui/list-state.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { type Account, type AccountFilter, api, loadAccounts } from '../api.ts'
import { HandOutDialog } from '../components/hand-out-dialog.tsx'

type Tab = 'all' | AccountFilter
const tabs: readonly Tab[] = ['all', 'waiting', 'no_phone', 'title_differs']

/** Who can sign in, who waits for a code, whose title differs from the official one (AMB-39). */
export function AccountsPage() {
  const { t, pick } = useText()
  const list = useListState()
  const tab = tabs.find((one) => one === list.filter('filter')) ?? 'all'
  const [handing, setHanding] = useState<Account | null>(null)
  const [ending, setEnding] = useState<Account | null>(null)
  const query = useApiQuery({
    key: ['accounts', 'list', list.q, tab, list.cursor],
    load: (signal) =>
      loadAccounts(
        {
          ...(list.q && { text: list.q }),
          ...(tab !== 'all' && { filter: tab }),
          ...(list.cursor && { cursor: list.cursor }),
        },
        signal,
      ),
    keepPrevious: true,
  })
  const end = useApiMutation({
    send: (account: Account) =>
      api('DELETE /api/accounts/:employeeId/sessions', { params: { employeeId: account.employeeId } }),
    refresh: [['accounts', 'list']],
    onDone: () => {
      setEnding(null)
      notifyDone(t('accounts.manage.signedOut'))
    },
    onProblem: notifyProblem,
  })
  const columns = useColumns({ onHandOut: setHanding, onEnd: setEnding })
  return (
    <Page header={<PageHeader title={t('accounts.manage.title')} state={t('accounts.manage.lead')} />}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <Tabs<Tab>
          label={t('accounts.manage.title')}
          value={tab}
          onChange={(next) => list.setFilters({ filter: next === 'all' ? null : next })}
          tabs={tabs.map((value) => ({ value, label: t(`accounts.manage.filter.${value}`) }))}
        />
        <SearchField
          label={t('accounts.manage.search')}
          value={list.q}
          onChange={list.setQ}
          className="w-72 phone:w-full"
        />
      </div>
      <Loaded query={query} waiting={<RowsSkeleton rows={8} />}>
        {({ items, next }) => (
          <>
            <Table<Account>
              label={t('accounts.manage.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.employeeId}
              empty={<EmptyState>{t('accounts.manage.empty')}</EmptyState>}
            />
            <div className="mt-3 flex gap-2">
              {list.cursor && <Button onPress={() => list.setCursor(undefined)}>{t('ui.back')}</Button>}
              {next && <Button onPress={() => list.setCursor(next)}>{t('ui.next')}</Button>}
            </div>
          </>
        )}
      </Loaded>
      {handing && <HandOutDialog account={handing} onClose={() => setHanding(null)} />}
      {ending && (
        <ConfirmDialog
          open
          onClose={() => setEnding(null)}
          onConfirm={() => end.mutate(ending)}
          title={t('accounts.manage.signOutTitle', { name: pick(ending.name) })}
          confirm={t('accounts.manage.signOut')}
          pending={end.isPending}
          danger
        >
          {t('accounts.manage.signOutBody')}
        </ConfirmDialog>
      )}
    </Page>
  )
}

const states = {
  active: { icon: CircleCheck, tone: 'green' },
  waiting: { icon: Clock, tone: 'neutral' },
  code_handed_out: { icon: TicketCheck, tone: 'amber' },
  exited: { icon: CircleMinus, tone: 'neutral' },
} as const

type Acts = { readonly onHandOut: (account: Account) => void; readonly onEnd: (account: Account) => void }

function useColumns({ onHandOut, onEnd }: Acts): Column<Account>[] {
  const { t, pick } = useText()
  const whyNoCode = (row: Account) => {
    if (row.own) return t('accounts.manage.ownCannot')
    if (row.state === 'exited') return t('accounts.manage.exitedCannot')
    return row.hasPhone ? t('accounts.manage.phoneCannot') : undefined
  }
  return [
    {
      id: 'person',
      header: t('accounts.manage.person'),
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="font-medium">{pick(row.name)}</span>{' '}
          {row.employeeNumber && (
            <Num code className="text-xs font-regular text-ink-3">
              {row.employeeNumber}
            </Num>
          )}
          <span className="block text-xs font-regular text-ink-3">{row.title && pick(row.title)}</span>
          {row.displayTitle && (
            <span className="block text-xs font-regular text-amber-text">
              {t('accounts.manage.displayTitle', { title: row.displayTitle })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'division',
      header: t('accounts.manage.division'),
      width: '14rem',
      cell: (row) => row.division && pick(row.division),
    },
    {
      id: 'phone',
      header: t('accounts.manage.phone'),
      width: '9rem',
      cell: (row) => (
        <Status icon={row.hasPhone ? Phone : PhoneOff} tone={row.hasPhone ? 'neutral' : 'amber'}>
          {row.hasPhone ? t('accounts.manage.hasPhone') : t('accounts.manage.noPhone')}
        </Status>
      ),
    },
    {
      id: 'state',
      header: t('accounts.manage.state'),
      width: '10rem',
      cell: (row) => (
        <Status icon={states[row.state].icon} tone={states[row.state].tone}>
          {t(`accounts.manage.states.${row.state}`)}
        </Status>
      ),
    },
    {
      id: 'lastSeen',
      header: t('accounts.manage.lastSeen'),
      width: '9rem',
      cell: (row) => (
        <>
          {row.lastSeenAt ? (
            <Ago at={row.lastSeenAt} />
          ) : (
            <span className="text-ink-3">{t('accounts.manage.never')}</span>
          )}
          {row.sessions > 0 && (
            <span className="block text-xs text-ink-3">{t('accounts.manage.sessions', { count: row.sessions })}</span>
          )}
        </>
      ),
    },
    {
      id: 'actions',
      header: t('ui.more'),
      width: '5rem',
      phone: 'bare',
      cell: (row) => {
        const blocked = whyNoCode(row)
        return (
          <Menu
            label={t('accounts.manage.actions', { name: pick(row.name) })}
            groups={[
              {
                id: 'actions',
                actions: [
                  {
                    id: 'code',
                    label: t('accounts.manage.handOut'),
                    icon: KeyRound,
                    ...(blocked && { hint: blocked, disabled: true }),
                    onPress: () => onHandOut(row),
                  },
                  {
                    id: 'end',
                    label: t('accounts.manage.signOut'),
                    icon: LogOut,
                    disabled: row.sessions === 0,
                    onPress: () => onEnd(row),
                  },
                ],
              },
            ]}
          />
        )
      },
    },
  ]
}
