import { ArrowDown, ArrowUp, CalendarCheck, CircleAlert } from 'lucide-react'
import { type DataType, directionOf, parseQuantity, type Quantity } from '../../../../shared/measure.ts'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { KeyResult } from '../../domain/document.ts'

type Reading = 'higher' | 'lower' | 'earlier' | 'later' | 'unclear'

const icons = {
  higher: ArrowUp,
  lower: ArrowDown,
  earlier: CalendarCheck,
  later: CalendarCheck,
  unclear: CircleAlert,
} as const

/** Which way is better, inferred from the three targets (AMB-03); nothing until all three are written. */
export function DirectionHint({ keyResult }: { readonly keyResult: Pick<KeyResult, 'dataType' | 'targets'> }) {
  const { t } = useText()
  const reading = readingOf(keyResult)
  if (!reading) return null
  return (
    <span className={cx('flex items-center gap-1.5 text-xs', reading === 'unclear' ? 'text-red-text' : 'text-ink-3')}>
      <Icon icon={icons[reading]} size={14} />
      {t(`performance.direction.${reading}`)}
    </span>
  )
}

function readingOf({ dataType, targets }: Pick<KeyResult, 'dataType' | 'targets'>): Reading | null {
  const read = [targets.below, targets.meets, targets.exceeds].map((value) => quantity(dataType, value))
  const [below, meets, exceeds] = read
  if (below === undefined || meets === undefined || exceeds === undefined) return null
  const direction = directionOf({ below, meets, exceeds })
  if (!direction) return 'unclear'
  if (dataType !== 'date') return direction
  return direction === 'lower' ? 'earlier' : 'later'
}

function quantity(dataType: DataType, value: string | null): Quantity | undefined {
  const parsed = parseQuantity(dataType, value ?? '')
  return parsed.ok ? parsed.value : undefined
}
