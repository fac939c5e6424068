import { ArrowDown, ArrowUp, CirclePlus, Minus } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { PersonRow } from '../../schema.ts'
import { useTrialOf } from './trial-store.ts'

const looks = {
  up: { icon: ArrowUp, tone: 'accent' },
  down: { icon: ArrowDown, tone: 'red' },
  none: { icon: Minus, tone: 'neutral' },
} as const

/** From the band to the rank as it stands; under it, what a trial of another share would do. */
export function Movement({ row }: { readonly row: PersonRow }) {
  const trial = useTrialOf(row)
  const { t } = useText()
  const excellent = row.now === 'excellent'
  return (
    <span className="inline-flex flex-col items-start phone:items-end">
      {excellent ? (
        <Status icon={CirclePlus} tone="amber">
          {t('calibration.list.moves.nominated')}
        </Status>
      ) : (
        <Status {...looks[row.move]} className="whitespace-nowrap">
          {t(`calibration.list.moves.${row.move}`)}
        </Status>
      )}
      {trial && (
        <Status icon={looks[trial].icon} tone="amber" className="text-xs! whitespace-nowrap">
          {t(`calibration.list.trial.${trial}`)}
        </Status>
      )}
    </span>
  )
}
