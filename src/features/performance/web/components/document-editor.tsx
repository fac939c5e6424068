import { BookOpen, ClipboardPaste, Eye, Plus, Send } from 'lucide-react'
import { useMemo, useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import type { Crumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { WeightBar, WeightSentence } from '../../../../ui/weight-bar.tsx'
import { blockingProblems, problemsOf } from '../../domain/completeness.ts'
import type { Content } from '../../domain/document.ts'
import { totalWeight, weightOf } from '../../domain/weights.ts'
import type { DocumentView } from '../../schema.ts'
import { BankPanel } from './bank-panel.tsx'
import { BlockedNotice, isGap } from './blocked-notice.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { cycleName } from './cycle-name.ts'
import { DocumentStatus } from './document-status.tsx'
import type { EditableView } from './editable.ts'
import { EditorNotes, SendingDue } from './editor-notes.tsx'
import { EditorObjectives } from './editor-objectives.tsx'
import { NewObjectiveDialog } from './new-objective-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { PlanLinksDialog } from './plan-links.tsx'
import { SaveState } from './save-state.tsx'
import { useDraft } from './use-draft.ts'
import { useDraftChanges } from './use-draft-changes.ts'

type Open =
  | { kind: 'objective' | 'paste' | 'bank' | 'submit' }
  | { kind: 'links' | 'removeObjective'; objectiveId: string }
  | null

type DocumentEditorProps = {
  readonly view: EditableView
  readonly title: string
  /** Where the page stands, when it is not one's own. */
  readonly crumbs?: readonly Crumb[]
  /** After a move the server has answered with the document as it is now. */
  readonly onMoved: (view: DocumentView) => void
  readonly onPreview: () => void
}

/** Writing a performance document: saved while typing, with a live total and every obstacle beside its place. */
export function DocumentEditor({ view, title, crumbs, onMoved, onPreview }: DocumentEditorProps) {
  const text = useText()
  const { t } = text
  const { draft, state } = useDraft(view)
  const changes = useDraftChanges(view.id, draft, onMoved)
  const [open, setOpen] = useState<Open>(() => (matchMedia('(min-width: 1200px)').matches ? { kind: 'bank' } : null))
  const [showGaps, setShowGaps] = useState(false)
  const { content } = state
  const rules = useMemo(() => ({ cycle: view.cycle, limits: view.limits as never }), [view.cycle, view.limits])
  const problems = useMemo(() => problemsOf(content, rules), [content, rules])
  const blocking = blockingProblems(problems)
  const shown = problems.filter((problem) => showGaps || problem.severity === 'warns' || !isGap(problem))
  const close = () => setOpen(null)
  const noticeId = 'cannot-send'
  const sendMove = view.can.submitFor ? 'submitFor' : 'submit'

  const goToFirst = () => {
    setShowGaps(true)
    requestAnimationFrame(() => focusProblem(blocking.find((problem) => problem.path !== 'weights')?.path))
  }

  return (
    <Page
      ground="bg"
      sideLabel={t('performance.bank.title')}
      header={
        <PageHeader
          title={title}
          {...(crumbs && { crumbs })}
          context={cycleName(text, view.cycle)}
          pill={
            <>
              <DocumentStatus of={view.status} look="pill" />
              <SaveState state={state} updatedAt={view.updatedAt} />
            </>
          }
          state={<SendingDue view={view} />}
          actions={
            <>
              <Button look="ghost" icon={BookOpen} onPress={() => setOpen({ kind: 'bank' })} className="lg:hidden">
                {t('performance.bank.title')}
              </Button>
              <Button look="ghost" icon={ClipboardPaste} onPress={() => setOpen({ kind: 'paste' })}>
                {t('performance.paste.button')}
              </Button>
              <Button icon={Eye} onPress={() => void draft.flush().then(onPreview)}>
                {t('performance.editor.preview')}
              </Button>
            </>
          }
          mainNote={<WeightSentence total={totalWeight(content)} />}
          mainAction={
            <Button
              look="primary"
              icon={Send}
              mirrorIcon
              pending={changes.pending === 'submit'}
              {...(blocking.length > 0 && { reasonId: noticeId })}
              onPress={() => setOpen({ kind: 'submit' })}
            >
              {t('performance.moves.submit')}
            </Button>
          }
        >
          <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
            <WeightBar
              className="min-w-64 flex-1"
              label={t('performance.editor.weights')}
              segments={segmentsOf(content)}
            />
            {blocking.length > 0 && <BlockedNotice id={noticeId} problems={blocking} onGo={goToFirst} />}
          </div>
        </PageHeader>
      }
      side={
        open?.kind === 'bank' ? (
          <BankPanel pending={changes.pending !== null} onAdd={changes.addFrom} onClose={close} />
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        <EditorNotes view={view} />
        {state.problem && state.phase === 'held' && (
          <Banner tone="red" live>
            {sentenceFor(state.problem.code, state.problem.params)}
          </Banner>
        )}
        {content.objectives.length === 0 ? (
          <EmptyState
            icon={BookOpen}
            action={
              <Button onPress={() => setOpen({ kind: 'objective' })}>{t('performance.editor.newObjective')}</Button>
            }
          >
            {t('performance.editor.empty')}
          </EmptyState>
        ) : (
          <>
            <EditorObjectives
              view={view}
              content={content}
              problems={shown}
              draft={draft}
              changes={changes}
              onLink={(objectiveId) => setOpen({ kind: 'links', objectiveId })}
              onRemove={(objectiveId) => setOpen({ kind: 'removeObjective', objectiveId })}
            />
            <div>
              <Button icon={Plus} onPress={() => setOpen({ kind: 'objective' })}>
                {t('performance.editor.newObjective')}
              </Button>
            </div>
          </>
        )}
        <Advice
          problems={problems.filter((problem) => problem.severity === 'warns' && problem.path === 'objectives')}
        />
      </div>

      {open?.kind === 'objective' && (
        <NewObjectiveDialog
          year={view.cycle.year}
          pending={changes.pending !== null}
          onClose={close}
          onAdd={(objective) => void changes.addObjective(objective).then((done) => done && close())}
        />
      )}
      {open?.kind === 'paste' && (
        <PasteDialog
          objectives={content.objectives}
          cycle={view.cycle}
          pending={changes.pending !== null}
          onClose={close}
          onPaste={(objectiveId, rows) => void changes.paste(objectiveId, rows).then((done) => done && close())}
        />
      )}
      {open?.kind === 'links' && (
        <PlanLinksDialog
          year={view.cycle.year}
          chosen={content.objectives.find((one) => one.id === open.objectiveId)?.links.map((link) => link.nodeId) ?? []}
          onClose={close}
          onChoose={(nodeIds) => void changes.link(open.objectiveId, nodeIds).then((done) => done && close())}
        />
      )}
      <ConfirmDialog
        open={open?.kind === 'removeObjective'}
        danger
        title={t('performance.editor.removeObjectiveTitle')}
        confirm={t('ui.remove')}
        onClose={close}
        onConfirm={() => {
          if (open?.kind === 'removeObjective') void changes.removeObjective(open.objectiveId)
          close()
        }}
      >
        {t('performance.editor.removeObjectiveBody')}
      </ConfirmDialog>
      <ConfirmDialog
        open={open?.kind === 'submit'}
        title={t('performance.editor.submitTitle')}
        confirm={t('performance.moves.submit')}
        pending={changes.pending === 'submit'}
        onClose={close}
        onConfirm={() =>
          void changes.move(sendMove).then((done) => {
            close()
            if (done) notifyDone(t('performance.editor.submitted'))
          })
        }
      >
        {t('performance.editor.submitBody', {
          name: text.pick(
            nameOf(sendMove === 'submitFor' ? view.higherOfficial : (view.supervisor ?? view.higherOfficial)),
          ),
        })}
      </ConfirmDialog>
      {state.phase === 'conflict' && (
        <ConflictDialog
          documentId={view.id}
          problem={state.problem}
          mine={content}
          typedIn={draft.unsentIn}
          onChoose={(server, choice) => draft.resolve(server, choice)}
        />
      )}
    </Page>
  )
}

function Advice({
  problems,
}: {
  readonly problems: readonly { code: string; params?: Readonly<Record<string, string | number>> }[]
}) {
  const { t } = useText()
  if (problems.length === 0) return null
  return (
    <Banner tone="neutral">
      <p className="font-medium">{t('performance.editor.advice')}</p>
      <ul className="list-disc ps-5">
        {problems.map((problem) => (
          <li key={problem.code}>{sentenceFor(problem.code, problem.params)}</li>
        ))}
      </ul>
    </Banner>
  )
}

function nameOf(person: DocumentView['supervisor']) {
  return person?.name ?? { ar: '—', en: '—' }
}

function segmentsOf({ objectives }: Content) {
  return objectives.flatMap((objective) =>
    objective.keyResults.map((line) => ({ id: line.id, basisPoints: weightOf(line), label: line.statement })),
  )
}

/** Brings the place of a problem into sight and puts the cursor there. */
function focusProblem(path: string | undefined): void {
  if (!path) return
  const [kind = '', id = ''] = path.split('/')
  const place =
    document.getElementById(path) ??
    document.querySelector<HTMLElement>(`[data-line="${id}"] [aria-invalid], [data-line="${id}"] input`)
  const target = place ?? document.getElementById(`${kind}/${id}/title`)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
