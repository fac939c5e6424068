import { BookOpen, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { type ObjectiveClass, objectiveClasses } from '../../domain/document.ts'
import { api, type BankObjective, keys } from '../api.ts'
import { BankDialog } from '../components/bank-dialog.tsx'
import { BankFor } from '../components/bank-for.tsx'
import { ClassTag } from '../components/class-tag.tsx'
import { usePages } from '../components/use-pages.ts'

/** The objectives that employees begin from: kept by the Ejada team, and by heads for their divisions (O-45). */
export function ObjectivesBankPage() {
  const { t } = useText()
  const list = useListState()
  const [editing, setEditing] = useState<BankObjective | 'new' | null>(null)
  const [retiring, setRetiring] = useState<BankObjective | null>(null)
  const ofClass = objectiveClasses.find((one) => one === list.filter('class'))
  const retired = list.filter('retired') === 'true'
  const query = {
    scope: 'all',
    ...(ofClass && { class: ofClass }),
    ...(list.q && { text: list.q }),
    ...(retired && { retired: 'true' as const }),
    ...(list.cursor && { cursor: list.cursor }),
  } as const
  const bank = useApiQuery({
    key: [...keys.bank, query],
    load: (signal) => api('GET /api/performance/bank', { query, signal }),
    keepPrevious: true,
  })
  const pages = usePages(bank.data?.next)
  const retire = useApiMutation({
    send: (objective: BankObjective) =>
      api('POST /api/performance/bank/:id/retire', { params: { id: objective.id }, version: objective.version }),
    refresh: [keys.bank],
    onDone: () => {
      setRetiring(null)
      notifyDone(t('performance.bankKeeping.retired'))
    },
    onProblem: (problem) => {
      setRetiring(null)
      notifyProblem(problem)
    },
  })
  const columns: readonly Column<BankObjective>[] = [
    { id: 'title', header: t('performance.bankKeeping.columns.title'), cell: (row) => <bdi>{row.title}</bdi> },
    { id: 'class', header: t('performance.bankKeeping.columns.class'), cell: (row) => <ClassTag of={row.class} /> },
    { id: 'for', header: t('performance.bankKeeping.columns.for'), cell: (row) => <BankFor objective={row} /> },
    {
      id: 'keyResults',
      header: t('performance.bankKeeping.columns.keyResults'),
      cell: (row) => t('performance.bank.keyResults', { count: row.keyResults.length }),
    },
    {
      id: 'act',
      header: t('performance.bankKeeping.columns.act'),
      phone: 'bare',
      align: 'end',
      cell: (row) =>
        row.can.edit?.allowed && row.retiredAt === null ? (
          <span className="inline-flex gap-1">
            <IconButton
              icon={Pencil}
              size="sm"
              label={t('performance.bankKeeping.editNamed', { title: row.title })}
              onPress={() => setEditing(row)}
            />
            <IconButton
              icon={Trash2}
              size="sm"
              label={t('performance.bankKeeping.retireNamed', { title: row.title })}
              onPress={() => setRetiring(row)}
            />
          </span>
        ) : null,
    },
  ]
  if (bank.error && !bank.data) return <ErrorState problem={bank.error} onRetry={() => bank.refetch()} />
  return (
    <Page
      header={
        <PageHeader
          title={t('performance.pages.bank')}
          state={t('performance.bankKeeping.intro')}
          {...(bank.data?.can.create?.allowed && {
            mainAction: (
              <Button look="primary" icon={Plus} onPress={() => setEditing('new')}>
                {t('performance.bankKeeping.create')}
              </Button>
            ),
          })}
        />
      }
    >
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="w-64 phone:w-full">
          <SearchField label={t('performance.bankKeeping.search')} value={list.q} onChange={list.setQ} />
        </div>
        <Select<ObjectiveClass | 'all'>
          className="w-48 phone:w-full"
          label={t('performance.bankKeeping.class')}
          value={ofClass ?? 'all'}
          onChange={(value) => list.setFilters({ class: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: t('ui.all') },
            ...objectiveClasses.map((value) => ({ value, label: t(`performance.classes.${value}`) })),
          ]}
        />
        <div className="flex h-9 items-center">
          <Checkbox
            label={t('performance.bankKeeping.showRetired')}
            checked={retired}
            onChange={(on) => list.setFilters({ retired: on ? 'true' : null })}
          />
        </div>
      </div>
      <Table
        label={t('performance.pages.bank')}
        columns={columns}
        rows={bank.data?.items ?? []}
        rowKey={(row) => row.id}
        loading={bank.isPending}
        empty={
          <EmptyState icon={BookOpen}>
            {ofClass || list.q || retired ? t('ui.nothingFound') : t('performance.bankKeeping.empty')}
          </EmptyState>
        }
      />
      {bank.data && <Pagination total={bank.data.total} onNext={pages.onNext} onPrevious={pages.onPrevious} />}
      {editing && <BankDialog objective={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      <ConfirmDialog
        open={retiring !== null}
        danger
        title={t('performance.bankKeeping.retireTitle')}
        confirm={t('performance.bankKeeping.retire')}
        pending={retire.isPending}
        onClose={() => setRetiring(null)}
        onConfirm={() => retiring && retire.mutate(retiring)}
      >
        <p className="font-medium text-ink">
          <bdi>{retiring?.title}</bdi>
        </p>
        {t('performance.bankKeeping.retireBody')}
      </ConfirmDialog>
    </Page>
  )
}
