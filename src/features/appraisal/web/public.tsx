import type { Rank } from '../../../shared/ranks.ts'
import { useText } from '../../../ui/i18n.ts'
import { Link } from '../../../ui/link.tsx'

/** A rank in the reader's language. */
export function RankWord({ rank }: { readonly rank: Rank | null }) {
  const { t } = useText()
  return <>{rank ? t(`appraisalFiles.ranks.${rank}`) : '—'}</>
}

/** Leads to «why this grade?» of a person. */
export function WhyLink({ employeeId, year }: { readonly employeeId: string; readonly year: number }) {
  const { t } = useText()
  return <Link to={`/results/${employeeId}/${year}`}>{t('appraisal.pages.why')}</Link>
}
