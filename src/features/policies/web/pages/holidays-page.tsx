import { CalendarPlus, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { daysBetween } from '../../../../shared/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, type HolidayItem, keys } from '../api.ts'
import { HolidayDialog } from '../components/holiday-dialog.tsx'
import { useYear, YearSelect } from '../public.tsx'

/** Public holidays of a year: what no deadline counts (AMB-47). */
export function HolidaysPage() {
  const { t, pick } = useText()
  const [year, setYear] = useYear()
  const [editing, setEditing] = useState<HolidayItem | 'new'>()
  const [removing, setRemoving] = useState<HolidayItem>()
  const query = useApiQuery({
    key: keys.holidays(year),
    load: (signal) => api('GET /api/holidays', { query: { year }, signal }),
    keepPrevious: true,
  })
  const remove = useApiMutation({
    send: ({ id, version }: HolidayItem) => api('DELETE /api/holidays/:id', { params: { id }, version }),
    refresh: [keys.all],
    onDone: () => notifyDone(t('policies.holidays.removed')),
    onProblem: notifyProblem,
  })
  const canChange = query.data?.can.change ?? false

  const columns: Column<HolidayItem>[] = [
    { id: 'name', header: t('policies.holidays.name'), cell: (holiday) => pick(holiday.name) },
    {
      id: 'startsOn',
      header: t('policies.holidays.startsOn'),
      cell: (holiday) => <DateText date={holiday.startsOn} style="weekday" />,
    },
    {
      id: 'endsOn',
      header: t('policies.holidays.endsOn'),
      cell: (holiday) => <DateText date={holiday.endsOn} style="weekday" />,
    },
    {
      id: 'days',
      header: t('policies.holidays.days'),
      cell: ({ startsOn, endsOn }) => t('policies.holidays.length', { count: daysBetween(startsOn, endsOn) + 1 }),
    },
    ...(canChange
      ? [
          {
            id: 'actions',
            header: t('policies.holidays.actions'),
            align: 'end' as const,
            phone: 'bare' as const,
            cell: (holiday: HolidayItem) => (
              <span className="inline-flex gap-1">
                <IconButton
                  icon={PenLine}
                  size="sm"
                  label={`${t('ui.edit')}: ${pick(holiday.name)}`}
                  onPress={() => setEditing(holiday)}
                />
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={`${t('ui.remove')}: ${pick(holiday.name)}`}
                  onPress={() => setRemoving(holiday)}
                />
              </span>
            ),
          },
        ]
      : []),
  ]

  return (
    <Page
      header={
        <PageHeader
          title={t('policies.holidays.title')}
          state={t('policies.holidays.intro')}
          crumbs={[{ label: t('policies.title'), to: '/administration/policies' }]}
          actions={<YearSelect value={year} onChange={setYear} />}
          mainAction={
            canChange && (
              <Button look="primary" icon={CalendarPlus} onPress={() => setEditing('new')}>
                {t('policies.holidays.add')}
              </Button>
            )
          }
        />
      }
    >
      <Loaded query={query}>
        {({ holidays }) => (
          <Table
            label={t('policies.holidays.title')}
            columns={columns}
            rows={holidays}
            rowKey={(holiday) => holiday.id}
            empty={<EmptyState>{t('policies.holidays.empty')}</EmptyState>}
          />
        )}
      </Loaded>
      {editing && (
        <HolidayDialog holiday={editing === 'new' ? null : editing} year={year} onClose={() => setEditing(undefined)} />
      )}
      <ConfirmDialog
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        onConfirm={() => {
          if (removing) remove.mutate(removing)
          setRemoving(undefined)
        }}
        title={t('policies.holidays.removeTitle', { name: removing ? pick(removing.name) : '' })}
        confirm={t('ui.remove')}
        danger
      >
        {t('policies.holidays.removeBody')}
      </ConfirmDialog>
    </Page>
  )
}
