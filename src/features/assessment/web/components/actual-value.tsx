import { PencilRuler } from 'lucide-react'
import type { DataType } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import { targetText } from '../../../performance/web/public.tsx'

type Shown = { readonly dataType: DataType; readonly value: string | null; readonly year: number }

/** A value in words: «99%», «03/12», «لم يُسلَّم». */
export function useActualText(): (shown: Shown) => string {
  const { t } = useText()
  const { language, digits } = usePreferences()
  return (shown) => (shown.value === null ? t('assessment.notDelivered') : targetText(shown, { language, digits }))
}

type ActualValueProps = Omit<Shown, 'value'> & {
  readonly recorded: boolean
  readonly claimed: string | null
  readonly actual: string | null
}

/** The value in force; a corrected one keeps the old value struck through beside it. */
export function ActualValue({ recorded, claimed, actual, dataType, year }: ActualValueProps) {
  const { t } = useText()
  const textOf = useActualText()
  if (!recorded) return <span className="text-ink-3">—</span>
  const corrected = claimed !== actual
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 lg:justify-center">
      <bdi className="font-semibold">{textOf({ dataType, value: actual, year })}</bdi>
      {corrected && (
        <del className="text-xs text-ink-3 decoration-1">
          <span className="sr-only">{t('assessment.before')} </span>
          <bdi>{textOf({ dataType, value: claimed, year })}</bdi>
        </del>
      )}
    </span>
  )
}

/** «صُحّحت»: the value in force is not the one that the employee recorded. */
export function CorrectedTag() {
  const { t } = useText()
  return (
    <Status icon={PencilRuler} tone="amber" className="text-xs">
      {t('assessment.corrected')}
    </Status>
  )
}
