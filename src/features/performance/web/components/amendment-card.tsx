import { FilePenLine } from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { DocumentView } from '../../schema.ts'
import { isWaitedFor, pendingAmendment, personWaitedFor } from './waiting-for.ts'

/** A request to change what was agreed: who asks and why, and whose answer it waits for (AMB-25). */
export function AmendmentCard({ view }: { readonly view: DocumentView }) {
  const { t, pick } = useText()
  const asked = pendingAmendment(view)
  if (!asked) return null
  const mine = isWaitedFor(view)
  const person = personWaitedFor(view)
  return (
    <Banner tone={mine ? 'amber' : 'neutral'} icon={FilePenLine}>
      <h2 className="font-semibold">{t('performance.amendment.title')}</h2>
      <p className="text-ink-2">
        {t(asked.side === 'employee' ? 'performance.amendment.sideEmployee' : 'performance.amendment.sideSupervisor', {
          name: pick(asked.requestedBy.name),
        })}
        {asked.requestedFor && ` (${t('performance.behalf', { name: pick(asked.requestedFor.name) })})`} ·{' '}
        <DateTimeText at={asked.requestedAt} /> ·{' '}
        {mine
          ? t('performance.amendment.awaitsYou')
          : t('performance.amendment.awaits', { name: person ? pick(person.name) : t('performance.nobody') })}
      </p>
      <p className="mt-1 whitespace-pre-wrap">
        <bdi>{asked.reason}</bdi>
      </p>
    </Banner>
  )
}
