import { Check, CheckCheck, Lock, PenLine } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/locale.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import type { Crumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { type Translate, useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Rich } from '../../../../ui/rich.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { DocumentStatus } from '../../../performance/web/public.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api } from '../api.ts'
import { AllCyclesLink } from './all-cycles-link.tsx'
import { DifficultiesCard } from './difficulties-card.tsx'
import { FeedbackCard } from './feedback-card.tsx'
import { LineHead, ObjectiveFrame } from './line-frame.tsx'
import { pointsText } from './measured-text.ts'
import { MoveDialog, unreviewed } from './move-dialog.tsx'
import { OtherMoves } from './other-moves.tsx'
import { QueueSteps, useQueueSteps } from './queue-steps.tsx'
import { RecordLine } from './record-line.tsx'
import { RecordNotes } from './record-notes.tsx'
import { RecordSide } from './record-side.tsx'
import { ResultNumber } from './result-section.tsx'
import { scoredLines } from './scored-lines.ts'
import { StateSentence } from './state-sentence.tsx'
import { useChange } from './use-change.ts'
import { type AskedMove, useMove } from './use-move.ts'

type AssessmentRecordProps = {
  readonly view: AssessmentView
  /** Where the page has a name of its own, such as «ختام الدورة». */
  readonly title?: string
}

/** An assessment to read, to review and to decide on: lines with their evidence, corrections, the talk, its history. */
export function AssessmentRecord({ view, title }: AssessmentRecordProps) {
  const { t, pick } = useText()
  const { go } = useNavigation()
  const decides = view.parts.includes('supervisor') || view.parts.includes('higher_official')
  const steps = useQueueSteps(view.documentId, decides)
  const [asking, setAsking] = useState<AskedMove | null>(null)
  const name = pick(view.employee.name)
  const moving = useMove(view, (moved, made) => {
    setAsking(null)
    const said = t(`assessment.done.${made}`, { name })
    if (made === 'recordFor') {
      notifyDone(said)
      return go(`/assessments/${moved.documentId}`)
    }
    const decided = made === 'approve' || made === 'sendBack'
    if (decided && steps.afterDecision) {
      notifyDone(said, { label: t('ui.open'), onPress: () => go(`/assessments/${moved.documentId}`) })
      return go(`/assessments/${steps.afterDecision}`)
    }
    notifyDone(decided && steps.at >= 0 ? `${said} ${t('assessment.queue.last')}` : said)
  })
  const ask = (move: AskedMove) => {
    moving.forget()
    setAsking(move)
  }
  const { approve } = view.can
  const why =
    approve && !approve.allowed
      ? approve.why === 'workflow.needs_meeting'
        ? t('assessment.meeting.needed')
        : sentenceFor(approve.why)
      : undefined
  const records = view.can.record?.allowed === true && !view.parts.includes('employee')
  return (
    <Page
      ground="bg"
      sideLabel={t('assessment.timeline.title')}
      side={view.view === 'full' ? <RecordSide view={view} /> : undefined}
      header={
        <PageHeader
          title={title ?? t('assessment.record.title', { name })}
          lead={!title && <Avatar name={name} size={44} />}
          pill={<DocumentStatus of={view.status} look="pill" />}
          state={<StateSentence view={view} own={title !== undefined} />}
          actions={
            <>
              <QueueSteps steps={steps} />
              {title && <AllCyclesLink />}
              <OtherMoves view={view} onMove={ask} />
              {why && <BlockedWhy words={why} />}
            </>
          }
          {...(!title && { crumbs: crumbsOf(view, steps.at >= 0, t) })}
          {...(approve && {
            mainAction: (
              <Button
                look="primary"
                icon={Check}
                {...(why && { reasonId: 'blocked-approval' })}
                onPress={() => ask('approve')}
              >
                {t('assessment.moves.approve')}
              </Button>
            ),
          })}
          {...(!approve &&
            records && {
              mainAction: (
                <Button look="primary" icon={PenLine} to={`/assessments/${view.documentId}?write=1`}>
                  {t('assessment.record.write')}
                </Button>
              ),
            })}
          {...(why && { mainNote: why })}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <RecordNotes view={view} />
        {view.view === 'status' ? <StatusFacts view={view} /> : <Content view={view} />}
      </div>
      {asking && (
        <MoveDialog
          view={view}
          move={asking}
          pending={moving.pending}
          problem={moving.problem}
          onClose={() => setAsking(null)}
          onConfirm={(made) => moving.move(asking, made)}
        />
      )}
    </Page>
  )
}

/** Why the approval is blocked, beside the button that it blocks. */
function BlockedWhy({ words }: { readonly words: string }) {
  return (
    <p
      id="blocked-approval"
      className="flex max-w-60 items-start gap-1.5 text-xs font-medium text-amber-text phone:w-full phone:max-w-none"
    >
      <Icon icon={Lock} size={14} className="mt-0.5" />
      <span>{words}</span>
    </p>
  )
}

/** The list that the assessment belongs to, as this reader knows it. */
function crumbsOf(view: AssessmentView, waitsForMe: boolean, t: Translate): readonly Crumb[] {
  if (waitsForMe) return [{ label: t('assessment.pages.team'), to: '/team/assessments' }]
  if (view.parts.includes('employee')) return [{ label: t('assessment.pages.mine'), to: '/my/assessment' }]
  return view.view === 'full' ? [{ label: t('assessment.pages.team'), to: '/team/assessments?tab=team' }] : []
}

function Content({ view }: { readonly view: AssessmentView }) {
  const { t } = useText()
  return (
    <section aria-label={t('assessment.record.content')} className="flex flex-col gap-3">
      <ReviewBar view={view} />
      <LineHead />
      {view.objectives.map((objective, at) => (
        <ObjectiveFrame key={objective.id} objective={objective} position={at}>
          {objective.lines.map((line, place) => (
            <RecordLine key={line.keyResultId} view={view} line={line} number={`${at + 1}.${place + 1}`} />
          ))}
        </ObjectiveFrame>
      ))}
      <Total view={view} />
      <DifficultiesCard view={view} />
      <FeedbackCard view={view} />
    </section>
  )
}

/** How much of the review is done, and the way to accept all that is left at once. */
function ReviewBar({ view }: { readonly view: AssessmentView }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const change = useChange(view, { tells: true })
  const { acceptAll } = view.can
  if (!view.totals || !acceptAll) return null
  const left = unreviewed(view)
  const done = view.totals.lines - left
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-sm text-ink-2" role="status">
        <Rich
          text={t('assessment.record.reviewed', {
            done: formatNumber(done, { language, digits }),
            lines: formatNumber(view.totals.lines, { language, digits }),
          })}
        />
      </p>
      {left > 0 && acceptAll.allowed && (
        <Button
          size="sm"
          icon={CheckCheck}
          pending={change.pending}
          onPress={() =>
            change.make((version) =>
              api('PUT /api/assessments/:documentId/acceptance', {
                params: { documentId: view.documentId },
                body: { accepted: true },
                version,
              }),
            )
          }
        >
          {t('assessment.record.acceptAll', { count: left })}
        </Button>
      )}
    </div>
  )
}

