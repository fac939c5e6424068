import { Check, CircleCheck, Paperclip, PencilRuler, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, type Line } from '../api.ts'
import { AchievementCell } from './achievement-cell.tsx'
import { ActualValue, CorrectedTag } from './actual-value.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { CorrectionCard } from './correction-card.tsx'
import { LevelPill } from './level-pill.tsx'
import { ShownEvidence } from './line-evidence.tsx'
import { LineFrame } from './line-frame.tsx'
import { useChange } from './use-change.ts'

type RecordLineProps = { readonly view: AssessmentView; readonly line: Line; readonly number: string }

/** One key result to read and, for the reviewer, to accept or correct, with its evidence beside it. */
export function RecordLine({ view, line, number }: RecordLineProps) {
  const { t } = useText()
  const year = view.cycle.year
  const corrected = line.recorded && line.corrections.some(({ endedAt }) => endedAt === null)
  const open = line.corrections.some(
    ({ can, endedAt }) => endedAt === null && (can.answer?.allowed === true || can.rule?.allowed === true),
  )
  return (
    <LineFrame
      line={line}
      number={number}
      year={year}
      tone={open ? 'amber' : undefined}
      actual={
        <div className="lg:pt-1">
          <span className="block text-xs text-ink-3 lg:sr-only">{t('assessment.heads.actual')}</span>
          <ActualValue {...line} year={year} />
        </div>
      }
      achievement={line.recorded ? <AchievementCell {...line} scale={view.scale} year={year} /> : '—'}
      score={line.recorded ? <AchievementCell {...line} scale={view.scale} year={year} of="score" /> : '—'}
      notes={
        <span className="flex flex-wrap gap-x-3">
          {corrected && <CorrectedTag />}
          {line.late && <span className="text-xs text-amber-text">{t('assessment.lateDelivery')}</span>}
        </span>
      }
      acts={<Review view={view} line={line} number={number} />}
      level={line.recorded && <LevelPill level={line.level} />}
      roomyLevel
      under={
        <>
          <div className={line.remark === '' ? undefined : 'grid items-start gap-x-6 gap-y-2 lg:grid-cols-2'}>
            {line.evidence.length > 0 ? (
              <ShownEvidence view={view} line={line} number={number} />
            ) : (
              line.recorded &&
              line.actual !== null && (
                <Status
                  icon={Paperclip}
                  tone={view.evidence.required && view.status === 'reviewing' ? 'amber' : 'neutral'}
                  className="text-xs"
                >
                  {t('assessment.evidence.none')}
                </Status>
              )
            )}
            {line.remark !== '' && (
              <p className="text-sm whitespace-pre-wrap text-ink-2">
                <span className="text-ink-3">{t('assessment.remark')}: </span>
                <bdi>{line.remark}</bdi>
              </p>
            )}
          </div>
          {line.corrections.map((correction) => (
            <CorrectionCard key={correction.id} view={view} line={line} correction={correction} />
          ))}
        </>
      }
    />
  )
}

/** Accepting a line as recorded, or putting another value in its place. */
function Review({ view, line, number }: RecordLineProps) {
  const { t, pick } = useText()
  const [correcting, setCorrecting] = useState(false)
  const change = useChange(view, { tells: true })
  const { accept, correct } = line.can
  const put = (accepted: boolean) =>
    change.make((version) =>
      api('PUT /api/assessments/:documentId/acceptance', {
        params: { documentId: view.documentId },
        body: { accepted, keyResultIds: [line.keyResultId] },
        version,
      }),
    )
  const corrected = line.corrections.some(({ endedAt }) => endedAt === null)
  if (line.accepted) {
    return (
      <span className="flex items-center gap-1">
        <Status icon={CircleCheck} tone="green">
          {line.accepted.by.id === view.supervisor?.id
            ? t('assessment.accepted')
            : t('assessment.acceptedBy', { name: pick(line.accepted.by.name) })}
        </Status>
        {accept?.allowed && (
          <IconButton
            icon={Undo2}
            mirrored
            size="sm"
            label={t('assessment.unaccept', { number })}
            onPress={() => put(false)}
          />
        )}
      </span>
    )
  }
  if (!accept && !correct) return null
  return (
    <span className="flex flex-wrap items-center gap-2">
      {accept && !corrected && (
        <Button
          size="sm"
          icon={Check}
          pending={change.pending}
          label={`${t('assessment.accept')}: ${number}`}
          {...(!accept.allowed && { reason: sentenceFor(accept.why) })}
          onPress={() => put(true)}
        >
          {t('assessment.accept')}
        </Button>
      )}
      {correct?.allowed && (
        <Button
          size="sm"
          look={corrected ? 'ghost' : 'secondary'}
          icon={PencilRuler}
          label={`${t(corrected ? 'assessment.correctAgain' : 'assessment.correct')}: ${number}`}
          onPress={() => setCorrecting(true)}
        >
          {t(corrected ? 'assessment.correctAgain' : 'assessment.correct')}
        </Button>
      )}
      {correcting && <CorrectDialog view={view} line={line} onClose={() => setCorrecting(false)} />}
    </span>
  )
}
