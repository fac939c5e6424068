import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { catalogue, isPolicyKey } from '../../domain/catalogue.ts'
import type { Shape } from '../../domain/shape.ts'
import { usePolicyWords } from './policy-words.ts'

type PolicyValueProps = {
  readonly policyKey: string
  readonly shape: Shape
  readonly value: unknown
  /** What it is compared with: the parts that differ are marked. */
  readonly beside?: unknown
}

/** A value in words, whatever its shape. */
export function PolicyValue({ policyKey, shape, value, beside }: PolicyValueProps) {
  const words = usePolicyWords()
  if (value === null) return <Undecided policyKey={policyKey} />
  if (shape.kind !== 'record' && shape.kind !== 'shares') {
    return <Single policyKey={policyKey} shape={shape} value={value} />
  }
  const parts = value as Record<string, unknown>
  const others = beside as Record<string, unknown> | null | undefined
  const shapes = Object.entries(shape.kind === 'record' ? shape.fields : ofShares(shape.parts))
  const same = (name: string) => !others || JSON.stringify(others[name]) === JSON.stringify(parts[name])
  return (
    <DescriptionList
      className="grid-cols-[minmax(0,5fr)_minmax(0,3fr)]!"
      facts={shapes.map(([name, part]) => ({
        id: name,
        term: words.field(policyKey, name),
        value: (
          <span className={same(name) ? undefined : 'inline-block rounded-sm bg-amber-soft px-1'}>
            {part ? (
              <Single policyKey={policyKey} shape={part} value={parts[name]} />
            ) : (
              <span className="font-medium text-ink">{words.share(Number(parts[name]))}</span>
            )}
          </span>
        ),
      }))}
    />
  )
}

function Undecided({ policyKey }: { readonly policyKey: string }) {
  const { t } = useText()
  const words = usePolicyWords()
  const recommended = isPolicyKey(policyKey) ? catalogue[policyKey].recommended : undefined
  return (
    <span className="font-medium text-amber-text">
      {t('policies.undecided')}
      {recommended !== undefined && (
        <span className="block text-xs font-regular text-ink-2">
          {t('policies.recommended', { choice: words.choice(policyKey, String(recommended)) })}
        </span>
      )}
    </span>
  )
}

/** Shares have no shape of their own: each is a percentage of two decimals. */
function ofShares(parts: readonly string[]): Record<string, Shape | null> {
  return Object.fromEntries(parts.map((part) => [part, null]))
}

function Single({ policyKey, shape, value }: PolicyValueProps) {
  const { t, language } = useText()
  const words = usePolicyWords()
  const strong = 'font-medium text-ink'
  switch (shape.kind) {
    case 'choice': {
      const hint = words.choiceHint(policyKey, String(value))
      return (
        <span className={strong}>
          {words.choice(policyKey, String(value))}
          {hint && <span className="block text-xs font-regular text-ink-2">{hint}</span>}
        </span>
      )
    }
    case 'flag':
      return <span className={strong}>{words.flag(policyKey, value === true)}</span>
    case 'whole':
      return <span className={strong}>{words.quantity(Number(value), shape.unit)}</span>
    case 'shares':
      return null
    case 'time_zone':
      return (
        <span className={strong}>
          <Num code>{String(value)}</Num>
        </span>
      )
    case 'weekdays':
      return (
        <span className={strong}>
          {(value as number[]).map(words.weekday).join(language === 'ar' ? '، ' : ', ') || t('ui.none')}
        </span>
      )
    case 'ladder':
      return (
        <ul className="flex flex-col gap-0.5">
          {(value as { step: string; afterWorkingDays: number }[]).map((rung) => (
            <li key={rung.step}>
              <span className={strong}>{words.quantity(rung.afterWorkingDays, 'working_days')}</span>
              <span className="block text-xs text-ink-3">{words.step(policyKey, rung.step)}</span>
            </li>
          ))}
        </ul>
      )
    case 'record': {
      const { min, max } = value as { min: number; max: number }
      const { unit } = shape.fields.min as Extract<Shape, { kind: 'whole' }>
      return (
        <span className={strong}>
          {t('policies.range', { min: words.quantity(min, unit), max: words.quantity(max, unit) })}
        </span>
      )
    }
  }
}
