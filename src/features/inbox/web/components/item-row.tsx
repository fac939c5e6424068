import {
  Calendar,
  CircleAlert,
  CircleCheckBig,
  Clock,
  FileCheck2,
  GitPullRequestArrow,
  MessageSquareWarning,
  PencilRuler,
  SquareActivity,
  TrendingUp,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '../../../../shared/locale.ts'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { InboxRow } from '../../../../ui/inbox-row.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { WaitingItem } from '../api.ts'
import { agoWords, itemWords } from './item-words.ts'

const itemIcons: Record<WaitingItem['icon'], IconType> = {
  document: FileCheck2,
  amendment: GitPullRequestArrow,
  return: Undo2,
  objection: MessageSquareWarning,
  correction: PencilRuler,
  reading: SquareActivity,
  escalation: TrendingUp,
  task: CircleCheckBig,
}

type ItemRowProps = {
  readonly item: WaitingItem
  readonly first: boolean
  readonly selected: boolean
  /** Absent where nothing can be done for many at once. */
  readonly onSelect?: ((selected: boolean) => void) | undefined
  readonly quiet?: ReactNode
}

/** One thing that waits, with its deadline and its age. */
export function ItemRow({ item, first, selected, onSelect, quiet }: ItemRowProps) {
  const text = useText()
  const { t, pick } = text
  const words = itemWords(item, text)
  const deadline = useDeadline(item)
  return (
    <InboxRow
      person={item.about ? pick(item.about.name) : words.title}
      kind={words.title}
      kindIcon={itemIcons[item.icon]}
      ask={
        <>
          {words.detail}
          {item.onBehalfOf && (
            <span className="text-ink-3"> · {t('inbox.onBehalfOf', { name: pick(item.onBehalfOf.name) })}</span>
          )}
        </>
      }
      deadline={deadline}
      age={t('inbox.received', { ago: agoWords(item.openedAt, text) })}
      action={
        item.link && (
          <Button to={item.link} size="sm" look={first ? 'primary' : 'secondary'} className="w-full min-w-17">
            {words.action}
          </Button>
        )
      }
      quiet={quiet}
      selected={selected}
      {...(onSelect && { onSelect })}
      highlighted={first}
    />
  )
}

function useDeadline({ timing, dueOn, lateDays }: WaitingItem) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  if (timing === 'overdue')
    return { text: t('inbox.late', { count: lateDays }), icon: CircleAlert, tone: 'red' } as const
  if (timing === 'today') return { text: t('inbox.dueToday'), icon: Clock, tone: 'amber' } as const
  const words = dueOn ? formatDate(dueOn, { language, digits, style: 'deadline' }) : t('inbox.noDue')
  return { text: words, icon: Calendar, tone: 'neutral' } as const
}
