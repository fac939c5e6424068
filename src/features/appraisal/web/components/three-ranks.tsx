import { Calculator, Scale, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { localDate } from '../../../../shared/time-zone.ts'
import { cx } from '../../../../ui/cx.ts'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { Explained } from '../api.ts'
import { useReasonText } from './change-text.ts'
import { shownPoints } from './points.ts'

/** The three judgements of a rank side by side; only the one in force is tinted (H3). */
export function ThreeRanks({ explanation }: { readonly explanation: Explained }) {
  const { t, pick } = useText()
  const { timeZone } = usePreferences()
  const reasonText = useReasonText()
  const { ranks, annual, changes, person } = explanation
  const rank = (of: keyof typeof ranks) => {
    const value = ranks[of]
    return value ? t(`appraisalFiles.ranks.${value}`) : '—'
  }
  const view = changes.findLast((change) => change.stage === 'supervisor')
  const decided = changes.findLast((change) => ['committee', 'excellence', 'grievance'].includes(change.stage))
  const curve = changes.findLast((change) => change.stage === 'curve')
  const final = ranks.final ?? ranks.curve ?? ranks.band
  return (
    <div className="grid overflow-clip rounded-lg border border-line bg-surface md:grid-cols-3">
      <Judgement
        icon={Calculator}
        name={t('appraisal.why.computed')}
        rank={rank('band')}
        beside={annual.result !== null && <Num decimals={2}>{shownPoints(annual.result)}</Num>}
      >
        {annual.result === null ? (
          t(`appraisalFiles.standings.${explanation.standing}`)
        ) : (
          <>
            {t('appraisal.why.meanOf', { count: annual.counted })} {curve && reasonText(curve)}
          </>
        )}
      </Judgement>
      <Judgement icon={UserCheck} name={t('appraisal.why.view')} rank={rank('view')}>
        {view ? (
          <>
            {view.by && pick(view.by.name)} · <DateText date={localDate(new Date(view.at), timeZone)} style="medium" />{' '}
            · {reasonText(view)}
          </>
        ) : person.supervisor ? (
          t('appraisal.why.noView', { name: pick(person.supervisor.name) })
        ) : (
          t('appraisal.why.noSupervisor')
        )}
      </Judgement>
      <Judgement
        icon={Scale}
        name={t(
          decided && decided.stage !== 'committee' ? `appraisalFiles.stages.${decided.stage}` : 'appraisal.why.final',
        )}
        rank={final ? t(`appraisalFiles.ranks.${final}`) : '—'}
        inForce={explanation.year.status === 'published'}
      >
        {decided ? reasonText(decided) : t(final ? 'appraisal.why.asComputed' : 'appraisal.why.noRank')}
        {explanation.addedSeat && ` ${t('appraisalFiles.why.addedSeat')}`}
      </Judgement>
    </div>
  )
}

type JudgementProps = {
  readonly icon: IconType
  readonly name: string
  readonly rank: string
  readonly beside?: ReactNode
  readonly inForce?: boolean
  readonly children: ReactNode
}

function Judgement({ icon, name, rank, beside, inForce, children }: JudgementProps) {
  return (
    <section
      className={cx(
        'border-line px-5 py-4 not-last:border-b md:not-last:border-e md:not-last:border-b-0',
        inForce && 'bg-accent-soft',
      )}
    >
      <h2 className={cx('flex items-center gap-2 text-sm font-medium', inForce ? 'text-accent-text' : 'text-ink-2')}>
        <Icon icon={icon} size={15} /> {name}
      </h2>
      <p className="mt-1 flex items-baseline gap-3">
        <strong className={cx('text-2xl font-semibold', inForce && 'text-accent-text')}>{rank}</strong>
        {beside && <span className="text-md text-ink-2">{beside}</span>}
      </p>
      <p className="mt-1 text-sm text-ink-2">{children}</p>
    </section>
  )
}
