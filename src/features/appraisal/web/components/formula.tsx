import type { ReactNode } from 'react'
import { decimalText } from '../../../../shared/decimal.ts'
import { directionOf, parseQuantity, type Targets } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import { NumberWithStory } from '../../../../ui/number-with-story.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { exactPoints } from './points.ts'
import { quantityOf, type ScoreLine } from './quantity.ts'

type FormulaProps = { readonly line: ScoreLine; readonly year: number; readonly children: ReactNode }

/** How an actual value became a percentage: between which two targets it lies and how far (AMB-02). */
export function FormulaOf({ line, year, children }: FormulaProps) {
  const text = useText()
  const { t } = text
  const reader = usePreferences()
  const shown = (value: string | null) => quantityOf(line, value, year, text, reader)
  const formula = formulaOf(line)
  return (
    <NumberWithStory
      label={t('appraisal.why.heads.achievement')}
      inputs={[
        { id: 'actual', name: t('appraisal.why.heads.actual'), value: shown(line.actual) },
        ...(['below', 'meets', 'exceeds'] as const).map((name) => ({
          id: name,
          name: t('appraisal.why.reaching', { target: t(`appraisal.why.heads.${name}`) }),
          value: shown(line.targets[name]),
        })),
      ]}
      {...(formula && { formula: `${formula} = ${exactPoints(line.achievement)}%` })}
    >
      {children}
    </NumberWithStory>
  )
}

/** The arithmetic with its values, or null where no interpolation was needed. */
function formulaOf({ dataType, targets, actual, achievement }: ScoreLine): string | null {
  const read = (value: string | null) => {
    const parsed = value === null ? null : parseQuantity(dataType, value)
    return parsed?.ok ? parsed.value : null
  }
  const [below, meets, exceeds, reached] = [
    read(targets.below),
    read(targets.meets),
    read(targets.exceeds),
    read(actual),
  ]
  if (below === null || meets === null || exceeds === null || reached === null) return null
  const lower = directionOf({ below, meets, exceeds } satisfies Targets) === 'lower'
  const reaches = (target: bigint) => (lower ? reached <= target : reached >= target)
  if (achievement === 0 || reaches(exceeds)) return null
  const number = (value: bigint) => (dataType === 'date' ? String(value) : decimalText(value, 4))
  const size = (value: bigint) => number(value < 0n ? -value : value)
  const [low, high, from, to] = reaches(meets) ? [100, 120, meets, exceeds] : [50, 100, below, meets]
  if (!reaches(below)) return null
  return `${low} + (${high} − ${low}) × ${size(reached - from)} ÷ ${size(to - from)}`
}