/** The last line of all: what the lines come to. */
function Total({ view }: { readonly view: AssessmentView }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  if (!view.totals) return null
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 rounded-lg border border-line bg-surface px-4 py-2.5 phone:-mx-4 phone:rounded-none phone:border-x-0">
      <span className="font-semibold">
        {t(view.status === 'closed' ? 'assessment.result.title' : 'assessment.result.soFar')}
      </span>
      <span className="flex items-baseline gap-3">
        <span className="text-lg font-semibold">
          <ResultNumber total={view.totals.weighted} lines={scoredLines(view)} literal={view.totals.literal} />
        </span>
        <span className="text-sm text-ink-3">
          {t('assessment.result.outOf', { cap: view.scale.cap })} ·{' '}
          {t('assessment.result.literalShort', { literal: pointsText(view.totals.literal, { language, digits }) })}
        </span>
      </span>
    </div>
  )
}

/** All that a reader of states learns (AMB-40). */
function StatusFacts({ view }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <DescriptionList
        look="columns"
        facts={[
          {
            term: t('assessment.record.division'),
            value: view.employee.division ? pick(view.employee.division) : t('assessment.nobody'),
          },
          {
            term: t('assessment.record.supervisor'),
            value: view.supervisor ? pick(view.supervisor.name) : t('assessment.nobody'),
          },
          { term: t('assessment.record.status'), value: <DocumentStatus of={view.status} /> },
        ]}
      />
    </div>
  )
}
