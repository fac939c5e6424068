import { OctagonAlert, RefreshCw, UserRoundCheck } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { DocumentView } from '../../schema.ts'
import { changedSentence } from './changed-sentence.ts'

/** What a reader must know before reading on: for whom, what of it, written by whom, changed by whom. */
export function RecordNotes({ view, changed }: { readonly view: DocumentView; readonly changed: ApiProblem | null }) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  return (
    <>
      {changed && (
        <Banner tone="amber" icon={RefreshCw} live>
          {changedSentence(changed, text, reader)} {t('performance.record.notDone')}
        </Banner>
      )}
      {view.onBehalfOf && (
        <Banner tone="blue" icon={UserRoundCheck}>
          {t('performance.record.forOther', { name: pick(view.onBehalfOf.name) })}
        </Banner>
      )}
      {view.view === 'status' && <Banner tone="neutral">{t('performance.record.statusOnly')}</Banner>}
      {view.view === 'links' && <Banner tone="neutral">{t('performance.record.linksOnly')}</Banner>}
      {view.view === 'full' && view.draftedBy && <DraftedNote view={view} drafter={view.draftedBy} />}
      {view.view === 'full' && view.status === 'submitted' && view.higherMayDecide && !view.draftedBy && (
        <Banner tone="neutral">{t('performance.record.higherMay')}</Banner>
      )}
    </>
  )
}

type DraftedNoteProps = { readonly view: DocumentView; readonly drafter: NonNullable<DocumentView['draftedBy']> }

function DraftedNote({ view, drafter }: DraftedNoteProps) {
  const { t, pick } = useText()
  const reader = usePreferences()
  const name = pick(drafter.name)
  if (!view.parts.includes('employee')) {
    return (
      <Banner tone="blue">{t('performance.record.drafted', { drafter: name, name: pick(view.employee.name) })}</Banner>
    )
  }
  const until = view.objectionUntil
  return (
    <Banner tone="amber" icon={OctagonAlert}>
      {until
        ? t('performance.record.objection', { name, date: formatDate(until, { ...reader, style: 'deadline' }) })
        : t('performance.record.objectionBefore', { name })}
    </Banner>
  )
}
