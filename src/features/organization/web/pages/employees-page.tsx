import { CalendarOff, Download, FileUp, LogOut, Plus } from 'lucide-react'
import { useState } from 'react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { ColumnChooser, useColumns } from '../../../../ui/column-chooser.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { type Sort, useListState } from '../../../../ui/list-state.ts'
import { useNavigation } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type EmployeeRow } from '../api.ts'
import { AsOf, useAsOf } from '../components/as-of.tsx'
import { AddEmployeeDialog } from '../components/employee-dialogs.tsx'
import { DivisionPicker } from '../components/pickers.tsx'
import { usePages } from '../components/use-pages.ts'

const services = ['current', 'future', 'exited', 'all'] as const
const sorts = ['name', 'number', 'division', 'level', 'hired'] as const
const byName: Sort = { column: 'name', direction: 'ascending' }

export function EmployeesPage() {
  const { t, pick, language } = useText()
  const { go } = useNavigation()
  const list = useListState({ defaultSort: byName })
  const on = useAsOf()
  const [adding, setAdding] = useState(false)
  const divisionId = list.filter('divisionId')
  const service = services.find((one) => one === list.filter('service')) ?? 'current'
  const sort = sorts.find((one) => one === list.sort?.column) ?? 'name'
  const filters = {
    text: list.q,
    service,
    sort,
    order: list.sort?.direction === 'descending' ? ('desc' as const) : ('asc' as const),
    ...(divisionId && { divisionId }),
    ...(on && { on }),
  }
  const asked = { ...filters, ...(list.cursor && { cursor: list.cursor }), limit: 50 }
  const query = useApiQuery({
    key: ['organization', 'employees', asked, language],
    load: (signal) => api('GET /api/organization/employees', { query: asked, signal }),
    keepPrevious: true,
  })
  const steps = usePages(list, query.data?.next)
  const columns = useEmployeeColumns()
  const chosen = useColumns('employees', columns)
  const save = () =>
    download('GET /api/organization/employees/export', { query: filters }).catch((thrown: unknown) =>
      notifyProblem(toProblem(thrown)),
    )
  const mayAdd = query.data?.can.add?.allowed
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.employees.title')}
          context={query.data && t('organization.employees.count', { count: query.data.total })}
          actions={
            <>
              <Button icon={Download} onPress={save}>
                {t('ui.export')}
              </Button>
              {mayAdd && (
                <Button icon={FileUp} to="/administration/import?kind=employees">
                  {t('organization.divisions.importFile')}
                </Button>
              )}
            </>
          }
          mainAction={
            mayAdd && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {t('organization.employees.add')}
              </Button>
            )
          }
        />
      }
    >
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchField
          label={t('organization.employees.search')}
          value={list.q}
          onChange={list.setQ}
          className="w-64 phone:w-full"
        />
        <DivisionPicker
          label={t('organization.division')}
          on={on}
          value={divisionId ?? null}
          placeholder={t('organization.employees.allDivisions')}
          onChange={(id) => list.setFilters({ divisionId: id })}
          className="w-64 phone:w-full"
        />
        <Select
          label={t('organization.employees.service')}
          value={service}
          onChange={(value) => list.setFilters({ service: value === 'current' ? null : value })}
          options={services.map((one) => ({ value: one, label: t(`organization.employees.services.${one}`) }))}
          className="w-44 phone:w-full"
        />
        <AsOf shown={query.data?.on} />
        <span className="ms-auto phone:hidden">
          <ColumnChooser columns={columns} state={chosen} />
        </span>
      </div>
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <Table
          label={t('organization.employees.title')}
          columns={columns}
          rows={query.data?.items ?? []}
          rowKey={(row) => row.id}
          rowName={(row) => pick(row.name)}
          sort={list.sort}
          onSort={list.setSort}
          shown={chosen.shown}
          loading={query.isPending}
          empty={<EmptyState>{t('organization.employees.empty')}</EmptyState>}
        />
      )}
      {query.data && <Pagination total={query.data.total} {...steps} />}
      {adding && (
        <AddEmployeeDialog onClose={() => setAdding(false)} onAdded={(id) => go(`/administration/employees/${id}`)} />
      )}
    </Page>
  )
}

function useEmployeeColumns(): Column<EmployeeRow>[] {
  const { t, pick } = useText()
  return [
    {
      id: 'name',
      header: t('organization.employees.name'),
      sortable: true,
      fixed: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-3">
          <Link to={`/administration/employees/${row.id}`}>{pick(row.name)}</Link>
          {row.absentUntil && (
            <Status icon={CalendarOff} tone="amber">
              {t('organization.employees.absentUntil')} <DateText date={row.absentUntil} style="deadline" />
            </Status>
          )}
          {row.exitedOn && (
            <Status icon={LogOut}>
              {t('organization.employees.leftOn')} <DateText date={row.exitedOn} style="short" />
            </Status>
          )}
        </span>
      ),
    },
    {
      id: 'number',
      header: t('organization.employees.number'),
      sortable: true,
      width: '8rem',
      cell: (row) => row.employeeNumber && <Num code>{row.employeeNumber}</Num>,
    },
    { id: 'title', header: t('organization.employees.jobTitle'), cell: (row) => row.title && pick(row.title) },
    {
      id: 'division',
      header: t('organization.division'),
      sortable: true,
      cell: (row) => row.division && pick(row.division),
    },
    {
      id: 'level',
      header: t('organization.level'),
      sortable: true,
      align: 'center',
      width: '6.5rem',
      cell: (row) => row.level !== null && <Num>{row.level}</Num>,
    },
    {
      id: 'supervisor',
      header: t('organization.supervisor'),
      cell: (row) =>
        row.supervisor && (
          <Link to={`/administration/employees/${row.supervisor.id}`}>{pick(row.supervisor.name)}</Link>
        ),
    },
    {
      id: 'hired',
      header: t('organization.employees.hired'),
      sortable: true,
      optional: true,
      cell: (row) => <DateText date={row.hiredOn} style="short" />,
    },
  ]
}
