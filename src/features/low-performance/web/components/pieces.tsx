import { CircleCheck, CircleDot, ClipboardList, Eye, Search } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { CaseCard } from '../api.ts'

const looks = {
  opened: { icon: CircleDot, tone: 'amber' },
  studied: { icon: Search, tone: 'blue' },
  planned: { icon: ClipboardList, tone: 'blue' },
  monitored: { icon: Eye, tone: 'accent' },
  closed: { icon: CircleCheck, tone: 'neutral' },
} as const

export function CaseStatus({
  status,
  look = 'quiet',
}: {
  readonly status: CaseCard['status']
  readonly look?: 'quiet' | 'pill'
}) {
  const { t } = useText()
  return (
    <Status {...looks[status]} look={look}>
      {t(`lowPerformance.statuses.${status}`)}
    </Status>
  )
}

/** What somebody wrote, in its own direction and with its lines. */
export function Words({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className="whitespace-pre-line text-md text-ink-2 [overflow-wrap:anywhere]">
      {text}
    </p>
  )
}
