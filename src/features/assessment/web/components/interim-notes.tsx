import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Section } from '../../../../ui/section.tsx'
import type { AssessmentView } from '../../schema.ts'

/** What outgoing supervisors of this cycle left: words, never a score (AMB-18). */
export function InterimNotes({ view: { interimNotes } }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  if (interimNotes.length === 0) return null
  return (
    <Section ruled title={t('assessment.interim.title')}>
      <ul className="flex flex-col gap-3">
        {interimNotes.map((note) => (
          <li key={note.id} className="text-sm">
            <p className="whitespace-pre-wrap text-ink-2">
              <bdi>{note.body}</bdi>
            </p>
            <p className="text-xs text-ink-3">
              {pick(note.author.name)} · <DateText date={note.createdAt.slice(0, 10)} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
