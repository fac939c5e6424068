import { CalendarClock, CircleCheck, LockKeyhole } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'

const looks = {
  planned: { icon: CalendarClock, tone: 'neutral' },
  open: { icon: CircleCheck, tone: 'green' },
  closed: { icon: LockKeyhole, tone: 'neutral' },
} as const

/** The state of a cycle: icon and word. */
export function CycleStatus({ of }: { readonly of: keyof typeof looks }) {
  const { t } = useText()
  return <Status {...looks[of]}>{t(`performance.cycles.statuses.${of}`)}</Status>
}
