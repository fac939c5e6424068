import { Pencil, Plus, Trash2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { bodies } from '../../domain/vocabulary.ts'
import { api, type Membership } from '../api.ts'
import { AsOf, useAsOf } from '../components/as-of.tsx'
import { MembershipDialog } from '../components/membership-dialog.tsx'
import { PeriodText } from '../components/period-text.tsx'
import { useAct } from '../components/use-act.ts'

export function MembershipsPage() {
  const { t } = useText()
  const on = useAsOf()
  const { get, set } = useSearch()
  const past = get('past') === 'true' ? ('true' as const) : ('false' as const)
  const asked = { past, ...(on && { on }) }
  const [adding, setAdding] = useState(false)
  const query = useApiQuery({
    key: ['organization', 'memberships', asked],
    load: (signal) => api('GET /api/organization/memberships', { query: asked, signal }),
    keepPrevious: true,
  })
  const mayChange = query.data?.can.change?.allowed ?? false
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.memberships.title')}
          actions={<AsOf shown={query.data?.on} />}
          mainAction={
            mayChange && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {t('organization.memberships.add')}
              </Button>
            )
          }
        />
      }
    >
      <Segmented
        label={t('organization.memberships.show')}
        className="mb-5 phone:w-full"
        value={past}
        onChange={(value) => set({ past: value === 'true' ? value : null })}
        options={[
          { value: 'false', label: t('organization.memberships.current') },
          { value: 'true', label: t('organization.memberships.past') },
        ]}
      />
      <Loaded query={query}>
        {({ items, on: shown }) =>
          items.length === 0 ? (
            <EmptyState icon={UsersRound}>{t('organization.memberships.empty')}</EmptyState>
          ) : (
            <div className="flex flex-col gap-6">
              {bodies.map((body) => {
                const members = items.filter((one) => one.body === body)
                return members.length === 0 ? null : (
                  <Section
                    key={body}
                    title={t(`organization.memberships.bodies.${body}`)}
                    note={<Num>{members.length}</Num>}
                  >
                    <Members
                      label={t(`organization.memberships.bodies.${body}`)}
                      members={members}
                      mayChange={mayChange}
                      on={shown}
                    />
                  </Section>
                )
              })}
            </div>
          )
        }
      </Loaded>
      {adding && query.data && <MembershipDialog on={query.data.on} onClose={() => setAdding(false)} />}
    </Page>
  )
}

type MembersProps = {
  readonly label: string
  readonly members: readonly Membership[]
  readonly mayChange: boolean
  readonly on: string
}

function Members({ label, members, mayChange, on }: MembersProps) {
  const { t, pick } = useText()
  const [editing, setEditing] = useState<Membership | null>(null)
  const [removing, setRemoving] = useState<Membership | null>(null)
  const remove = useAct<unknown, Membership>({
    send: ({ id, version }) => api('DELETE /api/organization/memberships/:id', { params: { id }, version }),
    done: t('organization.memberships.removed'),
  })
  const columns: Column<Membership>[] = [
    {
      id: 'employee',
      header: t('organization.person'),
      cell: ({ employee }) => (
        <>
          {pick(employee.name)}
          <span className="block text-xs font-regular text-ink-3">
            {[pick(employee.title), pick(employee.division)].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      id: 'capacity',
      header: t('organization.memberships.capacity'),
      cell: ({ capacity }) => t(`organization.memberships.capacities.${capacity}`),
      width: '8rem',
    },
    {
      id: 'period',
      header: t('organization.memberships.period'),
      cell: ({ from, to }) => <PeriodText from={from} to={to} />,
      width: '18rem',
    },
    {
      id: 'decision',
      header: t('organization.memberships.decision'),
      cell: ({ decision }) => decision && <bdi>{decision}</bdi>,
      width: '9rem',
    },
    ...(mayChange
      ? [
          {
            id: 'acts',
            header: t('ui.edit'),
            align: 'end' as const,
            phone: 'bare' as const,
            width: '6rem',
            cell: (one: Membership) => (
              <>
                <IconButton
                  icon={Pencil}
                  size="sm"
                  label={t('organization.memberships.edit')}
                  onPress={() => setEditing(one)}
                />
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('organization.memberships.remove')}
                  onPress={() => setRemoving(one)}
                />
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table label={label} columns={columns} rows={members} rowKey={({ id }) => id} />
      {editing && <MembershipDialog membership={editing} on={on} onClose={() => setEditing(null)} />}
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() =>
          removing && remove.mutate(removing, { onError: notifyProblem, onSettled: () => setRemoving(null) })
        }
        title={t('organization.memberships.remove')}
        confirm={t('organization.memberships.remove')}
        danger
        pending={remove.isPending}
      >
        {t('organization.memberships.removeHint')}
      </ConfirmDialog>
    </>
  )
}
