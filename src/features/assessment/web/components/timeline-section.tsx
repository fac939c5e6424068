import {
  CircleCheck,
  CornerUpLeft,
  FilePenLine,
  Gavel,
  Hourglass,
  LockOpen,
  MessageSquareWarning,
  OctagonAlert,
  PencilRuler,
  PlayCircle,
  Send,
  ShieldCheck,
  Undo2,
  Users,
} from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/timeline.tsx'
import type { AssessmentView } from '../../schema.ts'

type Event = AssessmentView['timeline'][number]

const icons: Record<Event['event'], { readonly icon: IconType; readonly mirrorIcon?: true }> = {
  opened: { icon: PlayCircle },
  back_to_plan: { icon: Undo2, mirrorIcon: true },
  recorded_for: { icon: FilePenLine },
  sent: { icon: Send, mirrorIcon: true },
  sent_for: { icon: Send, mirrorIcon: true },
  objected: { icon: OctagonAlert },
  withdrawn: { icon: Undo2, mirrorIcon: true },
  returned: { icon: CornerUpLeft, mirrorIcon: true },
  corrected: { icon: PencilRuler },
  correction_taken_back: { icon: Undo2, mirrorIcon: true },
  correction_agreed: { icon: CircleCheck },
  correction_reserved: { icon: MessageSquareWarning },
  correction_confirmed: { icon: Gavel },
  correction_returned: { icon: CornerUpLeft, mirrorIcon: true },
  meeting: { icon: Users },
  approved: { icon: CircleCheck },
  stands_provisionally: { icon: ShieldCheck },
  reopened: { icon: LockOpen },
}

/** Who did what, when and why, newest first; on top, in amber, what is waited for. */
export function TimelineSection({ view }: { readonly view: AssessmentView }) {
  const text = useText()
  const { t } = text
  const numbers = numbersOf(view)
  const items = view.timeline.map((event, at) => itemOf(event, at, numbers, text))
  const waiting: TimelineItem[] = view.waiting
    ? [
        {
          id: 'waiting',
          icon: Hourglass,
          waiting: true,
          title: t(`assessment.timeline.waits.${view.waiting.for}`),
          meta: <DateTimeText at={view.statusSince} />,
        },
      ]
    : []
  if (items.length + waiting.length === 0) return null
  return (
    <Section ruled title={t('assessment.timeline.title')}>
      <Timeline label={t('assessment.timeline.title')} items={[...waiting, ...items]} />
    </Section>
  )
}

function itemOf(event: Event, at: number, numbers: ReadonlyMap<string, string>, { t, pick }: Text): TimelineItem {
  const who =
    event.by &&
    (event.onBehalfOf
      ? t('assessment.timeline.by', { name: pick(event.by.name), other: pick(event.onBehalfOf.name) })
      : pick(event.by.name))
  const number = event.keyResultId ? (numbers.get(event.keyResultId) ?? '') : ''
  return {
    id: `${event.event} ${event.at} ${at}`,
    ...icons[event.event],
    title: t(`assessment.timeline.${event.event}`, { number }),
    meta: (
      <>
        {who && <span className="block">{who}</span>}
        <DateTimeText at={event.at} />
      </>
    ),
    ...(event.note && { body: <bdi className="whitespace-pre-wrap">{event.note}</bdi> }),
  }
}

/** The number under which each key result stands on the page. */
function numbersOf({ objectives }: Pick<AssessmentView, 'objectives'>): ReadonlyMap<string, string> {
  return new Map(
    objectives.flatMap((objective, at) =>
      objective.lines.map((line, place) => [line.keyResultId, `${at + 1}.${place + 1}`] as const),
    ),
  )
}
