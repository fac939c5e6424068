import { MessageSquareText } from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import type { DocumentView } from '../../schema.ts'

/** What the writer must know before writing on: why it came back, that it is late, that another one drafted it. */
export function EditorNotes({ view }: { readonly view: DocumentView }) {
  const { t, pick } = useText()
  const last = view.submissions.at(-1)
  const returned = view.status === 'returned' && last?.outcome === 'returned' ? last : null
  const accepted = view.amendments.find((amendment) => amendment.status === 'accepted')
  return (
    <>
      {returned && (
        <Banner
          tone="amber"
          icon={MessageSquareText}
          action={<Link to={`/documents/${view.id}?from=${returned.number}`}>{t('performance.editor.compare')}</Link>}
        >
          <p className="font-medium">
            {t('performance.editor.returnedBy', { name: pick(returned.outcomeBy?.name ?? { ar: '—', en: '—' }) })}
          </p>
          <p className="whitespace-pre-wrap">{returned.note}</p>
        </Banner>
      )}
      {view.status === 'amending' && accepted && (
        <Banner tone="blue">
          <p className="font-medium">{t('performance.editor.amending')}</p>
          <p className="whitespace-pre-wrap">{accepted.reason}</p>
        </Banner>
      )}
      {view.draftedBy && (
        <Banner tone="blue">
          {t('performance.editor.draftedFor', {
            drafter: pick(view.draftedBy.name),
            employee: pick(view.employee.name),
          })}
        </Banner>
      )}
    </>
  )
}

/** Until when it is to be sent, and by how much that has passed. */
export function SendingDue({ view: { waiting } }: { readonly view: DocumentView }) {
  const { t } = useText()
  if (!waiting?.dueOn) return null
  return (
    <span className={waiting.lateDays > 0 ? 'text-red-text' : 'text-ink-3'}>
      {waiting.lateDays > 0 ? t('performance.late', { count: waiting.lateDays }) : t('performance.editor.dueOn')}{' '}
      <DateText date={waiting.dueOn} style="deadline" />
    </span>
  )
}
