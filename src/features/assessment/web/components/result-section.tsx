import { formatNumber } from '../../../../shared/locale.ts'
import { levels } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { NumberWithStory } from '../../../../ui/number-with-story.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Section } from '../../../../ui/section.tsx'
import type { AssessmentView } from '../../schema.ts'
import { LevelPill } from './level-pill.tsx'
import { pointsText } from './measured-text.ts'

type Counted = {
  readonly id: string
  readonly number: string
  readonly score: string | null
  readonly level: (typeof levels)[number] | null
}

type ResultSectionProps = {
  readonly view: AssessmentView
  /** Percentage points, exact. */
  readonly total: string
  readonly lines: readonly Counted[]
}

/** The result as it stands, which opens: each score and their sum, and the literal reading beside it (AMB-01). */
export function ResultSection({ view, total, lines }: ResultSectionProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const counted = lines.filter(({ score }) => score !== null)
  const running = view.status !== 'closed'
  const literal = view.totals?.literal
  return (
    <Section
      ruled
      title={t(running ? 'assessment.result.soFar' : 'assessment.result.title')}
      note={t('assessment.result.outOf', { cap: view.scale.cap })}
    >
      <p className="text-3xl font-semibold">
        <ResultNumber total={total} lines={lines} literal={literal ?? null} />
      </p>
      {counted.length < lines.length && (
        <p className="text-sm text-ink-3">
          {t('assessment.result.counted', {
            recorded: formatNumber(counted.length, reader),
            lines: formatNumber(lines.length, reader),
          })}
        </p>
      )}
      {counted.length > 0 && (
        <ul className="mt-2.5 flex flex-col gap-1">
          {levels.toReversed().map((level) => {
            const count = counted.filter((line) => line.level === level).length
            return (
              count > 0 && (
                <li key={level} className="flex items-center justify-between gap-3 text-sm">
                  <LevelPill level={level} />
                  <Num className="font-medium">{count}</Num>
                </li>
              )
            )
          })}
        </ul>
      )}
    </Section>
  )
}

type ResultNumberProps = Pick<ResultSectionProps, 'total' | 'lines'> & { readonly literal: string | null }

export function ResultNumber({ total, lines, literal }: ResultNumberProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const scores = lines.flatMap(({ number, score }) => (score === null ? [] : [{ number, score }]))
  return (
    <NumberWithStory
      label={t('assessment.result.title')}
      inputs={scores.map(({ number, score }) => ({
        id: number,
        name: t('assessment.result.scoreOf', { number }),
        value: pointsText(score, reader),
      }))}
      {...(scores.length > 0 && {
        formula: `${scores.map(({ score }) => pointsText(score, reader)).join(' + ')} = ${pointsText(total, reader)}`,
      })}
      policy={t('assessment.result.rule')}
      {...(literal !== null && {
        changes: t('assessment.result.literal', { literal: pointsText(literal, reader), count: lines.length }),
      })}
    >
      {pointsText(total, reader)}
    </NumberWithStory>
  )
}
