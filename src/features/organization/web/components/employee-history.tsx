import { Building2, Crown, PencilLine, UserRound } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DiffValue } from '../../../../ui/diff-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { EmployeeRecord } from '../api.ts'
import { PeriodText } from './period-text.tsx'

type Props = {
  readonly employee: EmployeeRecord
  /** Opens the correction of a period. */
  readonly onCorrect: (kind: 'transfer' | 'supervisor', periodId: string) => void
}

/** Where the person worked and for whom, newest first. */
export function EmployeeHistory({ employee, onCorrect }: Props) {
  const { t, pick } = useText()
  const correctable = employee.can.change?.allowed
  const meta = (kind: 'transfer' | 'supervisor', period: { id: string; from: string; to: string | null }) => (
    <span className="flex flex-wrap items-center gap-x-2">
      <PeriodText from={period.from} to={period.to} />
      {correctable && (
        <Button look="link" size="sm" onPress={() => onCorrect(kind, period.id)}>
          {t('organization.correct')}
        </Button>
      )}
    </span>
  )
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <Section title={t('organization.employee.historyOf')}>
        <Timeline
          label={t('organization.employee.historyOf')}
          items={employee.assignments.map((one) => ({
            id: one.id,
            icon: Building2,
            title: pick(one.title),
            body: `${pick(one.division)} · ${t('organization.levelValue', { level: one.level })}`,
            meta: meta('transfer', one),
          }))}
        />
      </Section>
      <Section title={t('organization.employee.supervisionHistory')}>
        {employee.supervisions.length === 0 ? (
          <p className="text-sm text-ink-3">{t('organization.employee.noSupervisor')}</p>
        ) : (
          <Timeline
            label={t('organization.employee.supervisionHistory')}
            items={employee.supervisions.map((one) => ({
              id: one.id,
              icon: UserRound,
              title: <Link to={`/administration/employees/${one.supervisorId}`}>{pick(one.name)}</Link>,
              meta: meta('supervisor', one),
            }))}
          />
        )}
      </Section>
      {employee.headships.length > 0 && (
        <Section title={t('organization.employee.headships')}>
          <Timeline
            label={t('organization.employee.headships')}
            items={employee.headships.map((one) => ({
              id: one.id,
              icon: Crown,
              title: pick(one.division),
              meta: <PeriodText from={one.from} to={one.to} />,
            }))}
          />
        </Section>
      )}
      {employee.profileChanges.length > 0 && (
        <Section title={t('organization.employee.profileChanges')}>
          <Timeline
            label={t('organization.employee.profileChanges')}
            items={employee.profileChanges.map((one) => ({
              id: one.id,
              icon: PencilLine,
              title: t(`organization.employee.profileFields.${one.field as 'phone'}`),
              body: <DiffValue before={one.before ?? ''} after={one.after ?? ''} />,
              meta: <DateTimeText at={one.at} />,
            }))}
          />
        </Section>
      )}
    </div>
  )
}
