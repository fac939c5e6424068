import { CornerUpLeft, FilePenLine, FileText } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { InboxRow } from '../../../../ui/inbox-row.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { Approval } from '../api.ts'
import { agoText } from './age.ts'
import { cycleName } from './cycle-name.ts'
import { deadlineOf } from './late-or-due.tsx'

type ApprovalRowProps = {
  readonly item: Approval
  readonly first: boolean
  /** Several may be decided in one go; a request for an amendment is always answered by itself. */
  readonly selectable: boolean
  readonly selected: boolean
  readonly onSelect: (on: boolean) => void
}

/** One document or request that waits: whose it is, what is asked, until when. */
export function ApprovalRow({ item, first, selectable, selected, onSelect }: ApprovalRowProps) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const opens = item.kind === 'amendment'
  const kind = item.kind === 'amendment' ? 'amendment' : item.returnCount > 0 ? 'again' : 'document'
  return (
    <InboxRow
      person={pick(item.employee.name)}
      kind={t(`performance.approvals.${kind}`)}
      kindIcon={item.kind === 'amendment' ? FilePenLine : FileText}
      ask={<Ask item={item} />}
      deadline={deadlineOf(item, text, reader)}
      age={t('performance.approvals.arrived', { ago: agoText(text, item.since) })}
      highlighted={first}
      action={
        <Button
          size="sm"
          className="min-w-17"
          look={first ? 'primary' : 'secondary'}
          to={`/documents/${item.documentId}`}
          label={`${t(opens ? 'ui.open' : 'performance.approvals.review')}: ${pick(item.employee.name)}`}
        >
          {t(opens ? 'ui.open' : 'performance.approvals.review')}
        </Button>
      }
      {...(item.can.sendBack?.allowed && {
        quiet: (
          <Button
            size="sm"
            look="ghost"
            icon={CornerUpLeft}
            mirrorIcon
            to={`/documents/${item.documentId}?ask=sendBack`}
            label={`${t('performance.moves.sendBack')}: ${pick(item.employee.name)}`}
          >
            {t('performance.approvals.sendBack')}
          </Button>
        ),
      })}
      {...(selectable && (item.kind === 'document' ? { selected, onSelect } : { unselectable: true as const }))}
    />
  )
}

function Ask({ item }: { readonly item: Approval }) {
  const text = useText()
  const { t, pick } = text
  const cycle = cycleName(text, item.cycle)
  const counts = {
    objectives: t('performance.objectivesCount', { count: item.objectives }),
    results: t('performance.resultsCount', { count: item.keyResults }),
  }
  const asked =
    item.kind === 'amendment'
      ? (item.reason ?? cycle)
      : item.returnCount > 0
        ? t('performance.approvals.askedAgain', { cycle, number: item.submission, ...counts })
        : t('performance.approvals.asked', { cycle, ...counts })
  return (
    <>
      <bdi>{asked}</bdi>
      {item.kind === 'document' && !item.hasMeeting && (
        <span className="text-ink-3"> · {t('performance.approvals.noMeeting')}</span>
      )}
      {item.onBehalfOf && (
        <span className="text-ink-3"> · {t('performance.behalf', { name: pick(item.onBehalfOf.name) })}</span>
      )}
    </>
  )
}
