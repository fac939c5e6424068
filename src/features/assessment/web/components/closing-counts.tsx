import { useText } from '../../../../ui/i18n.ts'
import { ShareBar } from '../../../../ui/progress.tsx'
import type { Closing } from '../api.ts'

/** How many documents are closed, in review and still with their employees; once it is closed, what it counts. */
export function ClosingCounts({ view: { counts, results } }: { readonly view: Closing }) {
  const { t } = useText()
  if (results) {
    return (
      <ShareBar
        className="max-w-2xl"
        label={t('assessment.closing.results')}
        parts={(['counted', 'excused', 'excluded', 'zero', 'undecided'] as const).map((status) => ({
          id: status,
          label: t(`assessment.resultStatuses.${status}`),
          count: results[status],
          tone: status === 'counted' ? 'accent' : status === 'excused' ? 'soft' : 'rest',
        }))}
      />
    )
  }
  const { agreed, assessing, reviewing, closed, none } = counts
  const plan = counts.draft + counts.submitted + counts.returned + counts.amending
  return (
    <ShareBar
      className="max-w-2xl"
      label={t('assessment.team.share')}
      parts={[
        { id: 'closed', label: t('assessment.team.closed'), count: closed, tone: 'accent' },
        { id: 'reviewing', label: t('assessment.team.reviewing'), count: reviewing, tone: 'soft' },
        { id: 'assessing', label: t('assessment.team.notSent'), count: agreed + assessing, tone: 'rest' },
        { id: 'plan', label: t('assessment.closing.notAgreed'), count: plan, tone: 'rest' },
        { id: 'none', label: t('assessment.team.none'), count: none, tone: 'rest' },
      ]}
    />
  )
}
