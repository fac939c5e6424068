import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { formatPercent, formatQuantity, type Reader } from '../../../../shared/locale.ts'
import type { DataType } from '../../../../shared/measure.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Tag } from '../../../../ui/tag.tsx'
import type { QuestionView } from '../../schema.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { allows } from './may.ts'

type IntegrityQuestionProps = { readonly year: number; readonly question: QuestionView }

/** A question with its numbers, whom it is about, and what the committee learned. */
export function IntegrityQuestion({ year, question }: IntegrityQuestionProps) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const [answering, setAnswering] = useState(false)
  const { answer, person, division, can } = question
  const sentence = sentenceOf(text, question, reader)
  const words = t(answer ? 'calibration.integrity.editAnswer' : 'calibration.integrity.answer')
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 phone:px-0">
      <div className="min-w-0 flex-1 basis-96 phone:basis-full">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b>{pick(person.name)}</b>
          <Tag>{t(`calibration.integrity.kinds.${question.kind}`)}</Tag>
          {division && <span className="text-xs text-ink-3">{pick(division)}</span>}
        </p>
        <p className="text-sm text-ink-2">{sentence}</p>
        {answer && (
          <div className="mt-1.5 rounded-md bg-surface-2 px-3 py-2 text-sm">
            <p className="whitespace-pre-wrap">{answer.text}</p>
            <p className="mt-0.5 text-xs text-ink-3">
              {answer.by && t('calibration.integrity.by', { name: pick(answer.by.name) })}
              {answer.by && t('calibration.comma')}
              <DateTimeText at={answer.at} />
            </p>
          </div>
        )}
      </div>
      {allows(can, 'answer') && (
        <Button
          size="sm"
          look={answer ? 'ghost' : 'secondary'}
          icon={PenLine}
          label={`${words}: ${pick(person.name)}`}
          onPress={() => setAnswering(true)}
        >
          {words}
        </Button>
      )}
      {answering && (
        <AnswerDialog
          year={year}
          kind="integrity"
          id={question.id}
          version={question.version}
          about={`${pick(person.name)}: ${sentence}`}
          before={answer?.text ?? ''}
          onClose={() => setAnswering(false)}
        />
      )}
    </div>
  )
}

function sentenceOf({ textFor }: ReturnType<typeof useText>, { kind, params }: QuestionView, reader: Reader): string {
  const shown: Record<string, string | number> = { ...params }
  if (kind === 'near_threshold') shown.threshold = textFor(`calibration.integrity.thresholds.${params.threshold}`) ?? ''
  if (kind === 'sample') shown.share = formatPercent(Number(params.share), reader)
  if (kind === 'low_targets') {
    const dataType = params.dataType as DataType
    shown.target = formatQuantity(dataType, String(params.target), reader)
    shown.last = formatQuantity(dataType, String(params.last), reader)
  }
  return textFor(`calibration.integrity.sentences.${kind}`, shown) ?? kind
}
