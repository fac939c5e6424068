import { CircleAlert, Info, PenLine, TriangleAlert, Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Popover } from '../../../../ui/popover.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import type { FindingView } from '../../schema.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { findingSentence, findingTest } from './finding-words.ts'
import { allows, whyNot } from './may.ts'

const looks = {
  material: { icon: CircleAlert, tone: 'red' },
  look: { icon: TriangleAlert, tone: 'amber' },
  note: { icon: Info, tone: 'blue' },
  small_group: { icon: Users, tone: 'neutral' },
} as const

type FindingProps = { readonly year: number; readonly finding: FindingView }

/** A sentence, how heavy it is, its numbers on press, and the committee's answer. */
export function Finding({ year, finding }: FindingProps) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const [answering, setAnswering] = useState(false)
  const { severity, answer, needsAnswer, can } = finding
  const sentence = findingSentence(text, finding)
  const test = findingTest(text, finding, reader)
  return (
    <div className="text-sm">
      <p>{sentence}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-3">
        <Status {...looks[severity]} className="text-xs!">
          {t(`calibration.fairness.severities.${severity}`)}
        </Status>
        {Object.keys(finding.statistics).length > 0 && (
          <Popover
            label={t('calibration.fairness.statisticsOf')}
            trigger={test.length > 0 ? test.join(t('calibration.comma')) : t('calibration.fairness.statistics')}
            triggerClassName="min-h-6 rounded-sm text-start underline decoration-line-control decoration-dotted underline-offset-4 hover:text-accent-text"
          >
            <Statistics of={finding} />
          </Popover>
        )}
        {needsAnswer && !answer && (
          <span className="font-medium text-red-text">{t('calibration.fairness.answerNeeded')}</span>
        )}
      </p>
      {answer && (
        <div className="mt-1.5 rounded-md bg-surface-2 px-3 py-2">
          <p className="whitespace-pre-wrap">{answer.text}</p>
          <p className="mt-0.5 text-xs text-ink-3">
            {answer.by && t('calibration.fairness.by', { name: pick(answer.by.name) })}
            {answer.by && t('calibration.comma')}
            <DateTimeText at={answer.at} />
          </p>
        </div>
      )}
      {allows(can, 'answer') && (
        <Button
          size="sm"
          look={needsAnswer && !answer ? 'secondary' : 'ghost'}
          icon={PenLine}
          className="mt-1.5"
          label={`${t(answer ? 'calibration.fairness.editAnswer' : 'calibration.fairness.answer')}: ${sentence}`}
          onPress={() => setAnswering(true)}
        >
          {t(answer ? 'calibration.fairness.editAnswer' : 'calibration.fairness.answer')}
        </Button>
      )}
      {needsAnswer && !answer && can.answer && !can.answer.allowed && (
        <p className="mt-0.5 text-xs text-ink-3">{whyNot(can.answer.why)}</p>
      )}
      {answering && (
        <AnswerDialog
          year={year}
          kind="fairness"
          id={finding.id}
          version={finding.version}
          about={sentence}
          before={answer?.text ?? ''}
          onClose={() => setAnswering(false)}
        />
      )}
    </div>
  )
}

function Statistics({ of: { statistics } }: { readonly of: FindingView }) {
  const { t, textFor } = useText()
  return (
    <>
      <h3 className="mb-2 text-sm font-semibold">{t('calibration.fairness.statisticsOf')}</h3>
      <dl className="flex flex-col gap-1 text-sm">
        {Object.entries(statistics)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="flex items-baseline justify-between gap-6">
              <dt className="text-ink-3">{textFor(`calibration.fairness.statistic.${name}`) ?? name}</dt>
              <dd className="font-medium">
                {typeof value === 'number' ? (
                  Number.isInteger(value) ? (
                    <Num>{value}</Num>
                  ) : (
                    <Num decimals={4}>{value}</Num>
                  )
                ) : (
                  <Value name={name} value={String(value)} />
                )}
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function Value({ name, value }: { readonly name: string; readonly value: string }) {
  const { textFor } = useText()
  const words = name === 'magnitude' ? textFor(`calibration.fairness.magnitudes.${value}`) : undefined
  return words ?? <Num code>{value}</Num>
}
