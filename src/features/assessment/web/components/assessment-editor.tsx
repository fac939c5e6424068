import { Send } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/locale.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Rich } from '../../../../ui/rich.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { WeightBar } from '../../../../ui/weight-bar.tsx'
import { cycleName, DocumentStatus } from '../../../performance/web/public.tsx'
import type { AssessmentView } from '../../schema.ts'
import { useActualText } from './actual-value.tsx'
import { AllCyclesLink } from './all-cycles-link.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DifficultiesCard } from './difficulties-card.tsx'
import { EditorNotes } from './editor-notes.tsx'
import { FeedbackRead } from './feedback-read.tsx'
import { InterimNotes } from './interim-notes.tsx'
import { LineHead, ObjectiveFrame } from './line-frame.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OtherMoves } from './other-moves.tsx'
import { RecordingLine } from './recording-line.tsx'
import { RecordingNotice } from './recording-notice.tsx'
import { ResultSection } from './result-section.tsx'
import { SaveNote } from './save-note.tsx'
import { Deadline } from './state-sentence.tsx'
import { TimelineSection } from './timeline-section.tsx'
import type { AskedMove } from './use-move.ts'
import { useMove } from './use-move.ts'
import { type Recording, useRecording } from './use-recording.ts'

type AssessmentEditorProps = {
  readonly view: AssessmentView
  readonly title: string
  readonly onMoved: (view: AssessmentView) => void
}

