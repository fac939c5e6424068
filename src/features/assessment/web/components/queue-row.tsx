import { ClipboardCheck, FilePenLine, Gavel, Scale } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { InboxRow } from '../../../../ui/inbox-row.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { agoText, cycleName, deadlineOf } from '../../../performance/web/public.tsx'
import type { QueueItem } from '../api.ts'
import { pointsText } from './measured-text.ts'

const icons: Record<QueueItem['kind'], IconType> = {
  review: ClipboardCheck,
  ruling: Gavel,
  late_recording: FilePenLine,
  undecided: Scale,
}

type QueueRowProps = {
  readonly item: QueueItem
  readonly first: boolean
  /** Several may be approved in one go. */
  readonly selectable: boolean
  readonly selected: boolean
  readonly onSelect: (on: boolean) => void
  readonly onDecide: () => void
}

/** One thing of the closing that waits: whose it is, what is asked, until when. */
export function QueueRow({ item, first, selectable, selected, onSelect, onDecide }: QueueRowProps) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const name = pick(item.employee.name)
  const act = t(`assessment.queue.acts.${item.kind}`)
  const approvable = item.kind === 'review' && item.can.approve?.allowed === true
  return (
    <InboxRow
      person={name}
      kind={t(`assessment.queue.kinds.${item.kind}`)}
      kindIcon={icons[item.kind]}
      ask={<Ask item={item} />}
      deadline={deadlineOf(item, text, reader)}
      age={item.since ? t('assessment.queue.since', { ago: agoText(text, item.since) }) : ''}
      highlighted={first}
      action={
        <Button
          size="sm"
          className="min-w-17"
          look={first ? 'primary' : 'secondary'}
          label={`${act}: ${name}`}
          {...(item.kind === 'undecided' || !item.documentId
            ? { onPress: onDecide }
            : { to: `/assessments/${item.documentId}` })}
        >
          {act}
        </Button>
      }
      {...(selectable && (approvable ? { selected, onSelect } : { unselectable: true as const }))}
    />
  )
}

function Ask({ item }: { readonly item: QueueItem }) {
  const text = useText()
  const { t, pick } = text
  const { language, digits } = usePreferences()
  const cycle = cycleName(text, item.cycle)
  const facts =
    item.kind === 'undecided'
      ? [
          cycle,
          ...(item.cause ? [t(`assessment.causes.${item.cause}`)] : []),
          ...(item.coveredDays !== null && item.cycleDays !== null
            ? [t('assessment.queue.coverage', { covered: item.coveredDays, cycle: item.cycleDays })]
            : []),
        ]
      : [
          cycle,
          t('assessment.queue.lines', { count: item.lines }),
          ...(item.kind === 'late_recording' ? [] : [t('assessment.queue.evidence', { count: item.evidence })]),
          ...(item.weighted === null
            ? []
            : [t('assessment.queue.result', { result: pointsText(item.weighted, { language, digits }) })]),
        ]
  return (
    <>
      <bdi>{facts.join(' · ')}</bdi>
      {item.kind === 'review' && !item.hasMeeting && (
        <span className="text-ink-3"> · {t('assessment.queue.noMeeting')}</span>
      )}
      {item.onBehalfOf && (
        <span className="text-ink-3"> · {t('assessment.queue.behalf', { name: pick(item.onBehalfOf.name) })}</span>
      )}
    </>
  )
}
