import { Lock } from 'lucide-react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { DocumentView } from '../../schema.ts'
import type { RecordMove } from './use-move.ts'

/** Why moves that the reader could otherwise make are blocked, each reason once. */
export function blockedReasons({ can }: DocumentView, moves: readonly RecordMove[]): readonly string[] {
  const codes = moves.flatMap((move) => {
    const ability = can[move]
    return ability && !ability.allowed ? [ability.why] : []
  })
  return [...new Set(codes)].map((code) => sentenceFor(code))
}

type BlockedMovesProps = { readonly id: string; readonly reasons: readonly string[] }

/** The reason beside the buttons that it blocks. */
export function BlockedMoves({ id, reasons }: BlockedMovesProps) {
  const { t } = useText()
  return (
    <p id={id} className="max-w-80 text-sm phone:w-full phone:max-w-none">
      <span className="flex items-center gap-1.5 font-medium text-amber-text">
        <Icon icon={Lock} size={14} />
        {t('performance.record.cannot')}
      </span>
      <span className="block text-xs text-ink-2">{reasons.join(' ')}</span>
    </p>
  )
}
