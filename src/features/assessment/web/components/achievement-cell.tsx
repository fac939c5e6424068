import { formatNumber } from '../../../../shared/locale.ts'
import type { DataType, Level, Targets } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import { NumberWithStory } from '../../../../ui/number-with-story.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { targetText } from '../../../performance/web/public.tsx'
import { achievementFormula } from './formula.ts'
import { percentText, pointsText } from './measured-text.ts'

export type AchievementCellProps = {
  readonly statement: string
  readonly dataType: DataType
  readonly targets: Targets<string>
  /** The value in force; null is "not delivered". */
  readonly actual: string | null
  /** Delivered after the end of the cycle: counted as not delivered (H6). */
  readonly late?: boolean
  /** Percent and percentage points, exact. */
  readonly achievement: string
  readonly weight: string
  readonly score: string
  readonly level: Level
  /** What reaching each target is worth, in whole percent. */
  readonly scale: Targets<number> & { readonly cap: number }
  readonly year: number
  readonly of?: 'achievement' | 'score'
}

/** An achievement or a score that opens: targets, actual, weight and the arithmetic between them. */
export function AchievementCell({ of = 'achievement', ...measured }: AchievementCellProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const { dataType, targets, actual, late, achievement, weight, score, scale, year } = measured
  const target = (value: string) => targetText({ dataType, value, year }, reader)
  const counted = late ? null : actual
  const own = `${percentText(achievement, reader)} × ${formatNumber(weight, reader)} = ${pointsText(score, reader)}`
  const formula =
    of === 'score' ? own : (achievementFormula({ dataType, targets, actual: counted, scale, achievement }) ?? undefined)
  return (
    <NumberWithStory
      label={`${t(`assessment.${of}`)}: ${measured.statement}`}
      inputs={
        of === 'score'
          ? [
              { id: 'achievement', name: t('assessment.achievement'), value: percentText(achievement, reader) },
              { id: 'weight', name: t('assessment.weight'), value: formatNumber(weight, reader) },
            ]
          : [
              ...(['below', 'meets', 'exceeds'] as const).map((name) => ({
                id: name,
                name: t('assessment.story.target', { level: t(`assessment.levels.${name}`), worth: scale[name] }),
                value: target(targets[name]),
              })),
              {
                id: 'actual',
                name: t('assessment.actual'),
                value: actual === null ? t('assessment.notDelivered') : target(actual),
              },
            ]
      }
      {...(formula && { formula })}
      policy={
        late
          ? t('assessment.story.late')
          : of === 'score'
            ? t('assessment.story.score')
            : t(`assessment.story.rules.${measured.level}`)
      }
    >
      {of === 'score' ? pointsText(score, reader) : percentText(achievement, reader)}
    </NumberWithStory>
  )
}
