import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { FieldError } from '../../../../ui/field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { AssessmentView } from '../../schema.ts'
import { AchievementCell } from './achievement-cell.tsx'
import { ActualField } from './actual-field.tsx'
import { CorrectionCard } from './correction-card.tsx'
import { LevelPill } from './level-pill.tsx'
import { GatheredEvidence } from './line-evidence.tsx'
import { LineFrame } from './line-frame.tsx'
import type { Entry } from './use-recording.ts'

type RecordingLineProps = {
  readonly view: AssessmentView
  readonly entry: Entry
  readonly number: string
  /** Things that nobody has typed yet are marked only when the writer asks what is missing. */
  readonly showGaps: boolean
  readonly onRecord: (actual: string | null) => void
  readonly onRemark: (remark: string) => void
  readonly onPause: () => void
}

/** One key result while its outcome is recorded: the actual is typed, all else follows from it. */
export function RecordingLine({ view, entry, number, showGaps, onRecord, onRemark, onPause }: RecordingLineProps) {
  const { t } = useText()
  const { line, actual, notDelivered, remark, result, wrong } = entry
  const path = `lines/${line.keyResultId}`
  const problems = view.problems.filter((problem) => problem.path.startsWith(`${path}/`))
  const gap = problems.find((problem) => problem.path === `${path}/actual`)
  const noEvidence = problems.find((problem) => problem.path === `${path}/evidence` && problem.severity === 'blocks')
  const warnings = problems.filter(({ severity, code }) => severity === 'warns' && code !== 'assessment.late_delivery')
  const sentence = wrong
    ? sentenceFor(wrong)
    : showGaps && gap && result === null
      ? sentenceFor(gap.code, gap.params)
      : undefined
  const problemsId = `${path}/problems`
  const year = view.cycle.year
  const value = notDelivered ? null : actual
  return (
    <LineFrame
      line={line}
      number={number}
      year={year}
      tone={sentence ? 'red' : undefined}
      actual={
        <div className="flex flex-col gap-1.5">
          <ActualField
            label={t('assessment.actualOf', { number })}
            dataType={line.dataType}
            year={year}
            value={actual}
            disabled={notDelivered}
            error={sentence}
            errorId={problemsId}
            onChange={onRecord}
            onBlur={onPause}
          />
          <Checkbox
            className="[&_label]:gap-2 [&_label]:text-xs [&_label]:leading-5"
            label={t('assessment.notDelivered')}
            checked={notDelivered}
            onChange={(checked) => {
              onRecord(checked ? null : '')
              onPause()
            }}
          />
        </div>
      }
      achievement={
        result ? <AchievementCell {...line} {...result} actual={value} scale={view.scale} year={year} /> : '—'
      }
      score={
        result ? (
          <AchievementCell {...line} {...result} actual={value} scale={view.scale} year={year} of="score" />
        ) : (
          '—'
        )
      }
      level={result && <LevelPill level={result.level} />}
      under={
        <>
          <div id={problemsId} className="flex flex-col gap-1 empty:hidden">
            {sentence && <FieldError>{sentence}</FieldError>}
            {result?.late && <p className="text-xs text-amber-text">{t('assessment.lateDelivery')}</p>}
            {warnings.map((problem) => (
              <p key={problem.path + problem.code} className="text-xs text-amber-text">
                {sentenceFor(problem.code, problem.params)}
              </p>
            ))}
          </div>
          <div className="grid gap-2.5 lg:grid-cols-2">
            <GatheredEvidence
              view={view}
              line={line}
              number={number}
              error={showGaps && noEvidence ? sentenceFor(noEvidence.code, noEvidence.params) : undefined}
            />
            <TextArea
              size="sm"
              hideLabel
              label={t('assessment.remarkOn', { number })}
              placeholder={t('assessment.remarkPlaceholder')}
              rows={1}
              maxLength={2000}
              value={remark}
              onChange={onRemark}
              onBlur={onPause}
            />
          </div>
          {line.corrections
            .filter(({ endedAt }) => endedAt === null)
            .map((correction) => (
              <CorrectionCard key={correction.id} view={view} line={line} correction={correction} />
            ))}
        </>
      }
    />
  )
}
