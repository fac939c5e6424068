import { Check, FilePenLine } from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { DocumentView } from '../../schema.ts'
import { blockedReasons } from './blocked-moves.tsx'
import type { RecordMove } from './use-move.ts'
import { isWaitedFor, pendingAmendment, personWaitedFor } from './waiting-for.ts'

type AmendmentCardProps = { readonly view: DocumentView; readonly onMove: (move: RecordMove) => void }

/** A request to change what was agreed: who asks and why, and the answer of the other side (AMB-25). */
export function AmendmentCard({ view, onMove }: AmendmentCardProps) {
  const { t, pick } = useText()
  const asked = pendingAmendment(view)
  if (!asked) return null
  const { acceptAmendment, declineAmendment, withdrawAmendment } = view.can
  const reasons = blockedReasons(view, ['acceptAmendment', 'declineAmendment'])
  const person = personWaitedFor(view)
  const name = pick(asked.requestedBy.name)
  const reasonId = 'amendment-blocked'
  const blocked = (ability: typeof acceptAmendment) => ability && !ability.allowed && { reasonId }
  return (
    <Banner tone={isWaitedFor(view) ? 'amber' : 'neutral'} icon={FilePenLine}>
      <h2 className="font-semibold">{t('performance.amendment.title')}</h2>
      <p className="text-ink-2">
        {t(asked.side === 'employee' ? 'performance.amendment.sideEmployee' : 'performance.amendment.sideSupervisor', {
          name,
        })}
        {asked.requestedFor && ` (${t('performance.behalf', { name: pick(asked.requestedFor.name) })})`} ·{' '}
        <DateTimeText at={asked.requestedAt} /> ·{' '}
        {isWaitedFor(view)
          ? t('performance.amendment.awaitsYou')
          : t('performance.amendment.awaits', { name: person ? pick(person.name) : t('performance.nobody') })}
      </p>
      <p className="mt-1 whitespace-pre-wrap">
        <bdi>{asked.reason}</bdi>
      </p>
      {(acceptAmendment || declineAmendment || withdrawAmendment) && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {acceptAmendment && (
            <Button icon={Check} {...blocked(acceptAmendment)} onPress={() => onMove('acceptAmendment')}>
              {t('performance.moves.acceptAmendment')}
            </Button>
          )}
          {declineAmendment && (
            <Button {...blocked(declineAmendment)} onPress={() => onMove('declineAmendment')}>
              {t('performance.moves.declineAmendment')}
            </Button>
          )}
          {withdrawAmendment && (
            <Button {...blocked(withdrawAmendment)} onPress={() => onMove('withdrawAmendment')}>
              {t('performance.moves.withdrawAmendment')}
            </Button>
          )}
          {reasons.length > 0 && (
            <span id={reasonId} className="text-xs text-ink-3">
              {reasons.join(' ')}
            </span>
          )}
        </div>
      )}
    </Banner>
  )
}
