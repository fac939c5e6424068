import {
  CircleCheck,
  CircleSlash,
  CircleX,
  FileText,
  Gavel,
  Inbox,
  MailCheck,
  RefreshCw,
  Scale,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import type { Bilingual } from '../../../../ui/me.ts'
import { Status } from '../../../../ui/status.tsx'
import type { GrievanceCard } from '../api.ts'

type State = GrievanceCard['status']
type Look = { readonly icon: IconType; readonly tone: 'neutral' | 'accent' | 'amber' | 'red' | 'green' | 'blue' }

const looks: Record<State, Look> = {
  draft: { icon: FileText, tone: 'neutral' },
  filed: { icon: Inbox, tone: 'amber' },
  acknowledged: { icon: MailCheck, tone: 'blue' },
  admitted: { icon: CircleCheck, tone: 'blue' },
  under_review: { icon: Scale, tone: 'blue' },
  re_evaluating: { icon: RefreshCw, tone: 'blue' },
  decided: { icon: Gavel, tone: 'accent' },
  notified: { icon: Gavel, tone: 'neutral' },
  inadmissible: { icon: CircleSlash, tone: 'neutral' },
  withdrawn: { icon: Undo2, tone: 'neutral' },
}

export function CaseStatus({ status, look = 'quiet' }: { readonly status: State; readonly look?: 'quiet' | 'pill' }) {
  const { t } = useText()
  return (
    <Status {...looks[status]} look={look}>
      {t(`grievances.statuses.${status}`)}
    </Status>
  )
}

const outcomeLooks: Record<'rejected' | 'upheld' | 'partly', Look> = {
  rejected: { icon: CircleX, tone: 'neutral' },
  upheld: { icon: CircleCheck, tone: 'green' },
  partly: { icon: CircleCheck, tone: 'accent' },
}

export function OutcomeStatus({
  outcome,
  look = 'quiet',
}: {
  readonly outcome: 'rejected' | 'upheld' | 'partly'
  readonly look?: 'quiet' | 'pill'
}) {
  const { t } = useText()
  return (
    <Status {...outcomeLooks[outcome]} look={look}>
      {t(`grievances.outcomes.${outcome}`)}
    </Status>
  )
}

type Person = { readonly name: Bilingual; readonly title: Bilingual; readonly division: Bilingual }

/** A person with title and division, as lists and panels show one. */
export function PersonLine({ person, note }: { readonly person: Person; readonly note?: ReactNode }) {
  const { pick } = useText()
  return (
    <span className="flex min-w-0 items-start gap-2.5">
      <Avatar name={pick(person.name)} size={28} />
      <span className="min-w-0">
        <span className="block font-medium">{pick(person.name)}</span>
        <span className="block text-xs font-regular text-ink-3">
          {[pick(person.title), pick(person.division)].filter(Boolean).join(' · ')}
        </span>
        {note && <span className="block text-xs">{note}</span>}
      </span>
    </span>
  )
}
