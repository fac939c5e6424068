import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { Popover } from '../../../../ui/popover.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { PersonRow } from '../../schema.ts'
import { curveInFull, curveInShort } from './curve-words.ts'
import { rankName } from './rank-name.ts'
import { reasonWords } from './reason-words.ts'

/** The reason that the employee will read: a person's words, the curve's arithmetic, or that it is still owed. */
export function RowReason({ row }: { readonly row: PersonRow }) {
  const text = useText()
  const { t } = text
  const { reason, curveReason, needsReason, view } = row
  if (needsReason) {
    return (
      <span className="inline-flex flex-wrap items-baseline gap-x-2.5 phone:justify-end">
        <Status icon={CircleAlert} tone="red">
          {t('calibration.list.needed')}
        </Status>
        <span className="text-xs text-ink-3">
          {view
            ? t('calibration.list.viewIs', { rank: rankName(text, view.rank) })
            : row.case && t(`calibration.list.origins.${row.case.origin}`)}
        </span>
      </span>
    )
  }
  if (reason) {
    return (
      <Whole
        short={<span className="line-clamp-2">{reason.text}</span>}
        whole={
          <>
            <b className="block">{reasonWords(text, reason.code)}</b>
            <span className="whitespace-pre-wrap">{reason.text}</span>
          </>
        }
      />
    )
  }
  if (curveReason) {
    const short = row.lastAboveLine
      ? t('calibration.list.lastSeat', { rank: rankName(text, row.curve) })
      : curveInShort(text, curveReason)
    return <Whole short={short} whole={curveInFull(text, curveReason)} />
  }
  return <span className="text-ink-2">{t('calibration.list.withinBand')}</span>
}

function Whole({ short, whole }: { readonly short: ReactNode; readonly whole: ReactNode }) {
  const { t } = useText()
  return (
    <Popover
      label={t('calibration.list.whole')}
      trigger={short}
      triggerClassName="min-h-6 rounded-sm text-start text-ink-2 underline decoration-line-control decoration-dotted underline-offset-4 hover:text-accent-text phone:text-end"
    >
      <p className="text-sm">{whole}</p>
    </Popover>
  )
}
