import { CircleCheck, CircleMinus, CircleSlash, CircleX, Hourglass } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { ResultStatus as StatusName } from '../../domain/results.ts'

const looks: Record<StatusName, { readonly icon: IconType; readonly tone: Tone }> = {
  counted: { icon: CircleCheck, tone: 'green' },
  excused: { icon: CircleMinus, tone: 'neutral' },
  excluded: { icon: CircleSlash, tone: 'neutral' },
  zero: { icon: CircleX, tone: 'red' },
  undecided: { icon: Hourglass, tone: 'amber' },
}

/** What a closed cycle is for a person: icon and word. */
export function ResultStatus({ of }: { readonly of: StatusName }) {
  const { t } = useText()
  return (
    <Status icon={looks[of].icon} tone={looks[of].tone}>
      {t(`assessment.resultStatuses.${of}`)}
    </Status>
  )
}
