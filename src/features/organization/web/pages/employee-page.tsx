import { CalendarClock, CalendarOff, CircleCheck, LogOut, Plus } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type EmployeeRecord } from '../api.ts'
import { AsOf, useAsOf } from '../components/as-of.tsx'
import { AddDelegationDialog } from '../components/delegation-dialogs.tsx'
import { DelegationList } from '../components/delegation-list.tsx'
import { EmployeeAbsences } from '../components/employee-absences.tsx'
import {
  AbsenceDialog,
  CorrectEmployeeDialog,
  ExitDialog,
  SupervisorDialog,
  TransferDialog,
} from '../components/employee-dialogs.tsx'
import { EmployeeHistory } from '../components/employee-history.tsx'
import { type EmployeeDialog, EmployeeMenu } from '../components/employee-menu.tsx'
import { useAct } from '../components/use-act.ts'

export function EmployeePage() {
  const { id } = usePathParams<'id'>()
  const on = useAsOf()
  const query = useApiQuery({
    key: ['organization', 'employee', id, on ?? ''],
    load: (signal) => api('GET /api/organization/employees/:id', { params: { id }, query: on ? { on } : {}, signal }),
    keepPrevious: true,
  })
  return <Loaded query={query}>{(employee) => <Employee key={employee.id} employee={employee} />}</Loaded>
}

type Open = { readonly dialog: EmployeeDialog; readonly periodId?: string }

function Employee({ employee }: { readonly employee: EmployeeRecord }) {
  const { t, pick } = useText()
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const onClose = () => setOpen(null)
  const { assignment } = employee.current
  const name = pick(employee.name)
  const crumbs = me.can['organization.readPeople']
    ? [{ label: t('organization.employees.title'), to: '/administration/employees' }]
    : []
  return (
    <Page
      sideLabel={t('organization.employee.team')}
      header={
        <PageHeader
          title={name}
          crumbs={crumbs}
          lead={<Avatar name={name} size={44} />}
          pill={<ServiceStatus employee={employee} />}
          state={
            assignment ? (
              <>
                {pick(assignment.title)} · {pick(assignment.division)} ·{' '}
                {t('organization.levelValue', { level: assignment.level })}
              </>
            ) : (
              t('organization.employee.noPlacement')
            )
          }
          actions={
            <>
              <AsOf shown={employee.on} />
              <EmployeeMenu employee={employee} onOpen={(dialog) => setOpen({ dialog })} />
            </>
          }
        />
      }
      side={<Team employee={employee} />}
    >
      <div className="flex flex-col gap-8">
        <Facts employee={employee} />
        <EmployeeHistory employee={employee} onCorrect={(dialog, periodId) => setOpen({ dialog, periodId })} />
        <EmployeeAbsences employee={employee} onAdd={() => setOpen({ dialog: 'absence' })} />
        <Delegations employee={employee} />
      </div>
      {open?.dialog === 'correct' && <CorrectEmployeeDialog employee={employee} onClose={onClose} />}
      {open?.dialog === 'transfer' && <TransferDialog employee={employee} periodId={open.periodId} onClose={onClose} />}
      {open?.dialog === 'supervisor' && (
        <SupervisorDialog employee={employee} periodId={open.periodId} onClose={onClose} />
      )}
      {open?.dialog === 'absence' && <AbsenceDialog employee={employee} onClose={onClose} />}
      {open?.dialog === 'exit' && <ExitDialog employee={employee} onClose={onClose} />}
      <UndoExit employee={employee} open={open?.dialog === 'undoExit'} onClose={onClose} />
    </Page>
  )
}

function ServiceStatus({ employee: { exitedOn, hiredOn, on, current } }: { readonly employee: EmployeeRecord }) {
  const { t } = useText()
  if (exitedOn !== null && exitedOn < on) {
    return (
      <Status look="pill" icon={LogOut} mirrorIcon>
        {t('organization.employee.exited')}
      </Status>
    )
  }
  if (hiredOn > on) {
    return (
      <Status look="pill" tone="blue" icon={CalendarClock}>
        {t('organization.employee.future')}
      </Status>
    )
  }
  return current.absence ? (
    <Status look="pill" tone="amber" icon={CalendarOff}>
      {t('organization.employees.absentUntil')} <DateText date={current.absence.endsOn} style="deadline" />
    </Status>
  ) : (
    <Status look="pill" tone="green" icon={CircleCheck}>
      {t('organization.employee.inService')}
    </Status>
  )
}

