import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { ShareBar } from '../../../../ui/progress.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { HomeCard } from '../../schema.ts'

/** On the home page: how many documents of my team are agreed. */
export function TeamCard({ data }: { readonly data: unknown }) {
  const { t } = useText()
  const { team } = data as HomeCard
  if (!team) return null
  const { counts, people } = team
  const agreed = counts.agreed + counts.assessing + counts.reviewing + counts.closed
  return (
    <Section
      ruled
      title={
        <Link to="/team/documents" look="plain" className="hover:underline underline-offset-4">
          {t('performance.home.team')}
        </Link>
      }
    >
      <p className="mb-1.5 flex items-baseline justify-between gap-3 text-sm text-ink-2">
        {t('performance.home.teamAgreed')}
        <span>
          <Rich text={t('performance.home.teamOf', { agreed, people })} />
        </span>
      </p>
      <ShareBar
        label={t('performance.team.share')}
        parts={[
          { id: 'agreed', label: t('performance.team.agreed'), count: agreed, tone: 'accent' },
          { id: 'pending', label: t('performance.team.pending'), count: counts.submitted, tone: 'soft' },
          {
            id: 'rest',
            label: t('performance.home.notStarted'),
            count: Math.max(0, people - agreed - counts.submitted),
            tone: 'rest',
          },
        ]}
      />
    </Section>
  )
}
