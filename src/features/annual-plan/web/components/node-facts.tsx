import { ArrowLeft, Link2, Users } from 'lucide-react'
import { formatDate, formatQuantity } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { NodeTag } from '../../../../ui/tag.tsx'
import type { Node } from '../api.ts'

/** From when to when: «من 01/01 إلى 30/06». */
export function NodeDates({ node }: { readonly node: Pick<Node, 'startsOn' | 'endsOn'> }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const shown = (date: string) => formatDate(date, { language, digits, style: 'dayMonth' })
  const { startsOn, endsOn } = node
  if (startsOn?.endsWith('-01-01') && endsOn?.endsWith('-12-31')) return t('annualPlan.noDates')
  if (startsOn && endsOn) return t('annualPlan.from', { start: shown(startsOn), end: shown(endsOn) })
  if (endsOn) return t('annualPlan.until', { end: shown(endsOn) })
  return startsOn ? t('annualPlan.since', { start: shown(startsOn) }) : t('annualPlan.noDates')
}

export function useQuantity(): (dataType: Node['indicators'][number]['dataType'], value: string) => string {
  const { language, digits } = usePreferences()
  return (dataType, value) => formatQuantity(dataType, value, { language, digits })
}

/** Indicators in one line each: name, where it stood, where it must be. */
export function IndicatorLines({ indicators }: { readonly indicators: Node['indicators'] }) {
  const { t, pick } = useText()
  const quantity = useQuantity()
  if (indicators.length === 0) return null
  return (
    <ul className="flex flex-col text-xs text-ink-3">
      {indicators.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-1.5">
          <span>{pick(one.name)}</span>
          {one.baseline !== null && (
            <>
              <bdi>
                <span className="sr-only">{t('annualPlan.baseline')} </span>
                {quantity(one.dataType, one.baseline)}
              </bdi>
              <Icon icon={ArrowLeft} size={12} className="ltr:-scale-x-100" />
            </>
          )}
          <bdi className="font-medium text-ink-2">
            <span className="sr-only">{t('annualPlan.target')} </span>
            {quantity(one.dataType, one.target)}
          </bdi>
        </li>
      ))}
    </ul>
  )
}

/** What a node serves above, as links into the Vision. */
export function ServesTags({ serves }: { readonly serves: Node['serves'] }) {
  const { pick } = useText()
  const tags = new Map(
    serves.flatMap(({ priority, indicator, programme }) => [
      [priority.id, { name: priority.name, to: `/plan/vision#${priority.id}` }],
      ...(indicator ? [[indicator.id, { name: indicator.name, to: `/plan/vision#${indicator.id}` }] as const] : []),
      ...(programme ? [[programme.id, { name: programme.name, to: '/plan/vision' }] as const] : []),
    ]),
  )
  return (
    <ul className="flex min-w-0 flex-wrap gap-1.5">
      {[...tags].map(([id, { name, to }]) => (
        <li key={id} className="min-w-0">
          <NodeTag to={to}>{pick(name)}</NodeTag>
        </li>
      ))}
    </ul>
  )
}

/** What a node serves above, quietly, for rows of a list. */
export function ServesLine({ serves }: { readonly serves: Node['serves'] }) {
  const { t, pick, language } = useText()
  if (serves.length === 0) return null
  const names = serves.map(({ priority, indicator }) => pick((indicator ?? priority).name))
  return (
    <span className="flex items-start gap-1.5 text-xs text-ink-3">
      <Icon icon={Link2} size={13} className="mt-0.5" />
      <span>
        {t('annualPlan.serves')}: {[...new Set(names)].join(language === 'ar' ? '، ' : ', ')}
      </span>
    </span>
  )
}

/** Who contributes, in two counts. */
export function ContributionLine({ contribution }: { readonly contribution: Node['contribution'] }) {
  const { t } = useText()
  if (!contribution) return null
  if (contribution.people === 0) {
    return <span className="text-xs text-ink-3">{t('annualPlan.contributesNone')}</span>
  }
  return (
    <span className="flex items-start gap-1.5 text-sm text-ink-2">
      <Icon icon={Users} size={14} className="mt-1 text-ink-3" />
      <span>
        {t('annualPlan.people', { count: contribution.people })}
        <span className="block text-xs text-ink-3">
          {t('annualPlan.keyResults', { count: contribution.keyResults })}
        </span>
      </span>
    </span>
  )
}