/** Recording what was reached: saved while typing, computed as one types, with every obstacle beside its place. */
export function AssessmentEditor({ view, title, onMoved }: AssessmentEditorProps) {
  const text = useText()
  const { t, pick } = text
  const { language, digits } = usePreferences()
  const recording = useRecording(view)
  const { autosave, state, entries } = recording
  const [showGaps, setShowGaps] = useState(false)
  const [asking, setAsking] = useState<AskedMove | null>(null)
  const send: AskedMove = view.can.sendFor ? 'sendFor' : 'send'
  const ability = view.can[send]
  const blocking = view.problems.filter(({ severity }) => severity === 'blocks')
  const moving = useMove(view, (moved, move) => {
    setAsking(null)
    notifyDone(t(`assessment.done.${move}`, { name: pick(view.employee.name) }))
    onMoved(moved)
  })
  const lines = [...entries.values()]
  const counts = { recorded: recording.recorded, lines: lines.length }
  const goToFirst = () => {
    setShowGaps(true)
    requestAnimationFrame(() => focusProblem(blocking[0]?.path))
  }
  const ask = async (move: AskedMove) => {
    await autosave.flush()
    moving.forget()
    setAsking(move)
  }
  const difficultiesGap = blocking.find(({ path }) => path === 'difficulties')
  const reason = !ability ? t('assessment.notes.record') : ability.allowed ? undefined : sentenceFor(ability.why)

  return (
    <Page
      ground="bg"
      sideLabel={t('assessment.result.soFar')}
      header={
        <PageHeader
          title={title}
          context={cycleName(text, view.cycle)}
          pill={
            <>
              <DocumentStatus of={view.status} look="pill" />
              {(view.version > 0 || state.phase !== 'saved') && <SaveNote state={state} updatedAt={view.updatedAt} />}
            </>
          }
          state={<Deadline view={view} alone />}
          actions={
            <>
              {view.parts.includes('employee') && <AllCyclesLink />}
              <OtherMoves view={view} onMove={(move) => void ask(move)} />
            </>
          }
          mainNote={
            <Rich
              text={t('assessment.recordedOf', {
                recorded: formatNumber(counts.recorded, { language, digits }),
                lines: formatNumber(counts.lines, { language, digits }),
              })}
            />
          }
          mainAction={
            <Button
              look="primary"
              icon={Send}
              mirrorIcon
              pending={moving.pending}
              {...((blocking.length > 0 || reason) && { reasonId: 'cannot-send' })}
              onPress={() => void ask(send)}
            >
              {t(`assessment.moves.${send}`)}
            </Button>
          }
        >
          <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
            <RecordedBar lines={lines} counts={counts} />
            {reason && blocking.length === 0 ? (
              <Banner id="cannot-send" tone="neutral" className="lg:max-w-[26rem]">
                {reason}
              </Banner>
            ) : (
              blocking.length > 0 && <RecordingNotice id="cannot-send" problems={blocking} onGo={goToFirst} />
            )}
          </div>
        </PageHeader>
      }
      side={
        <>
          <ResultSection
            view={view}
            total={recording.total}
            lines={lines.map(({ line, result }, at) => ({
              id: line.keyResultId,
              number: numberOf(view, line.keyResultId) ?? String(at + 1),
              score: result?.score ?? null,
              level: result?.level ?? null,
            }))}
          />
          <InterimNotes view={view} />
          <TimelineSection view={view} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <EditorNotes view={view} />
        {state.problem && state.phase === 'held' && (
          <Banner tone="red" live>
            {sentenceFor(state.problem.code, state.problem.params)}
          </Banner>
        )}
        <LineHead />
        {view.objectives.map((objective, at) => (
          <ObjectiveFrame key={objective.id} objective={objective} position={at}>
            {objective.lines.map((line, place) => {
              const entry = entries.get(line.keyResultId)
              return (
                entry && (
                  <RecordingLine
                    key={line.keyResultId}
                    view={view}
                    entry={entry}
                    number={`${at + 1}.${place + 1}`}
                    showGaps={showGaps}
                    onRecord={(actual) => recording.record(line.keyResultId, actual)}
                    onRemark={(remark) => recording.remark(line.keyResultId, remark)}
                    onPause={() => void autosave.flush()}
                  />
                )
              )
            })}
          </ObjectiveFrame>
        ))}
        <DifficultiesCard
          view={view}
          change={(work) => autosave.change(work)}
          missing={showGaps && difficultiesGap ? sentenceFor(difficultiesGap.code) : undefined}
        />
        <FeedbackRead view={view} />
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
      {state.phase === 'conflict' && <RecordingConflict view={view} recording={recording} />}
    </Page>
  )
}

type RecordedBarProps = {
  readonly lines: readonly ReturnType<Recording['entries']['get']>[]
  readonly counts: { readonly recorded: number; readonly lines: number }
}

/** How much of the document has been recorded, by weight. */
function RecordedBar({ lines, counts }: RecordedBarProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const shown = (count: number) => formatNumber(count, { language, digits })
  return (
    <div className="min-w-64 flex-1">
      <p className="mb-1.5 text-sm text-ink-2">
        <Rich text={t('assessment.recordedOf', { recorded: shown(counts.recorded), lines: shown(counts.lines) })} />
      </p>
      <WeightBar
        compact
        bare
        label={t('assessment.recordedShare')}
        segments={lines.flatMap((entry) =>
          entry?.result
            ? [{ id: entry.line.keyResultId, basisPoints: Math.round(Number(entry.line.weight) * 100) }]
            : [],
        )}
      />
    </div>
  )
}

function RecordingConflict({ view, recording }: { readonly view: AssessmentView; readonly recording: Recording }) {
  const { t } = useText()
  const textOf = useActualText()
  const { state, autosave } = recording
  const year = view.cycle.year
  const typed = Object.entries(state.pending).flatMap(([name, { value }]) => {
    const [keyResultId, field] = name.split('/')
    const entry = keyResultId ? recording.entries.get(keyResultId) : undefined
    if (!entry) return []
    const { statement, dataType } = entry.line
    const said = (one: string | null, recorded: boolean) =>
      field === 'remark' ? (one ?? '') : recorded ? textOf({ dataType, value: one, year }) : '—'
    return [
      {
        id: name,
        label: field === 'remark' ? `${statement} (${t('assessment.remark')})` : statement,
        mine: said(value, value !== ''),
        theirs: (server: AssessmentView) => {
          const line = server.objectives
            .flatMap((objective) => objective.lines)
            .find((one) => one.keyResultId === keyResultId)
          return line ? said(field === 'remark' ? line.remark : line.claimed, line.recorded) : '—'
        },
      },
    ]
  })
  return (
    <ConflictDialog
      documentId={view.documentId}
      problem={state.problem}
      typed={typed}
      onChoose={(server, choice) => autosave.resolve(server.version, choice)}
    />
  )
}

function numberOf({ objectives }: AssessmentView, keyResultId: string): string | undefined {
  for (const [at, objective] of objectives.entries()) {
    const place = objective.lines.findIndex((line) => line.keyResultId === keyResultId)
    if (place >= 0) return `${at + 1}.${place + 1}`
  }
  return undefined
}

/** Brings the place of a problem into sight and puts the cursor there. */
function focusProblem(path: string | undefined): void {
  if (!path) return
  const [, id = ''] = path.split('/')
  const line = document.querySelector<HTMLElement>(`[data-line="${id}"]`)
  const target = path.endsWith('/evidence')
    ? line?.querySelector<HTMLElement>('fieldset button')
    : line?.querySelector<HTMLElement>('input')
  const place = target ?? document.querySelector<HTMLElement>(`#${CSS.escape(path)} button`)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
