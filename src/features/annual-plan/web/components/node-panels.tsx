import { Archive, CircleCheck, Hourglass } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Progress } from '../../../../ui/progress.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { Node, NodePageData } from '../api.ts'

/** What the node serves above, part by part. */
export function ServesPanel({ serves }: { readonly serves: Node['serves'] }) {
  const { t, pick } = useText()
  return (
    <Section title={t('annualPlan.servesTitle')} ruled>
      {serves.length === 0 && <p className="text-sm text-ink-3">{t('annualPlan.servesNothing')}</p>}
      <div className="flex flex-col gap-4">
        {serves.map(({ priority, indicator, programme }) => (
          <DescriptionList
            key={`${priority.id}${indicator?.id}${programme?.id}`}
            look="stacked"
            className="gap-2!"
            facts={[
              {
                term: t('annualPlan.nationalPriority'),
                value: <Link to={`/plan/vision#${priority.id}`}>{pick(priority.name)}</Link>,
              },
              ...(indicator
                ? [
                    {
                      term: t('annualPlan.visionIndicator'),
                      value: <Link to={`/plan/vision#${indicator.id}`}>{pick(indicator.name)}</Link>,
                    },
                  ]
                : []),
              ...(programme ? [{ term: t('annualPlan.nationalProgramme'), value: pick(programme.name) }] : []),
            ]}
          />
        ))}
      </div>
    </Section>
  )
}

const shownDivisions = 8

/** Who contributes to the node or to what is below it, by division. */
export function ContributionPanel({ contribution }: { readonly contribution: NonNullable<Node['contribution']> }) {
  const { t, pick } = useText()
  const others = contribution.divisions.length - shownDivisions
  const most = Math.max(1, ...contribution.divisions.map((division) => division.people))
  return (
    <Section title={t('annualPlan.contributesTitle')} ruled>
      {contribution.people === 0 ? (
        <p className="text-sm text-ink-3">{t('annualPlan.contributesNone')}</p>
      ) : (
        <>
          <p className="text-sm">
            <strong>{t('annualPlan.people', { count: contribution.people })}</strong>
            {' · '}
            {t('annualPlan.keyResults', { count: contribution.keyResults })}
          </p>
          <p className="mb-3 text-xs text-ink-3">{t('annualPlan.contributesBelow')}</p>
          <ul className="flex flex-col gap-2.5 text-sm">
            {contribution.divisions.slice(0, shownDivisions).map((division) => (
              <li key={division.id}>
                <span className="flex items-baseline justify-between gap-3">
                  <span className="min-w-0">{pick(division.name)}</span>
                  <Num>{division.people}</Num>
                </span>
                <Progress
                  label={pick(division.name)}
                  value={(division.people / most) * 100}
                  tone="mid"
                  thin
                  className="mt-1"
                />
              </li>
            ))}
          </ul>
          {others > 0 && (
            <p className="mt-2.5 text-xs text-ink-3">{t('annualPlan.otherDivisions', { count: others })}</p>
          )}
        </>
      )}
    </Section>
  )
}

const icons = { approved: CircleCheck, preliminary: Hourglass, superseded: Archive, draft: Archive } as const

/** The versions that hold the node, newest first, with the title it had. */
export function HistoryPanel({ history }: { readonly history: NodePageData['history'] }) {
  const { t, pick } = useText()
  const { language, digits } = usePreferences()
  return (
    <Section title={t('annualPlan.node.history')} ruled>
      <Timeline
        label={t('annualPlan.node.history')}
        items={history.map((version) => ({
          id: String(version.number),
          icon: icons[version.status],
          title: t('annualPlan.node.versionRow', {
            number: version.number,
            status: t(`annualPlan.status.${version.status}`),
          }),
          body: pick(version.title),
          meta:
            version.approvedOn &&
            t('annualPlan.node.approvedRow', {
              date: formatDate(version.approvedOn, { language, digits, style: 'long' }),
              reference: version.approvalReference ?? '',
            }),
        }))}
      />
    </Section>
  )
}
