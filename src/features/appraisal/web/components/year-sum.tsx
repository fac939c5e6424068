import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Explained } from '../api.ts'
import { cycleTitle } from './cycle-title.ts'
import { exactPoints, shownPoints, shownUnits } from './points.ts'

type YearSumProps = {
  readonly explanation: Explained
  readonly chosen: number
  readonly onChoose: (cycle: number) => void
}

/** From the cycles to the annual mean; each cycle opens its lines. */
export function YearSum({ explanation: { cycles, annual, year }, chosen, onChoose }: YearSumProps) {
  const text = useText()
  const { t } = text
  const counts = (status: string) => status === 'counted' || status === 'zero'
  const firstCounted = cycles.findIndex((cycle) => counts(cycle.status))
  return (
    <Section title={t('appraisal.why.cycles')} note={t('appraisal.why.cyclesNote', { count: annual.counted })}>
      <div className="flex flex-wrap items-center gap-2">
        {cycles.map((cycle, index) => (
          <div key={cycle.id} className="flex min-w-28 flex-1 items-center gap-2 phone:min-w-[42%]">
            {counts(cycle.status) && index > firstCounted && (
              <span aria-hidden className="text-ink-3">
                +
              </span>
            )}
            <button
              type="button"
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
              className={cx(
                'min-w-0 flex-1 rounded-lg border px-3 py-2 text-start',
                index === chosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-line-2',
              )}
            >
              <span className={cx('block text-xs', index === chosen ? 'text-accent-text' : 'text-ink-3')}>
                {cycleTitle(text, year.year, cycle)}
              </span>
              {cycle.result === null || !counts(cycle.status) ? (
                <span className="block text-sm font-medium text-ink-2">
                  {t(`appraisalFiles.counts.${cycle.status}`)}
                </span>
              ) : (
                <span className="block text-md font-semibold">
                  <Num decimals={2}>{shownUnits(cycle.result)}</Num>
                </span>
              )}
            </button>
          </div>
        ))}
        {annual.result !== null && (
          <div className="flex min-w-36 flex-1 items-center gap-2 phone:min-w-full">
            <span aria-hidden className="text-ink-3">
              =
            </span>
            <div className="min-w-0 flex-1 rounded-lg bg-sunken px-3 py-2">
              <span className="block text-xs whitespace-nowrap text-ink-3">
                {t('appraisal.why.meanFormula', { count: annual.counted })}
              </span>
              <span className="block text-md font-semibold">
                <Num>{exactPoints(annual.result)}</Num>
              </span>
            </div>
          </div>
        )}
      </div>
      {annual.literal !== null && (
        <p className="mt-2 text-sm text-ink-3">
          {t('appraisal.why.literal')} <Num decimals={2}>{shownPoints(annual.literal)}</Num>.{' '}
          {t(`appraisal.why.formula.${annual.formula}`)}
        </p>
      )}
    </Section>
  )
}
