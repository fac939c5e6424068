import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import type { Crumb } from '../../../../ui/breadcrumb.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { type Translate, useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation, useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { AmendmentCard } from './amendment-card.tsx'
import { ApprovalSteps, useApprovalSteps } from './approval-steps.tsx'
import { blockedReasons } from './blocked-moves.tsx'
import { DecisionNote } from './decision-note.tsx'
import { DocumentStatus } from './document-status.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { MainAction, mainActionOf, RecordActions } from './record-actions.tsx'
import { RecordComparison } from './record-comparison.tsx'
import { RecordContent } from './record-content.tsx'
import { LineHead } from './record-lines.tsx'
import { RecordNotes } from './record-notes.tsx'
import { RecordSide } from './record-side.tsx'
import { RecordToolbar } from './record-toolbar.tsx'
import { StateSentence } from './state-sentence.tsx'
import { useComparison } from './use-comparison.ts'
import { useKeptNote } from './use-kept-note.ts'
import { type RecordMove, recordMoves, useMove } from './use-move.ts'

type DocumentRecordProps = {
  readonly view: DocumentView
  /** Where the page has a name of its own, such as «وثيقة أدائي». */
  readonly title?: string
}

/** A document to read and to decide on: its state, the moves, its content, the talk, its history. */
export function DocumentRecord({ view, title }: DocumentRecordProps) {
  const { t, pick } = useText()
  const { go } = useNavigation()
  const decides = view.parts.includes('supervisor') || view.parts.includes('higher_official')
  const steps = useApprovalSteps(view.id, decides)
  const [note, setNote] = useKeptNote(view.id)
  const { get } = useSearch()
  const [asking, setAsking] = useState<RecordMove | null>(() => askedFor(get('ask'), view))
  const name = pick(view.employee.name)

  const onMoved = (moved: DocumentView, made: RecordMove) => {
    setAsking(null)
    setNote('')
    if (made === 'draftFor') {
      notifyDone(t('performance.done.draftFor'))
      return go(`/documents/${view.id}/edit`)
    }
    const said = t(`performance.done.${made}`, { name })
    const decided = made === 'agree' || made === 'sendBack'
    if (decided && steps.afterDecision) {
      notifyDone(said, { label: t('performance.done.open'), onPress: () => go(`/documents/${moved.id}`) })
      return go(`/documents/${steps.afterDecision.documentId}`)
    }
    notifyDone(decided && steps.at >= 0 ? `${said} ${t('performance.done.last')}` : said)
    if (moved.can.edit?.allowed && moved.parts.includes('employee')) go('/my/document')
  }
  const move = useMove(view, { onMoved, onChanged: () => setAsking(null) })
  const ask = (wanted: RecordMove) => {
    move.forget()
    setAsking(wanted)
  }

  const main = mainActionOf(view)
  const mainReasons = main && main !== 'write' ? blockedReasons(view, [main]) : []
  return (
    <Page
      ground="bg"
      sideLabel={t('performance.timeline.title')}
      side={view.view === 'full' ? <RecordSide view={view} /> : undefined}
      header={
        <PageHeader
          title={title ?? t('performance.record.title', { name })}
          lead={!title && <Avatar name={name} size={44} />}
          pill={<DocumentStatus of={view.status} look="pill" />}
          state={<StateSentence view={view} own={title !== undefined} />}
          actions={
            <>
              <ApprovalSteps steps={steps} />
              <RecordActions view={view} onMove={ask} />
            </>
          }
          {...(!title && { crumbs: crumbsOf(view, steps.at >= 0, t) })}
          {...(main && { mainAction: <MainAction action={main} view={view} onMove={ask} /> })}
          {...(mainReasons.length > 0 && { mainNote: mainReasons.join(' ') })}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <RecordNotes view={view} changed={move.changed} />
        <AmendmentCard view={view} />
        {view.view === 'status' ? <StatusFacts view={view} /> : <Content view={view} />}
        {view.view === 'full' && <DecisionNote view={view} note={note} onNote={setNote} />}
      </div>
      {asking && (
        <MoveDialog
          view={view}
          move={asking}
          note={note}
          onNote={setNote}
          pending={move.pending}
          problem={move.problem}
          onClose={() => setAsking(null)}
          onConfirm={() => move.make(asking, note)}
        />
      )}
    </Page>
  )
}

/** A list may lead straight to the question, such as `?ask=sendBack`. */
function askedFor(name: string | undefined, { can }: DocumentView): RecordMove | null {
  const move = recordMoves.find((one) => one === name)
  return move && can[move]?.allowed ? move : null
}

/** The list that the document belongs to, as this reader knows it. */
function crumbsOf(view: DocumentView, waitsForMe: boolean, t: Translate): readonly Crumb[] {
  if (waitsForMe) return [{ label: t('performance.pages.approvals'), to: '/team/approvals' }]
  if (view.parts.includes('employee')) return [{ label: t('performance.pages.documents'), to: '/my/documents' }]
  if (view.view === 'full') return [{ label: t('performance.pages.team'), to: '/team/documents' }]
  return view.view === 'status' ? [{ label: t('performance.pages.completion'), to: '/reports/completion' }] : []
}

function Content({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const compared = useComparison(view)
  const { content } = view
  if (!content) return null
  if (content.objectives.length === 0 && compared.from === undefined) {
    return <EmptyState icon={FileText}>{t('performance.record.empty')}</EmptyState>
  }
  return (
    <section aria-label={t('performance.record.content')} className="flex flex-col gap-3">
      {view.view === 'full' && <RecordToolbar view={view} compared={compared} />}
      {view.view === 'full' && <LineHead />}
      {compared.from === undefined ? (
        <RecordContent view={view} content={content} />
      ) : (
        <Loaded query={compared.query} waiting={<RowsSkeleton rows={5} />}>
          {(comparison) => <RecordComparison view={view} comparison={comparison} />}
        </Loaded>
      )}
    </section>
  )
}

/** All that a reader of states learns (AMB-40). */
function StatusFacts({ view }: { readonly view: DocumentView }) {
  const { t, pick } = useText()
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <DescriptionList
        look="columns"
        facts={[
          {
            term: t('performance.record.facts.division'),
            value: view.employee.division ? pick(view.employee.division) : t('performance.nobody'),
          },
          {
            term: t('performance.record.facts.supervisor'),
            value: view.supervisor ? pick(view.supervisor.name) : t('performance.nobody'),
          },
          { term: t('performance.record.facts.status'), value: <DocumentStatus of={view.status} /> },
          {
            term: t('performance.record.facts.version'),
            value: t('performance.version', { number: view.submissionCount }),
          },
        ]}
      />
    </div>
  )
}
