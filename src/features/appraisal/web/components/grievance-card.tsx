import { Hourglass, Scale } from 'lucide-react'
import { daysBetween } from '../../../../shared/dates.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Progress } from '../../../../ui/progress.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { ResultView } from '../api.ts'

/** The right to object, with its clock; the own result only, once it is published. */
export function GrievanceCard({ view }: { readonly view: ResultView }) {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const { publishedAt, grievancesUntil } = view.explanation.year
  if (!view.parts.includes('employee') || !publishedAt || !grievancesUntil) return null
  const day = (instant: string) => localDate(new Date(instant), timeZone)
  const [from, until, today] = [day(publishedAt), day(grievancesUntil), localDate(new Date(), timeZone)]
  const left = Math.max(0, daysBetween(today, until))
  const open = Date.now() <= new Date(grievancesUntil).getTime()
  const whole = Math.max(1, daysBetween(from, until))
  return (
    <Card
      title={t('appraisal.grievance.title')}
      aside={
        view.grievance ? (
          <Status look="pill" tone="blue" icon={Scale}>
            {t('appraisal.grievance.filed')}
          </Status>
        ) : open ? (
          <Status look="pill" tone="amber" icon={Hourglass}>
            {t('appraisal.grievance.left', { count: left })}
          </Status>
        ) : (
          <Status look="pill" icon={Hourglass}>
            {t('appraisal.grievance.over')}
          </Status>
        )
      }
    >
      <Progress
        thin
        tone={open ? 'amber' : 'accent'}
        label={t('appraisal.grievance.title')}
        value={open ? Math.round(((whole - left) / whole) * 100) : 100}
      />
      <p className="mt-1.5 flex justify-between gap-3 text-xs text-ink-3">
        <span>
          {t('appraisal.grievance.told')} <DateText date={from} style="medium" />
        </span>
        <span>
          {t('appraisal.grievance.closes')} <DateText date={until} style="medium" />
        </span>
      </p>
      <p className="my-3 text-sm text-ink-2">{t('appraisal.grievance.promise')}</p>
      {view.grievance ? (
        <Button full to={`/my/grievances/${view.grievance.id}`}>
          {t('appraisal.grievance.open')}
        </Button>
      ) : (
        open && (
          <Button full to={`/my/grievances?year=${view.year}`}>
            {t('appraisal.grievance.file')}
          </Button>
        )
      )}
    </Card>
  )
}