function Facts({ employee }: { readonly employee: EmployeeRecord }) {
  const { t, pick } = useText()
  const fact = (term: string, value: string | null, code = true) =>
    value === null ? [] : [{ term, value: code ? <Num code>{value}</Num> : value }]
  const official = employee.current.assignment?.title
  const differs =
    employee.displayTitle !== null &&
    official !== undefined &&
    ![official.ar, official.en].includes(employee.displayTitle)
  return (
    <Section title={t('organization.employee.facts')}>
      {differs && employee.can.change?.allowed && (
        <Banner className="mb-3" tone="amber">
          {t('organization.employee.titleDiffers')} <bdi>{employee.displayTitle}</bdi> · {official && pick(official)}
        </Banner>
      )}
      <DescriptionList
        look="columns"
        facts={[
          ...fact(t('organization.employee.employeeNumber'), employee.employeeNumber),
          ...fact(t('organization.employee.civilNumber'), employee.civilNumber),
          { term: t('organization.employee.gender'), value: t(`organization.employee.genders.${employee.gender}`) },
          { term: t('organization.employee.hiredOn'), value: <DateText date={employee.hiredOn} /> },
          ...(employee.exitedOn === null
            ? []
            : [{ term: t('organization.employee.exitedOn'), value: <DateText date={employee.exitedOn} /> }]),
          ...fact(t('organization.employee.displayTitle'), employee.displayTitle, false),
          ...fact(t('organization.employee.phone'), employee.phone),
          ...fact(t('organization.employee.email'), employee.email),
          {
            term: t('organization.employee.scope'),
            value: employee.inScope ? t('organization.employee.inScope') : t('organization.employee.notInScope'),
          },
        ]}
      />
    </Section>
  )
}

function Team({ employee: { current, reports } }: { readonly employee: EmployeeRecord }) {
  const { t, pick } = useText()
  return (
    <>
      <Section title={t('organization.employee.supervision')}>
        {current.supervisor ? (
          <span className="flex items-center gap-2.5 text-sm">
            <Avatar name={pick(current.supervisor.name)} size={28} />
            <Link to={`/administration/employees/${current.supervisor.id}`}>{pick(current.supervisor.name)}</Link>
          </span>
        ) : (
          <p className="text-sm text-ink-3">{t('organization.employee.noSupervisor')}</p>
        )}
      </Section>
      <Section title={t('organization.employee.team')} note={reports.length > 0 && <Num>{reports.length}</Num>} ruled>
        {reports.length === 0 ? (
          <p className="text-sm text-ink-3">{t('organization.employee.noTeam')}</p>
        ) : (
          <ul className="flex flex-col gap-2.5">
            {reports.map((one) => (
              <li key={one.id} className="flex items-center gap-2.5 text-sm">
                <Avatar name={pick(one.name)} size={28} />
                <span className="min-w-0">
                  <Link to={`/administration/employees/${one.id}`}>{pick(one.name)}</Link>
                  <span className="block text-xs text-ink-3">{pick(one.title)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Delegations({ employee }: { readonly employee: EmployeeRecord }) {
  const { t } = useText()
  const [adding, setAdding] = useState(false)
  const query = useApiQuery({
    key: ['organization', 'delegations', employee.id],
    load: (signal) =>
      api('GET /api/organization/delegations', { query: { employeeId: employee.id, state: 'all', limit: 50 }, signal }),
  })
  const { assignment } = employee.current
  if (!query.data) return null
  const { items, today, can } = query.data
  return (
    <Section
      title={t('organization.employee.delegations')}
      aside={
        can.forEmployee?.allowed &&
        assignment && (
          <Button size="sm" icon={Plus} onPress={() => setAdding(true)}>
            {t('organization.delegations.add')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <p className="text-sm text-ink-3">{t('organization.employee.noDelegations')}</p>
      ) : (
        <DelegationList items={items} empty={null} />
      )}
      {adding && assignment && (
        <AddDelegationDialog
          delegator={{
            id: employee.id,
            name: employee.name,
            title: assignment.title,
            division: assignment.division,
            level: assignment.level,
          }}
          forOthers={false}
          today={today}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

type UndoProps = { readonly employee: EmployeeRecord; readonly open: boolean; readonly onClose: () => void }

function UndoExit({ employee: { id, version }, open, onClose }: UndoProps) {
  const { t } = useText()
  const undo = useAct({
    send: () => api('DELETE /api/organization/employees/:id/exit', { params: { id }, version }),
    done: t('organization.employee.exitUndone'),
  })
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => undo.mutate(undefined, { onError: notifyProblem, onSettled: onClose })}
      title={t('organization.employee.undoExit')}
      confirm={t('organization.employee.undoExit')}
      pending={undo.isPending}
    >
      {t('organization.employee.undoExitHint')}
    </ConfirmDialog>
  )
}
