import { Check, CornerUpLeft, Gavel, Hourglass, MessageSquareWarning, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateText, DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, type Correction, type Line } from '../api.ts'
import { useActualText } from './actual-value.tsx'
import { percentText } from './measured-text.ts'
import { ReservationDialog } from './reservation-dialog.tsx'
import { RulingDialog } from './ruling-dialog.tsx'
import { useChange } from './use-change.ts'
import { useReason } from './use-reason.ts'

type CorrectionCardProps = {
  readonly view: AssessmentView
  readonly line: Line
  readonly correction: Correction
}

/** A reviewer's other value: from what to what, why, what the employee says to it and the higher official's ruling. */
export function CorrectionCard({ view, line, correction }: CorrectionCardProps) {
  const { t, pick } = useText()
  const { language, digits } = usePreferences()
  const reasonOf = useReason()
  const textOf = useActualText()
  const shown = (value: string | null) => textOf({ dataType: line.dataType, value, year: view.cycle.year })
  const ended = correction.endedAt !== null
  return (
    <section
      aria-label={t('assessment.correction.title')}
      className="flex flex-col gap-1.5 rounded-md border border-line bg-surface-2 px-3 py-2.5 text-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className={ended ? 'text-ink-3 line-through decoration-1' : 'font-medium'}>
          {t('assessment.correction.values', { from: shown(correction.from), to: shown(correction.to) })}{' '}
          <span className="font-regular text-ink-3">
            <bdi>
              {t('assessment.correction.effect', {
                from: percentText(correction.fromAchievement, { language, digits }),
                to: percentText(correction.toAchievement, { language, digits }),
              })}
            </bdi>
          </span>
        </p>
        <Standing correction={correction} />
      </div>
      <p className="text-ink-2">
        <span className="font-medium">{reasonOf(correction.reasonCode)}:</span>{' '}
        <bdi className="whitespace-pre-wrap">{correction.reasonText}</bdi>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
        <span>
          {correction.correctedFor
            ? t('assessment.timeline.by', {
                name: pick(correction.correctedBy.name),
                other: pick(correction.correctedFor.name),
              })
            : pick(correction.correctedBy.name)}
        </span>
        <DateTimeText at={correction.correctedAt} />
        <Num code>{correction.reasonCode}</Num>
      </p>
      {correction.answerNote && (
        <Words who={pick(view.employee.name)} words={correction.answerNote} at={correction.answeredAt} />
      )}
      {correction.ruling && correction.ruledBy && (
        <Words who={pick(correction.ruledBy.name)} words={correction.rulingNote ?? ''} at={correction.ruledAt} />
      )}
      <Acts view={view} line={line} correction={correction} />
    </section>
  )
}

function Words({ who, words, at }: { readonly who: string; readonly words: string; readonly at: string | null }) {
  return (
    <div className="border-t border-line pt-1.5">
      <p className="text-xs text-ink-3">
        <span className="font-medium text-ink-2">{who}</span> {at && <DateTimeText at={at} />}
      </p>
      <p className="whitespace-pre-wrap text-ink-2">
        <bdi>{words}</bdi>
      </p>
    </div>
  )
}

/** Where a correction stands between the employee, the reviewer and the higher official. */
function Standing({ correction }: { readonly correction: Correction }) {
  const { t } = useText()
  if (correction.endedAt !== null) return <span className="text-xs text-ink-3">{t('assessment.correction.ended')}</span>
  if (correction.ruling === 'confirmed') {
    return (
      <Status icon={Gavel} tone="accent">
        {t('assessment.correction.confirmed')}
      </Status>
    )
  }
  if (correction.ruling === 'returned') {
    return (
      <Status icon={CornerUpLeft} mirrorIcon tone="amber">
        {t('assessment.correction.returned')}
      </Status>
    )
  }
  if (correction.answer === 'agreed') {
    return (
      <Status icon={Check} tone="green">
        {t('assessment.correction.agreed')}
      </Status>
    )
  }
  if (correction.answer === 'reserved') {
    return (
      <Status icon={MessageSquareWarning} tone="amber">
        {t('assessment.correction.reserved')}
      </Status>
    )
  }
  return (
    <Status icon={Hourglass} tone="amber">
      {t('assessment.correction.waits')} <DateText date={correction.answerDueOn} style="deadline" />
    </Status>
  )
}

function Acts({ view, line, correction }: CorrectionCardProps) {
  const { t } = useText()
  const change = useChange(view, { tells: true })
  const [asking, setAsking] = useState<'reserve' | 'rule' | null>(null)
  const { answer, rule, takeBack } = correction.can
  const params = { documentId: view.documentId, correctionId: correction.id }
  if (!answer && !rule && !takeBack?.allowed) return null
  const agree = () =>
    change.make(
      (version) =>
        api('POST /api/assessments/:documentId/corrections/:correctionId/answer', {
          params,
          body: { answer: 'agreed' },
          version,
        }),
      () => notifyDone(t('assessment.correction.done.agreed')),
    )
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      {answer && (
        <>
          <Button
            size="sm"
            icon={Check}
            pending={change.pending}
            {...(!answer.allowed && { reason: sentenceFor(answer.why) })}
            onPress={agree}
          >
            {t('assessment.correction.agree')}
          </Button>
          {answer.allowed && (
            <Button size="sm" icon={MessageSquareWarning} onPress={() => setAsking('reserve')}>
              {t('assessment.correction.reserve')}
            </Button>
          )}
        </>
      )}
      {rule && (
        <Button
          size="sm"
          icon={Gavel}
          {...(!rule.allowed && { reason: sentenceFor(rule.why) })}
          onPress={() => setAsking('rule')}
        >
          {t('assessment.correction.rule')}
        </Button>
      )}
      {takeBack?.allowed && (
        <Button
          size="sm"
          look="ghost"
          icon={Undo2}
          mirrorIcon
          pending={change.pending}
          onPress={() =>
            change.make(
              (version) => api('DELETE /api/assessments/:documentId/corrections/:correctionId', { params, version }),
              () => notifyDone(t('assessment.correction.done.takenBack')),
            )
          }
        >
          {t('assessment.correction.takeBack')}
        </Button>
      )}
      {asking === 'reserve' && (
        <ReservationDialog view={view} line={line} correction={correction} onClose={() => setAsking(null)} />
      )}
      {asking === 'rule' && (
        <RulingDialog view={view} line={line} correction={correction} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}
