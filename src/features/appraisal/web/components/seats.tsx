import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Explained } from '../api.ts'
import { shownPoints } from './points.ts'

/** The seats of the group with the arithmetic that made them, and where this result stands. */
export function Seats({ explanation }: { readonly explanation: Explained }) {
  const { t, pick } = useText()
  const { group, ranks } = explanation
  if (!group) return null
  const mine = ranks.final ?? ranks.curve
  const where = group.division ? pick(group.division) : t('appraisal.why.wholeEntity')
  return (
    <Section
      title={t('appraisal.why.seats')}
      note={
        <>
          {where} · {t('appraisal.why.people', { count: group.size })} · {t('appraisal.why.largestRemainder')} ·{' '}
          {t(`appraisalFiles.modes.${group.mode}`)}
        </>
      }
    >
      {group.quotas.length > 0 && (
        <ul className="grid grid-cols-5 overflow-clip rounded-lg border border-line phone:grid-cols-1">
          {group.quotas.map((quota) => (
            <li
              key={quota.rank}
              className={cx(
                'border-line px-3 py-2 not-last:border-e phone:not-last:border-e-0 phone:not-last:border-b',
                quota.rank === mine && 'bg-accent-soft',
              )}
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="text-sm">{t(`appraisalFiles.ranks.${quota.rank}`)}</span>
                <Num className="text-md font-semibold">{quota.seats}</Num>
              </span>
              <bdi dir="ltr" className="block text-xs text-ink-3 tabular-nums">
                {group.size} × {quota.share / 100}% = {quota.product}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-sm text-ink-2">
        {t('appraisal.why.position', { position: group.position, people: group.size })}{' '}
        {group.lastLifted !== null && group.gap !== null && (
          <>
            {t('appraisal.why.lastLifted')} <Num decimals={2}>{shownPoints(group.lastLifted)}</Num>
            {group.gap > 0 && (
              <>
                {t('appraisal.why.gap')} <Num decimals={2}>{shownPoints(group.gap)}</Num>
              </>
            )}
            .
          </>
        )}{' '}
        {group.mode === 'raise_only' && t('appraisal.why.nobodyLowered')}
      </p>
    </Section>
  )
}
