import { CalendarRange, LockKeyhole, LockOpen, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatDateTime } from '../../../../shared/locale.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys } from '../api.ts'
import { CycleKindDialog } from '../components/cycle-kind-dialog.tsx'
import { cycleName } from '../components/cycle-name.ts'
import { CycleStatus } from '../components/cycle-status.tsx'

function useCycles() {
  return useApiQuery({
    key: keys.cycles,
    load: (signal) => api('GET /api/performance/cycles', { signal }),
  })
}
type Year = NonNullable<ReturnType<typeof useCycles>['data']>['years'][number]
type Cycle = Year['cycles'][number]

/** The cycles of each year: one kind a year, opened one after the other (BR-28). */
export function CyclesPage() {
  const { t } = useText()
  const cycles = useCycles()
  return (
    <Page
      ground="bg"
      header={<PageHeader title={t('performance.pages.cycles')} state={t('performance.cycles.intro')} />}
    >
      <Loaded query={cycles} waiting={<RowsSkeleton rows={6} />}>
        {({ years }) =>
          years.length === 0 ? (
            <EmptyState icon={CalendarRange}>{t('performance.cycles.empty')}</EmptyState>
          ) : (
            <div className="flex flex-col gap-4">
              {years.map((year) => (
                <YearCard key={year.year} year={year} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function YearCard({ year }: { readonly year: Year }) {
  const { t } = useText()
  const [choosing, setChoosing] = useState(false)
  const { setKind } = year.can
  return (
    <Card
      flush
      title={t('performance.cycles.kind', { year: year.year })}
      note={year.kind ? t(`performance.cycles.kinds.${year.kind}`) : undefined}
      aside={
        setKind && (
          <Button
            size="sm"
            icon={Settings2}
            label={`${t(year.kind ? 'performance.cycles.change' : 'performance.cycles.choose')}: ${year.year}`}
            {...(!setKind.allowed && { reason: sentenceFor(setKind.why) })}
            onPress={() => setChoosing(true)}
          >
            {t(year.kind ? 'performance.cycles.change' : 'performance.cycles.choose')}
          </Button>
        )
      }
    >
      {year.cycles.length === 0 ? (
        <EmptyState icon={CalendarRange}>{t('performance.cycles.noKind')}</EmptyState>
      ) : (
        <CycleTable year={year} />
      )}
      {choosing && <CycleKindDialog year={year.year} kind={year.kind} onClose={() => setChoosing(false)} />}
    </Card>
  )
}

function CycleTable({ year }: { readonly year: Year }) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const [opening, setOpening] = useState<Cycle | null>(null)
  const open = useApiMutation({
    send: (cycle: Cycle) =>
      api('POST /api/performance/cycles/:id/open', { params: { id: cycle.id }, version: cycle.version }),
    refresh: [keys.all, ['me'], ['home'], ['inbox']],
    onDone: ({ enrolled }) => {
      setOpening(null)
      notifyDone(t('performance.cycles.opened', { count: enrolled }))
    },
    onProblem: (problem) => {
      setOpening(null)
      notifyProblem(problem)
    },
  })
  const day = (date: string) => formatDate(date, { ...reader, style: 'long' })
  const columns: readonly Column<Cycle>[] = [
    {
      id: 'name',
      header: t('performance.cycles.columns.name'),
      cell: (cycle) => (
        <span className="flex flex-col">
          {cycleName(text, cycle)}
          {cycle.openedAt && (
            <span className="text-xs font-regular text-ink-3">
              {t('performance.cycles.openedBy', {
                name: cycle.openedBy ? pick(cycle.openedBy.name) : t('performance.nobody'),
                at: formatDateTime(new Date(cycle.openedAt), reader),
              })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'period',
      header: t('performance.cycles.columns.period'),
      cell: (cycle) => t('performance.cycles.period', { from: day(cycle.startsOn), to: day(cycle.endsOn) }),
    },
    { id: 'due', header: t('performance.cycles.columns.due'), cell: (cycle) => day(cycle.planDueOn) },
    {
      id: 'status',
      header: t('performance.cycles.columns.status'),
      cell: (cycle) => <CycleStatus of={cycle.status} />,
    },
    {
      id: 'documents',
      header: t('performance.cycles.columns.documents'),
      align: 'center',
      cell: (cycle) => <Num>{cycle.documents}</Num>,
    },
    {
      id: 'act',
      header: t('performance.cycles.columns.act'),
      phone: 'bare',
      align: 'end',
      cell: ({ can, ...cycle }) =>
        cycle.status !== 'planned' ? (
          <Button
            size="sm"
            icon={LockKeyhole}
            to={`/administration/cycles/${cycle.id}/closing`}
            label={`${t('performance.cycles.closing')}: ${cycleName(text, cycle)}`}
          >
            {t('performance.cycles.closing')}
          </Button>
        ) : can.open ? (
          <Button
            size="sm"
            icon={LockOpen}
            label={`${t('performance.cycles.open')}: ${cycleName(text, cycle)}`}
            {...(!can.open.allowed && { reason: sentenceFor(can.open.why) })}
            onPress={() => setOpening({ can, ...cycle })}
          >
            {t('performance.cycles.open')}
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <Table
        bare
        label={t('performance.cycles.kind', { year: year.year })}
        columns={columns}
        rows={year.cycles}
        rowKey={(cycle) => cycle.id}
      />
      <ConfirmDialog
        open={opening !== null}
        title={opening ? t('performance.cycles.openTitle', { cycle: cycleName(text, opening) }) : ''}
        confirm={t('performance.cycles.open')}
        pending={open.isPending}
        onClose={() => setOpening(null)}
        onConfirm={() => opening && open.mutate(opening)}
      >
        {opening && t('performance.cycles.openBody', { date: day(opening.planDueOn) })}
      </ConfirmDialog>
    </>
  )
}
