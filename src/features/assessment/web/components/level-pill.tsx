import { Check, ChevronDown, ChevronsDown, ChevronsUp } from 'lucide-react'
import type { Level } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Tone } from '../../../../ui/tone.ts'

const looks: Record<Level, { readonly icon: IconType; readonly tone: Tone }> = {
  exceeds: { icon: ChevronsUp, tone: 'green' },
  meets: { icon: Check, tone: 'accent' },
  below: { icon: ChevronDown, tone: 'amber' },
  under_below: { icon: ChevronsDown, tone: 'red' },
}

type LevelPillProps = { readonly level: Level; readonly look?: 'quiet' | 'pill' }

/** The level of what was reached: icon and word (AMB-04). */
export function LevelPill({ level, look = 'quiet' }: LevelPillProps) {
  const { t } = useText()
  const { icon, tone } = looks[level]
  return (
    <Status icon={icon} tone={tone} look={look}>
      {t(`assessment.levels.${level}`)}
    </Status>
  )
}
