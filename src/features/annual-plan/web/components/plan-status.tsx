import { Archive, CircleCheck, Hourglass, type LucideIcon, PencilLine } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { VersionStatus } from '../../domain/version.ts'
import type { PlanVersion } from '../../schema.ts'

const looks: Readonly<Record<VersionStatus, { icon: LucideIcon; tone: Tone }>> = {
  draft: { icon: PencilLine, tone: 'neutral' },
  preliminary: { icon: Hourglass, tone: 'amber' },
  approved: { icon: CircleCheck, tone: 'green' },
  superseded: { icon: Archive, tone: 'neutral' },
}

type PlanStatusProps = { readonly status: VersionStatus; readonly look?: 'quiet' | 'pill' }

/** Whether what is read is approved or only «مبدئي» (AMB-62). */
export function PlanStatus({ status, look = 'pill' }: PlanStatusProps) {
  const { t } = useText()
  const { icon, tone } = looks[status]
  return (
    <Status icon={icon} tone={tone} look={look}>
      {t(`annualPlan.status.${status}`)}
    </Status>
  )
}

/** The state of a version as a sentence. */
export function useStateSentence(): (
  version: Pick<PlanVersion, 'status' | 'approvedOn' | 'approvalReference'>,
) => string {
  const { t } = useText()
  const { language, digits } = usePreferences()
  return ({ status, approvedOn, approvalReference }) => {
    const date = approvedOn ? formatDate(approvedOn, { language, digits, style: 'long' }) : ''
    const reference = approvalReference ?? ''
    return t(`annualPlan.state.${status}`, { date, reference })
  }
}
