import { CircleCheck, CircleDashed, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { localDate } from '../../../../shared/time-zone.ts'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { YearOverview } from '../api.ts'
import { cycleTitle } from './cycle-title.ts'

const order = ['open', 'frozen', 'signed', 'approved', 'confirmed', 'published'] as const

/** The six steps of a year: what is done, since when, and for whom the next one waits (AMB-29). */
export function YearSteps({ year }: { readonly year: YearOverview }) {
  const text = useText()
  const { t, pick } = text
  const { timeZone } = usePreferences()
  const reached = order.indexOf(year.status)
  const open = year.cycles.filter((cycle) => cycle.status !== 'closed')
  const undecided = year.cycles.reduce((sum, cycle) => sum + cycle.undecided, 0)
  const waiting = year.approvals.filter((one) => one.status !== 'approved')
  const ended: Readonly<Record<(typeof order)[number], string | null>> = {
    open: year.frozenAt,
    frozen: year.signedAt,
    signed: year.approvedAt,
    approved: year.confirmedAt,
    confirmed: year.publishedAt,
    published: null,
  }
  const details: Readonly<Record<(typeof order)[number], ReactNode>> = {
    open: (
      <>
        {open.length > 0 && (
          <>
            {t('appraisal.years.openCycles')} {open.map((cycle) => cycleTitle(text, year.year, cycle)).join('، ')}.{' '}
          </>
        )}
        {undecided > 0 && t('appraisal.years.undecided', { count: undecided })}
      </>
    ),
    frozen: (
      <>
        <Link to={`/committees/calibration/${year.year}`}>{t('appraisal.years.workbench')}</Link>{' '}
        {year.views.recorded > 0 && t('appraisal.years.views', { count: year.views.recorded })}
      </>
    ),
    signed: (
      <>
        {year.undecidedExcellence > 0 && t('appraisal.years.excellence', { count: year.undecidedExcellence })}{' '}
        {waiting.length > 0 && (
          <>
            {t('appraisal.years.waitingFor')} {waiting.map((one) => pick(one.official.name)).join('، ')}
          </>
        )}
      </>
    ),
    approved: t('appraisal.years.headConfirms'),
    confirmed: t('appraisal.years.publishes'),
    published:
      year.status === 'published' ? (
        <>
          {t('appraisal.years.readBy', { count: year.read.read })} <Num>{year.read.published}</Num>.{' '}
          {year.grievancesUntil && (
            <>
              {t('appraisal.years.grievancesUntil')}{' '}
              <DateText date={localDate(new Date(year.grievancesUntil), timeZone)} style="medium" />.
            </>
          )}
        </>
      ) : null,
  }
  return (
    <Timeline
      label={t('appraisal.years.steps')}
      items={order.map((step, index) => {
        const done = index < reached || year.status === 'published'
        const current = index === reached && year.status !== 'published'
        const at = ended[step]
        return {
          id: step,
          icon: done ? CircleCheck : current ? Hourglass : CircleDashed,
          waiting: current,
          title: t(`appraisal.years.step.${step}`),
          ...((current || step === 'published') && { body: details[step] }),
          ...(at && done && { meta: <DateText date={localDate(new Date(at), timeZone)} style="medium" /> }),
        }
      })}
    />
  )
}
