import type { ReactNode } from 'react'
import type { Targets } from '../../../../shared/measure.ts'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Rich } from '../../../../ui/rich.tsx'
import { ClassTag, DirectionHint, targetText } from '../../../performance/web/public.tsx'
import type { AssessmentView } from '../../schema.ts'
import type { Line } from '../api.ts'

const columns = 'lg:grid-cols-[24px_minmax(0,1fr)_54px_54px_54px_40px_108px_60px_60px]'

/** The head above all cards; on a narrow page each value carries its own name instead. */
export function LineHead() {
  const { t } = useText()
  return (
    <div aria-hidden className={cx('hidden items-end gap-x-2 px-3 text-xs text-ink-3 lg:grid', columns)}>
      <span />
      <span>{t('assessment.keyResult')}</span>
      {(['below', 'meets', 'exceeds', 'weight', 'actual', 'achievement', 'score'] as const).map((name) => (
        <span key={name} className="text-center">
          {t(`assessment.heads.${name}`)}
        </span>
      ))}
    </div>
  )
}

type ObjectiveFrameProps = {
  readonly objective: AssessmentView['objectives'][number]
  readonly position: number
  readonly children: ReactNode
}

/** One objective with its lines. */
export function ObjectiveFrame({ objective, position, children }: ObjectiveFrameProps) {
  return (
    <section
      aria-label={`${position + 1}. ${objective.title}`}
      className="overflow-clip rounded-lg border border-line bg-surface phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      <header className="flex items-start gap-x-4 px-3 py-2.5 phone:px-4">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="min-w-0 text-md font-semibold">
            <bdi>{objective.title}</bdi>
          </h2>
          <ClassTag of={objective.class} />
        </div>
        <ObjectiveWeight weight={objective.weight} />
      </header>
      {children}
    </section>
  )
}

function ObjectiveWeight({ weight }: { readonly weight: string }) {
  const { t } = useText()
  return (
    <span className="pt-0.5 text-sm whitespace-nowrap text-ink-3">
      <Rich text={t('assessment.objectiveWeight', { weight: Number(weight) })} />
    </span>
  )
}

type LineFrameProps = {
  readonly line: Pick<Line, 'keyResultId' | 'statement' | 'dataType' | 'targets' | 'weight'>
  readonly number: string
  readonly year: number
  /** The ground of a line that needs work or is wrong. */
  readonly tone?: 'amber' | 'red' | undefined
  readonly actual: ReactNode
  readonly achievement: ReactNode
  readonly score: ReactNode
  /** Under the statement: accepted, corrected. */
  readonly notes?: ReactNode
  /** Under the targets: what may be done with the line. */
  readonly acts?: ReactNode
  /** Under achievement and score. */
  readonly level?: ReactNode
  /** Nothing stands under the actual value: the level may begin there. */
  readonly roomyLevel?: boolean
  /** Across the line: evidence, remark, corrections. */
  readonly under?: ReactNode
}

/** One key result: what was agreed in grey, what was reached in bold, what it comes to. */
export function LineFrame({
  line,
  number,
  year,
  tone,
  actual,
  achievement,
  score,
  notes,
  acts,
  level,
  roomyLevel,
  under,
}: LineFrameProps) {
  const { t } = useText()
  return (
    <div
      data-line={line.keyResultId}
      className={cx(
        'border-t border-line px-3 py-3 phone:px-4',
        tone === 'amber' && 'bg-amber-soft',
        tone === 'red' && 'bg-red-soft',
      )}
    >
      <div className={cx('grid grid-cols-4 items-start gap-x-2 gap-y-2', columns)}>
        <Num className="hidden pt-0.5 text-sm text-ink-3 lg:block">{number}</Num>
        <div className="col-span-4 min-w-0 lg:col-span-1 lg:row-span-2">
          <p>
            <span className="me-2 text-sm text-ink-3 lg:hidden">
              <Num>{number}</Num>
            </span>
            <bdi>{line.statement}</bdi>
          </p>
          <DirectionHint keyResult={line} />
          {notes}
        </div>
        {(['below', 'meets', 'exceeds'] as const).map((name) => (
          <Value key={name} name={t(`assessment.heads.${name}`)} quiet>
            <Target {...{ line, name, year }} />
          </Value>
        ))}
        <Value name={t('assessment.heads.weight')} quiet>
          <Num>{Number(line.weight)}</Num>
        </Value>
        <div className="col-span-2 min-w-0 lg:col-span-1 lg:col-start-7 lg:row-span-2 lg:row-start-1 lg:text-center">
          {actual}
        </div>
        <Value name={t('assessment.heads.achievement')} className="lg:col-start-8 lg:row-start-1">
          {achievement}
        </Value>
        <Value name={t('assessment.heads.score')} className="lg:col-start-9 lg:row-start-1">
          {score}
        </Value>
        {acts && (
          <div className="order-last col-span-4 min-w-0 lg:order-none lg:col-span-4 lg:col-start-3 lg:row-start-2">
            {acts}
          </div>
        )}
        {level && (
          <div
            className={cx(
              'col-span-4 min-w-0 lg:row-start-2',
              roomyLevel
                ? 'lg:col-span-3 lg:col-start-7 lg:justify-self-end lg:whitespace-nowrap'
                : 'lg:col-span-2 lg:col-start-8 lg:text-center',
            )}
          >
            {level}
          </div>
        )}
      </div>
      {under && <div className="mt-2.5 flex flex-col gap-2.5 empty:hidden lg:ps-8">{under}</div>}
    </div>
  )
}

type TargetProps = Pick<LineFrameProps, 'line' | 'year'> & { readonly name: keyof Targets }

function Target({ line: { dataType, targets }, name, year }: TargetProps) {
  const { language, digits } = usePreferences()
  return <bdi>{targetText({ dataType, value: targets[name], year }, { language, digits })}</bdi>
}

type ValueProps = {
  readonly name: string
  readonly children: ReactNode
  readonly quiet?: boolean
  readonly className?: string
}

function Value({ name, children, quiet, className }: ValueProps) {
  return (
    <div className={cx('min-w-0 lg:pt-1 lg:text-center', quiet ? 'text-ink-3' : 'font-semibold', className)}>
      <span className="block text-xs font-regular text-ink-3 lg:sr-only">{name}</span>
      {children}
    </div>
  )
}
