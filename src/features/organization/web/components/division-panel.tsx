import { History, Plus, UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { Num } from '../../../../ui/num.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { api, type DivisionRecord } from '../api.ts'
import { AddDivisionDialog, ChangeDivisionDialog, CloseDivisionDialog, NameHeadDialog } from './division-dialogs.tsx'
import { PeriodText } from './period-text.tsx'

type PanelProps = {
  readonly id: string
  readonly on: string | undefined
  readonly onChoose: (id: string) => void
}

/** The record of one division, with what may be done to it. */
export function DivisionPanel({ id, on, onChoose }: PanelProps) {
  const query = useApiQuery({
    key: ['organization', 'division', id, on ?? ''],
    load: (signal) => api('GET /api/organization/divisions/:id', { params: { id }, query: on ? { on } : {}, signal }),
    keepPrevious: true,
  })
  return (
    <Loaded query={query} waiting={<RowsSkeleton rows={6} />}>
      {(division) => <DivisionDetails division={division} onChoose={onChoose} />}
    </Loaded>
  )
}

type Open = { readonly dialog: 'add' | 'change' | 'close' | 'head'; readonly periodId?: string }

function DivisionDetails({ division, onChoose }: { division: DivisionRecord; onChoose: (id: string) => void }) {
  const { t, pick } = useText()
  const [open, setOpen] = useState<Open | null>(null)
  const { can, on } = division
  const onClose = () => setOpen(null)
  const head = division.headships.find(({ from, to }) => from <= on && (to === null || on <= to))
  const mayChange = can.change?.allowed ?? false
  return (
    <>
      <Section
        title={pick(division.name)}
        aside={
          mayChange && (
            <Menu
              label={t('organization.employee.actions')}
              groups={[
                {
                  id: 'division',
                  actions: [
                    {
                      id: 'change',
                      label: t('organization.divisions.change'),
                      onPress: () => setOpen({ dialog: 'change' }),
                    },
                    {
                      id: 'head',
                      label: t('organization.divisions.nameHead'),
                      onPress: () => setOpen({ dialog: 'head' }),
                    },
                    {
                      id: 'close',
                      label: t('organization.divisions.close'),
                      danger: true,
                      disabled: !can.close?.allowed,
                      ...(can.close && !can.close.allowed && { hint: sentenceFor(can.close.why) }),
                      onPress: () => setOpen({ dialog: 'close' }),
                    },
                  ],
                },
              ]}
            />
          )
        }
      >
        {!division.standing && (
          <Banner tone="amber" className="mb-3">
            {t('organization.divisions.notStanding')}
          </Banner>
        )}
        <DescriptionList
          facts={[
            { term: t('organization.kind'), value: t(`organization.kinds.${division.kind}`) },
            { term: t('organization.code'), value: <Num code>{division.code}</Num> },
            {
              term: t('organization.divisions.parent'),
              value:
                division.path.length === 0
                  ? t('organization.divisions.root')
                  : division.path.map((one) => pick(one.name)).join(' › '),
            },
            {
              term: t('organization.head'),
              value: head ? (
                <PersonLink id={head.employeeId}>{pick(head.name)}</PersonLink>
              ) : (
                t('organization.divisions.noHead')
              ),
            },
            {
              term: t('organization.people'),
              value: (
                <Link to={`/administration/employees?divisionId=${division.id}`}>
                  {t('organization.divisions.peopleCount', { count: division.people })}
                </Link>
              ),
            },
          ]}
        />
        {mayChange && division.standing && (
          <Button icon={Plus} size="sm" className="mt-3" onPress={() => setOpen({ dialog: 'add' })}>
            {t('organization.divisions.addBelow')}
          </Button>
        )}
      </Section>
      <Section title={t('organization.divisions.names')} ruled>
        <Timeline
          label={t('organization.divisions.names')}
          items={division.periods.map((period) => ({
            id: period.id,
            icon: History,
            title: pick(period.name),
            body: period.parent && `${t('organization.divisions.parent')} ${pick(period.parent)}`,
            meta: (
              <span className="flex flex-wrap items-center gap-x-2">
                <PeriodText from={period.from} to={period.to} />
                {mayChange && (
                  <Button look="link" size="sm" onPress={() => setOpen({ dialog: 'change', periodId: period.id })}>
                    {t('organization.correct')}
                  </Button>
                )}
              </span>
            ),
          }))}
        />
      </Section>
      {division.headships.length > 0 && (
        <Section title={t('organization.divisions.heads')} ruled>
          <Timeline
            label={t('organization.divisions.heads')}
            items={division.headships.map((one) => ({
              id: one.id,
              icon: UserRound,
              title: <PersonLink id={one.employeeId}>{pick(one.name)}</PersonLink>,
              meta: <PeriodText from={one.from} to={one.to} />,
            }))}
          />
        </Section>
      )}
      {open?.dialog === 'add' && (
        <AddDivisionDialog parentId={division.id} on={on} onClose={onClose} onAdded={onChoose} />
      )}
      {open?.dialog === 'change' && (
        <ChangeDivisionDialog division={division} periodId={open.periodId} onClose={onClose} />
      )}
      {open?.dialog === 'close' && <CloseDivisionDialog division={division} onClose={onClose} />}
      {open?.dialog === 'head' && <NameHeadDialog division={division} onClose={onClose} />}
    </>
  )
}

function PersonLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <Link to={`/administration/employees/${id}`}>{children}</Link>
}
