import {
  CircleCheck,
  CornerUpLeft,
  FilePenLine,
  FilePlus2,
  Hourglass,
  OctagonAlert,
  Send,
  Undo2,
  Users,
  X,
} from 'lucide-react'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/timeline.tsx'
import type { DocumentView } from '../../schema.ts'
import { lastMeeting } from './meetings.ts'
import { pendingAmendment } from './waiting-for.ts'

type Event = DocumentView['timeline'][number]

const icons: Record<Event['event'], { readonly icon: IconType; readonly mirrorIcon?: true }> = {
  opened: { icon: FilePlus2 },
  submitted: { icon: Send, mirrorIcon: true },
  withdrawn: { icon: Undo2, mirrorIcon: true },
  objected: { icon: OctagonAlert },
  returned: { icon: CornerUpLeft, mirrorIcon: true },
  agreed: { icon: CircleCheck },
  meeting: { icon: Users },
  amendment_requested: { icon: FilePenLine },
  amendment_accepted: { icon: CircleCheck },
  amendment_declined: { icon: X },
  amendment_withdrawn: { icon: Undo2, mirrorIcon: true },
  amendment_cancelled: { icon: X },
}

/** Who did what, when and why, newest first; on top, in amber, what is waited for. */
export function DocumentTimeline({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const { t } = text
  const waiting = waitingStep(view, text)
  const told = lastMeeting(view)?.heldAt
  const items = view.timeline.map((event, at) =>
    // The words of the last session stand above, in a part of their own.
    itemOf(event.event === 'meeting' && event.at === told ? { ...event, note: null } : event, at, text),
  )
  return (
    <Section ruled title={t('performance.timeline.title')}>
      <Timeline label={t('performance.timeline.title')} items={waiting ? [waiting, ...items] : items} />
    </Section>
  )
}

function itemOf(event: Event, at: number, { t, pick }: Text): TimelineItem {
  const who =
    event.by &&
    (event.onBehalfOf
      ? t('performance.timeline.by', { name: pick(event.by.name), other: pick(event.onBehalfOf.name) })
      : pick(event.by.name))
  return {
    id: `${event.event} ${event.at} ${at}`,
    ...icons[event.event],
    title: t(`performance.timeline.${event.event}`, { number: event.submission ?? 0 }),
    meta: (
      <>
        {who && <span className="block">{who}</span>}
        <DateTimeText at={event.at} />
      </>
    ),
    ...(event.note !== null &&
      event.note !== '' && {
        body: (
          <span className="whitespace-pre-wrap">
            {event.event === 'meeting' ? event.note : t('performance.timeline.reason', { note: event.note })}
          </span>
        ),
      }),
  }
}

function waitingStep(view: DocumentView, { t }: Text): TimelineItem | null {
  const step = stepWaitedFor(view)
  if (!step) return null
  return {
    id: 'waiting',
    icon: Hourglass,
    waiting: true,
    title: t(`performance.timeline.waits.${step}`),
    meta: <DateTimeText at={pendingAmendment(view)?.requestedAt ?? view.statusSince} />,
  }
}

function stepWaitedFor(view: DocumentView) {
  const { waiting, draftedBy, status } = view
  if (!waiting) return null
  if (pendingAmendment(view)) return waiting.for === 'employee' ? 'answerEmployee' : 'answerSupervisor'
  if (status !== 'submitted' && draftedBy) return 'drafter'
  return waiting.for
}
