import { CalendarClock, CircleCheck, CircleDot } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { SittingView } from '../../schema.ts'

const looks = {
  called: { icon: CalendarClock, tone: 'amber' },
  open: { icon: CircleDot, tone: 'accent' },
  closed: { icon: CircleCheck, tone: 'neutral' },
} as const

export function SittingStatus({ of, pill }: { readonly of: SittingView['status']; readonly pill?: boolean }) {
  const { t } = useText()
  return (
    <Status {...looks[of]} look={pill ? 'pill' : 'quiet'}>
      {t(`calibration.sittings.statuses.${of}`)}
    </Status>
  )
}
