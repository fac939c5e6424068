import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Rich } from './rich.tsx'

export type WeightBarProps = {
  /** Weights in basis points (100.00 is 10000), one a key result. */
  readonly segments: readonly { readonly id: string; readonly basisPoints: number; readonly label?: string }[]
  readonly label: string
  /** Shows the label at the start of the line. */
  readonly showLabel?: boolean
  readonly compact?: boolean
  /** The bar alone, where the page says the sum in its own words. */
  readonly bare?: boolean
  readonly className?: string
}

const whole = 10_000

/** The live total of weights: a segment a key result, what is missing hatched in amber, what is too much in red. */
export function WeightBar({ segments, label, showLabel, compact, bare, className }: WeightBarProps) {
  const { t } = useText()
  const total = segments.reduce((sum, segment) => sum + segment.basisPoints, 0)
  const missing = whole - total
  const scale = Math.max(whole, total)
  return (
    <div className={cx('min-w-0', className)}>
      {!bare && <WeightSentence total={total} label={showLabel ? label : undefined} compact={compact ?? false} />}
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn in segments */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={total / 100}
        aria-valuetext={t('ui.weight.of', { total: total / 100 })}
        className={cx('mt-1.5 flex gap-0.5 overflow-hidden rounded-full bg-surface', compact ? 'h-2' : 'h-2.5')}
      >
        {segments
          .filter((segment) => segment.basisPoints > 0)
          .map((segment) => (
            <span
              key={segment.id}
              title={segment.label}
              className={cx('h-full transition-[width] duration-200', missing < 0 ? 'bg-red' : 'bg-accent')}
              style={{ inlineSize: `${(segment.basisPoints / scale) * 100}%` }}
            />
          ))}
        {missing > 0 && <span className="hatched h-full flex-1" />}
      </div>
    </div>
  )
}

/** «85 من 100 — بقي 15» on its own, for the bar at the foot of a phone. */
export function WeightSentence({
  total,
  label,
  compact,
}: {
  readonly total: number
  readonly label?: string | undefined
  readonly compact?: boolean
}) {
  const { t } = useText()
  const missing = whole - total
  return (
    <p
      className={cx(
        'flex flex-wrap items-baseline gap-x-2',
        compact ? 'text-sm' : 'text-md',
        label && 'justify-between',
      )}
    >
      {label && <span className="text-ink-2">{label}</span>}
      <span className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
        <span>
          <Rich text={t('ui.weight.ofMarked', { total: total / 100 })} />
        </span>
        {missing > 0 && (
          <span className="font-semibold text-amber-text">{t('ui.weight.missing', { missing: missing / 100 })}</span>
        )}
        {missing < 0 && (
          <span className="font-semibold text-red-text">{t('ui.weight.over', { over: -missing / 100 })}</span>
        )}
      </span>
    </p>
  )
}
